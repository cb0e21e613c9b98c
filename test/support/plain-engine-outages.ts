import type { Dataset } from "../../analyzer/index.ts";
import { changes, type History, nanosPerHour, sameLevel } from "./plain-engine-history.ts";

/** A maximal interval of one level below 1, in hours. */
export interface PlainOutage {
  readonly fromHours: number;
  readonly toHours: number;
  readonly level: number;
}

/** Totals of model.md section 4; people are left to the tests of the measures. */
export interface PlainTotals {
  readonly outageHours: number;
  readonly assetsDisrupted: number;
  readonly assetsDown: number;
  readonly statesReached: number;
  readonly foreignStatesReached: number;
  readonly sectorsReached: number;
}

/** The outages of a history up to the horizon (billionths of an hour); levels closer than 1e-9 are one. */
export function outagesOf(history: History, horizon: number): PlainOutage[] {
  const moves = changes(history, sameLevel);
  return moves
    .map(({ at, to }, index) => ({
      fromHours: at / nanosPerHour,
      toHours: Math.min(moves[index + 1]?.at ?? horizon, horizon) / nanosPerHour,
      level: to,
    }))
    .filter(({ level }) => level < 1 - 1e-9);
}

/** Totals over the outages of the disrupted assets; `named` are the assets that a shock names. */
export function plainTotals(
  dataset: Dataset,
  outages: ReadonlyMap<string, readonly PlainOutage[]>,
  named: ReadonlySet<string>,
): PlainTotals {
  const all = [...outages.values()];
  const statesOf = (which: (id: string) => boolean) =>
    new Set(dataset.assets.filter(({ id }) => which(id)).flatMap(({ states }) => states.map(({ state }) => state)));
  const isReached = (id: string) => outages.has(id) && !named.has(id);
  const reached = statesOf(isReached);
  const home = statesOf((id) => named.has(id));
  return {
    outageHours: all
      .flat()
      .reduce((sum, { fromHours, toHours, level }) => sum + (1 - level) * (toHours - fromHours), 0),
    assetsDisrupted: outages.size,
    assetsDown: all.filter((list) => list.some(({ level }) => level <= 1e-9)).length,
    statesReached: reached.size,
    foreignStatesReached: [...reached].filter((state) => !home.has(state)).length,
    sectorsReached: new Set(dataset.assets.filter(({ id }) => isReached(id)).map(({ sector }) => sector)).size,
  };
}
