import type { Scenario, Shock } from "../../analyzer/index.ts";

/** One asset lost from `fromHours` for `hours`; wholly, unless an availability is left to it. */
export function lose(id: string, fromHours: number, hours: number, availability = 0): Shock {
  return { select: { ids: [id] }, fromHours, hours, availability };
}

export function scenarioOf(shocks: readonly Shock[], horizonHours = 100): Scenario {
  return { id: "small", title: "Small", horizonHours, shocks };
}
