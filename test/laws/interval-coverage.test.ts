import { describe, expect, it } from "vitest";
import { expectedShortfall } from "../../analyzer/measures/statistics/expected-shortfall.ts";
import { MeanEstimator } from "../../analyzer/measures/statistics/mean-estimator.ts";
import { momentsOf } from "../../analyzer/measures/statistics/moments.ts";
import { QuantileEstimator } from "../../analyzer/measures/statistics/quantile-estimator.ts";
import { ShareEstimator } from "../../analyzer/measures/statistics/share-estimator.ts";
import { SeededRandom } from "../support/seeded-random.ts";

/** Requirements V07: a 90 % interval covers the exact value in 87 to 93 % of 1,000 synthetic trials. */

const rounds = 1000;

/** Share of rounds in which the interval of `count` numbers covers the truth; an open end covers all beyond it. */
function coverage(
  count: number,
  draw: (random: SeededRandom) => number,
  truth: number,
  intervalOf: (sample: Float64Array) => readonly [number | null, number | null],
): number {
  const random = new SeededRandom(20_260_729);
  let covered = 0;
  for (let round = 0; round < rounds; round += 1) {
    const [low, high] = intervalOf(Float64Array.from({ length: count }, () => draw(random)));
    if ((low === null || low <= truth) && (high === null || truth <= high)) covered += 1;
  }
  return covered / rounds;
}

/** Twelve uniform numbers less six: near normal, mean 0. */
const bell = (random: SeededRandom) => Array.from({ length: 12 }, () => random.unit()).reduce((a, b) => a + b, -6);
const exponential = (random: SeededRandom) => -Math.log(1 - random.unit());
/** No loss in seven of ten, else between 50 and 150: as a cascade that mostly does not happen. */
const rare = (random: SeededRandom) => (random.unit() < 0.7 ? 0 : 50 + 100 * random.unit());

const within = (share: number) => {
  expect(share).toBeGreaterThanOrEqual(0.87);
  expect(share).toBeLessThanOrEqual(0.93);
};

describe("90 % intervals cover the truth in 87 to 93 % of 1,000 rounds", () => {
  const meanInterval = (sample: Float64Array) =>
    new MeanEstimator(sample.length, 0.9).estimate(momentsOf(sample)).interval ?? [null, null];

  it.each([
    ["a bell, 8 trials", 8, bell, 0],
    ["exponential losses, 200 trials", 200, exponential, 1],
    ["losses that are mostly none, 100 trials", 100, rare, 30],
  ] as const)("of the mean: %s", (_title, count, draw, truth) => {
    within(coverage(count, draw, truth, meanInterval));
  });

  // Exactly, by the binomial distribution: the coverage of a probability swings with it and with the number of trials.
  it.each([
    [200, 0.5],
    [200, 0.3],
    [200, 0.1],
    [500, 0.2],
    [1000, 0.05],
  ])("of a probability, %i trials, %d", (count, truth) => {
    const estimator = new ShareEstimator(count, 0.9);
    let chance = (1 - truth) ** count;
    let covered = 0;
    for (let hits = 0; hits <= count; hits += 1) {
      const [low, high] = estimator.interval(hits);
      if (low <= truth && truth <= high) covered += chance;
      chance *= ((count - hits) / (hits + 1)) * (truth / (1 - truth));
    }
    within(covered);
  });

  it.each([0.5, 0.75, 0.95])("of the quantile at %d, 500 trials", (share) => {
    const truth = -Math.log(1 - share);
    const estimator = new QuantileEstimator(500, 0.9);
    within(coverage(500, exponential, truth, (sample) => estimator.estimate(sample.sort(), share).interval));
  });

  it("of the expected shortfall at 90 %, 2,000 trials", () => {
    const estimator = new MeanEstimator(2000, 0.9);
    const truth = 1 - Math.log(0.1);
    within(
      coverage(2000, exponential, truth, (sample) => {
        return expectedShortfall(sample.sort(), 0.9, estimator).interval ?? [null, null];
      }),
    );
  });
});
