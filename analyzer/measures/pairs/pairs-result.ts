import type { PairValue } from "../../algorithms/sets/top-pairs.ts";
import type { Consequence } from "../../model/result.ts";
import { known, type RunCount } from "../set-losses.ts";
import type { Footprints } from "./footprints.ts";

/** Two assets lost together. */
export interface PairRow {
  readonly rank: number;
  readonly ids: readonly [string, string];
  readonly total: number;
  /** What the loss of each alone brings, in the order of `ids`; null where it is not known. */
  readonly alone: readonly [number | null, number | null];
  /** How much the total exceeds the sum of both; null where one of them is not known. */
  readonly synergy: number | null;
}

export interface PairsResult extends RunCount {
  readonly kind: "pairs";
  readonly by: Consequence;
  readonly hours: number;
  readonly horizonHours: number;
  /** Assets that pairs were made of. */
  readonly assets: number;
  /** All their pairs: `apart` were put together without a run, `simulated` were run, `ruledOut` cannot be among the rows. */
  readonly pairs: number;
  readonly apart: number;
  readonly simulated: number;
  readonly ruledOut: number;
  /** Pairs whose joint loss brings the most. */
  readonly worst: readonly PairRow[];
  /** Pairs whose joint loss most exceeds what each brings alone: losses that make each other worse. */
  readonly synergies: readonly PairRow[];
}

/** Rows of pairs that were found. */
export function pairRows(
  pairs: readonly PairValue[],
  footprints: Footprints,
  assetIds: readonly string[],
  total: (pair: PairValue, sum: number) => number,
): PairRow[] {
  return pairs.map((pair, index) => {
    const alone = [footprints.value[pair.first]!, footprints.value[pair.second]!] as const;
    const sum = alone[0] + alone[1];
    const together = total(pair, sum);
    return {
      rank: index + 1,
      ids: [assetIds[footprints.asset[pair.first]!]!, assetIds[footprints.asset[pair.second]!]!],
      total: together,
      alone: [known(alone[0]), known(alone[1])],
      synergy: known(together - sum),
    };
  });
}
