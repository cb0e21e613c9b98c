import type { Dataset, Shock } from "../../../../analyzer/index.ts";
import { runEngine } from "../../../support/engine-door.ts";
import { scenarioOf } from "../../../support/small-scenario.ts";

/** The causes of an asset's intervals, in order: `shock`, or `provider by group`. */
export function causesOf(dataset: Dataset, shocks: readonly Shock[], id: string): string[] {
  const { assets } = runEngine(dataset, scenarioOf(shocks));
  return (assets.find((asset) => asset.id === id)?.outages ?? []).map(({ cause }) =>
    cause === "shock" ? cause : `${cause.provider} by ${cause.group}`,
  );
}

/** The chain of an asset's first outage. */
export function chainOf(dataset: Dataset, shocks: readonly Shock[], id: string): string {
  const { assets } = runEngine(dataset, scenarioOf(shocks));
  return (assets.find((asset) => asset.id === id)?.chain ?? []).join(" > ");
}
