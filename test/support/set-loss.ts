import { type Consequence, type Dataset, lossScenario } from "../../analyzer/index.ts";
import { runEngine } from "./engine-door.ts";

/** What is asked of a set of assets that are lost together. */
export interface SetQuestion {
  readonly by: Consequence;
  readonly hours: number;
  readonly horizonHours: number;
}

/** A consequence of losing assets together, as one run tells it; null where it is not known. */
export function lossOfSet(dataset: Dataset, ids: readonly string[], question: SetQuestion): number | null {
  const { by, hours, horizonHours } = question;
  const { totals, states } = runEngine(dataset, lossScenario(ids, hours, horizonHours));
  if (by !== "foreignOutageHours") return totals[by];
  const lost = dataset.assets.filter(({ id }) => ids.includes(id));
  const home = new Set(lost.flatMap((asset) => asset.states.map(({ state }) => state)));
  return states.reduce((sum, { code, outageHours }) => sum + (home.has(code) ? 0 : outageHours), 0);
}

/** All sets of so many of the items, in order. */
export function setsOf<Item>(items: readonly Item[], size: number): Item[][] {
  if (size === 0) return [[]];
  return items.flatMap((item, at) => setsOf(items.slice(at + 1), size - 1).map((rest) => [item, ...rest]));
}
