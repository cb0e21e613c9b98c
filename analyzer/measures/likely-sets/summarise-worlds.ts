import { compareIds } from "../../model/dataset.ts";
import type { RunGround } from "../ground.ts";
import { MeanEstimator } from "../statistics/mean-estimator.ts";
import { momentsOf } from "../statistics/moments.ts";
import { QuantileEstimator } from "../statistics/quantile-estimator.ts";
import { ShareEstimator } from "../statistics/share-estimator.ts";
import type { LikelySetsNumbers, WorldLoss } from "./likely-sets-result.ts";
import type { WorldsWork } from "./run-worlds.ts";
import type { WorldsPart } from "./world-tally.ts";

const quantileShares = [0.05, 0.25, 0.5, 0.75, 0.95, 0.99] as const;

/**
 * What all worlds come to, from their parts in the order of trials: the same bytes however they were shared out.
 *
 * Cost: O(trials log trials + nodes log nodes).
 */
export function summariseWorlds(
  ground: RunGround,
  { worlds, seed, trials }: WorldsWork,
  parts: readonly WorldsPart[],
  confidence: number,
): LikelySetsNumbers {
  const { assetIds } = ground.cascade.system;
  const share = new ShareEstimator(trials, confidence);
  const estimate = (hits: number) => ({ share: hits / trials, interval: share.interval(hits) });
  const sums = { nodes: summed(parts, "nodeWorlds"), states: summed(parts, "stateWorlds") };
  const spread = lossSpread(trials, confidence);
  const peopleLost = spread(joined(parts, "people"));
  const unknown = "in at least one world no asset that is lost states people_served; people lost are not known";
  return {
    trials,
    seed,
    confidence,
    assetsLost: spread(joined(parts, "assets"))!,
    peopleLost,
    statesReached: spread(joined(parts, "states"))!,
    states: ground.territory.codes
      .map((code, state) => ({ code, hits: sums.states[state]! }))
      .filter(({ hits }) => hits > 0)
      .map(({ code, hits }) => ({ code, reached: estimate(hits) })),
    assets: [...worlds.nodeAsset]
      .map((asset, node) => ({ id: assetIds[asset]!, hits: sums.nodes[node]! }))
      .sort((x, y) => y.hits - x.hits || compareIds(x.id, y.id))
      .map(({ id, hits }) => ({ id, lost: estimate(hits) })),
    warnings: peopleLost === null ? [{ code: "RUN_PEOPLE_UNKNOWN", text: unknown }] : [],
  };
}

/** Estimates what one number per world comes to; null where a world's is not known. */
function lossSpread(trials: number, confidence: number): (values: Float64Array) => WorldLoss | null {
  const mean = new MeanEstimator(trials, confidence);
  const quantile = new QuantileEstimator(trials, confidence);
  return (values) => {
    if (values.some((value) => Number.isNaN(value))) return null;
    const sorted = values.toSorted();
    const worst = sorted.at(-1)!;
    return {
      ...mean.estimate(momentsOf(values)),
      quantiles: quantileShares.map((share) => quantile.estimate(sorted, share)),
      worst: { value: worst, trial: values.indexOf(worst) },
    };
  };
}

function summed(parts: readonly WorldsPart[], column: "nodeWorlds" | "stateWorlds"): Int32Array {
  const [first, ...others] = parts.map((part) => part[column]);
  const sum = Int32Array.from(first ?? []);
  for (const other of others) other.forEach((count, at) => (sum[at]! += count));
  return sum;
}

function joined(parts: readonly WorldsPart[], column: "assets" | "people" | "states"): Float64Array {
  const values = new Float64Array(parts.reduce((sum, part) => sum + part[column].length, 0));
  let from = 0;
  for (const part of parts) {
    values.set(part[column], from);
    from += part[column].length;
  }
  return values;
}
