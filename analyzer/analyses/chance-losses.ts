import type { ChanceLosses } from "../measures/chance-worlds.ts";
import type { RunGround } from "../measures/ground.ts";
import { hasErrors } from "../model/issue.ts";
import { aftermathHours, type Scenario, scanLossHours } from "../model/scenario.ts";
import type { Parameters } from "../run/parameters.ts";
import { resolveScenario } from "../system/resolve-scenario.ts";
import { toTicks } from "../system/ticks.ts";

/**
 * Which assets may be lost and how: all of them with the parameter `likelihood`, for `hours`; or those that the shocks of
 * `scenario` select, each by itself with its shock's likelihood. Null where the parameters are refused.
 */
export function chanceLosses(read: Parameters, ground: RunGround, fallback: number): ChanceLosses | null {
  if (!read.has("scenario")) return allAlike(read, ground, fallback);
  const scenario = read.scenario();
  for (const name of ["likelihood", "hours", "horizonHours"]) {
    if (read.has(name)) read.refuse(name, name, "the scenario states this; leave one of them out");
  }
  return scenario === null ? null : ofScenario(read, ground, scenario);
}

function allAlike(read: Parameters, { cascade }: RunGround, fallback: number): ChanceLosses | null {
  const likelihood = read.share("likelihood", fallback);
  const hours = read.hours("hours", scanLossHours);
  const horizonHours = read.hours("horizonHours", hours + aftermathHours);
  if (read.issues.length > 0) return null;
  const count = likelihood === 0 ? 0 : cascade.system.assetIds.length;
  return {
    asset: Int32Array.from({ length: count }, (_, asset) => asset),
    likelihood: new Float64Array(count).fill(likelihood),
    fromTick: new Float64Array(count),
    toTick: new Float64Array(count).fill(toTicks(hours)),
    availability: new Float64Array(count),
    horizonTick: toTicks(horizonHours),
    named: null,
  };
}

function ofScenario(read: Parameters, { dataset }: RunGround, scenario: Scenario): ChanceLosses | null {
  const { resolved, issues } = resolveScenario(dataset, scenario);
  read.issues.push(...issues);
  if (hasErrors(issues)) return null;
  // Each shock once more by itself tells how many entries of the whole are its own.
  const likelihoods = scenario.shocks.flatMap((shock) => {
    const own = resolveScenario(dataset, { ...scenario, shocks: [shock] }).resolved.asset.length;
    return Array.from({ length: own }, () => shock.likelihood ?? 1);
  });
  if (resolved.named.length < resolved.asset.length) {
    read.refuse("scenario", scenario.id, "two shocks select the same asset; here each asset is lost by one shock");
    return null;
  }
  const kept = [...resolved.asset.keys()]
    .filter((entry) => likelihoods[entry]! > 0)
    .toSorted((x, y) => resolved.asset[x]! - resolved.asset[y]!);
  return {
    asset: Int32Array.from(kept, (entry) => resolved.asset[entry]!),
    likelihood: Float64Array.from(kept, (entry) => likelihoods[entry]!),
    fromTick: Float64Array.from(kept, (entry) => resolved.fromTick[entry]!),
    toTick: Float64Array.from(kept, (entry) => resolved.toTick[entry]!),
    availability: Float64Array.from(kept, (entry) => resolved.availability[entry]!),
    horizonTick: toTicks(scenario.horizonHours),
    named: resolved.named,
  };
}
