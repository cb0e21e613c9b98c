import { type Dataset, limits, prepareGround, type Scenario } from "../../analyzer/index.ts";
import { trialChances } from "../../analyzer/algorithms/trials/trial-draws.ts";
import { ShockDraws } from "../../analyzer/algorithms/trials/shock-draws.ts";
import { Chance } from "../../analyzer/algorithms/chance/chance.ts";
import { SetTally } from "../../analyzer/measures/set-tally.ts";
import { toTicks } from "../../analyzer/system/ticks.ts";

/** Mean and variance of the outage hours of one trial, exactly. */
export interface ExactOutage {
  readonly mean: number;
  readonly variance: number;
}

/**
 * Every outcome of the coins of a trial, weighed by its probability: hits of shocks and transmission, with repair times
 * as likely and buffers as stated. Null where there are more than `mostCoins` coins that can fall either way.
 */
export function enumerateTrials(dataset: Dataset, scenario: Scenario, mostCoins: number): ExactOutage | null {
  const prepared = prepareGround(dataset, []);
  if (prepared.kind === "refused") throw new Error("not ready");
  const { cascade, territory } = prepared.ground;
  const drawn = { hits: true, transmission: true, repair: false, bufferSpread: 0 };
  const { shocks, transmission } = trialChances(dataset, cascade.system, scenario, 0, drawn);
  const all = new ShockDraws({ ...shocks, likelihood: shocks.likelihood.map(() => 1) }, new Chance(0)).plan(0);
  const likelihoods = [...shocks.likelihood, ...transmission.likelihood];
  const open = [...likelihoods.keys()].filter((coin) => likelihoods[coin]! > 0 && likelihoods[coin]! < 1);
  if (open.length > mostCoins) return null;
  const tally = new SetTally(territory);
  let [mean, square] = [0, 0];
  for (let outcome = 0; outcome < 2 ** open.length; outcome += 1) {
    const hits = likelihoods.map((likelihood, coin) => {
      const place = open.indexOf(coin);
      return place === -1 ? likelihood === 1 : ((outcome >> place) & 1) === 1;
    });
    const weight = open.reduce(
      (product, coin) => product * (hits[coin] ? likelihoods[coin]! : 1 - likelihoods[coin]!),
      1,
    );
    const hit = [...shocks.asset.keys()].filter((entry) => hits[entry]);
    const plan = {
      asset: hit.map((entry) => all.asset[entry]!),
      fromTick: hit.map((entry) => all.fromTick[entry]!),
      toTick: hit.map((entry) => all.toTick[entry]!),
      availability: hit.map((entry) => all.availability[entry]!),
    };
    const closedMembers = [...transmission.member].filter((_, at) => !hits[shocks.asset.length + at]);
    const horizonTick = toTicks(scenario.horizonHours);
    const { trace } = cascade.run(plan, { horizonTick, maxEvents: limits.events, causes: false, closedMembers });
    const { outageHours } = tally.consequences(plan.asset, trace);
    mean += weight * outageHours;
    square += weight * outageHours * outageHours;
  }
  return { mean, variance: Math.max(0, square - mean * mean) };
}
