import type { AssetResult } from "../../analyzer/index.ts";

/** The input group that holds an asset down at an hour, or null where none does. */
export function bindingGroup(outcome: AssetResult | undefined, hour: number): string | null {
  const outage = outcome?.outages.find(({ fromHours, toHours }) => fromHours <= hour && hour < toHours);
  return outage === undefined || outage.cause === "shock" ? null : outage.cause.group;
}
