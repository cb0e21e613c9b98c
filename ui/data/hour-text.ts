import { formatPlural, formatValue } from "./numbers.ts";
import type { HourCounts } from "./run-view.ts";

/** `hour 52: 7 assets, 3 States`: what is out at that hour, and how many States the loss has reached by then. */
export function hourText(hour: number, { assets, states }: HourCounts): string {
  return `hour ${formatValue(hour)}: ${formatPlural(assets, "asset")}, ${formatPlural(states, "State")}`;
}
