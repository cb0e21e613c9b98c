import { compareIds } from "../model/dataset.ts";
import type { Consequence, RankResult, RunResult, RunWarning } from "../model/result.ts";

/** A number before and after; a side that does not exist is null. */
export interface Difference {
  readonly before: number | null;
  readonly after: number | null;
  /** after - before; null where a side is unknown. */
  readonly change: number | null;
}

/** What a change set does to one scenario. Rows that are equal on both sides are left out of the lists. */
export interface RunComparison {
  readonly kind: "compare";
  readonly of: "run";
  readonly before: RunResult;
  readonly after: RunResult;
  readonly totals: Readonly<Record<keyof RunResult["totals"], Difference>>;
  readonly states: readonly {
    readonly code: string;
    readonly outageHours: Difference;
    readonly firstHours: Difference;
  }[];
  readonly assets: readonly { readonly id: string; readonly outageHours: Difference }[];
  /** States that lose more with the change than without. */
  readonly worseStates: readonly string[];
  readonly warnings: readonly RunWarning[];
}

/** What a change set does to a single-failure scan. */
export interface RankComparison {
  readonly kind: "compare";
  readonly of: "rank";
  readonly by: Consequence;
  readonly before: RankResult;
  readonly after: RankResult;
  /** Assets whose consequence changed, largest change first. */
  readonly assets: readonly ({ readonly id: string } & Difference)[];
}

export type CompareResult = RunComparison | RankComparison;

/** Sets two runs of one scenario side by side. O(rows). */
export function compareRuns(before: RunResult, after: RunResult): RunComparison {
  const states = joined(before.states, after.states, (row) => row.code).map(([code, left, right]) => ({
    code,
    outageHours: difference(left?.outageHours ?? 0, right?.outageHours ?? 0),
    firstHours: difference(left?.firstHours ?? null, right?.firstHours ?? null),
  }));
  const assets = joined(before.assets, after.assets, (row) => row.id).map(([id, left, right]) => ({
    id,
    outageHours: difference(left?.outageHours ?? 0, right?.outageHours ?? 0),
  }));
  const names = Object.keys(before.totals) as (keyof RunResult["totals"])[];
  const worseStates = states.filter(({ outageHours }) => (outageHours.change ?? 0) > 1e-9).map(({ code }) => code);
  return {
    kind: "compare",
    of: "run",
    before,
    after,
    totals: Object.fromEntries(
      names.map((name) => [name, difference(before.totals[name], after.totals[name])]),
    ) as RunComparison["totals"],
    states: states.filter((row) => changed(row.outageHours) || changed(row.firstHours)),
    assets: assets.filter((row) => changed(row.outageHours)),
    worseStates,
    warnings: worseStates.map((code) => ({ code: "COMPARE_STATE_WORSE", text: `${code} loses more with the change` })),
  };
}

/** Sets two scans side by side. O(n log n). */
export function compareRanks(before: RankResult, after: RankResult): RankComparison {
  const { by } = before;
  const assets = joined(before.rows, after.rows, (row) => row.id)
    .map(([id, left, right]) => ({ id, ...difference(left?.[by] ?? null, right?.[by] ?? null) }))
    .filter(changed)
    .toSorted((x, y) => Math.abs(y.change ?? 0) - Math.abs(x.change ?? 0) || compareIds(x.id, y.id));
  return { kind: "compare", of: "rank", by, before, after, assets };
}

function difference(before: number | null, after: number | null): Difference {
  return { before, after, change: before === null || after === null ? null : after - before };
}

function changed({ before, after }: Difference): boolean {
  return before !== after;
}

function joined<Row>(
  before: readonly Row[],
  after: readonly Row[],
  key: (row: Row) => string,
): [string, Row | undefined, Row | undefined][] {
  const left = new Map(before.map((row) => [key(row), row]));
  const right = new Map(after.map((row) => [key(row), row]));
  const keys = [...new Set([...left.keys(), ...right.keys()])].sort(compareIds);
  return keys.map((id) => [id, left.get(id), right.get(id)]);
}
