import type { Scenario } from "../../../analyzer/index.ts";
import { plantKind } from "./kinds.ts";

/** Scenarios that are kept beside the dataset. Assumed domestic supply is of the kind `power plant` too. */
export const scenarios: readonly Scenario[] = [
  {
    id: "all-plants-of-one-state",
    title: "Every power plant of Germany is lost for 72 hours",
    horizonHours: 408,
    shocks: [{ select: { kind: plantKind, states: ["DE"] }, availability: 0, fromHours: 0, hours: 72 }],
  },
  {
    id: "all-plants-of-all-states",
    title: "All power plants of all States are lost for 168 hours",
    horizonHours: 504,
    shocks: [{ select: { kind: plantKind }, availability: 0, fromHours: 0, hours: 168 }],
  },
];
