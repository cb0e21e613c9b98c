import { compileWorlds, type WorldQuestion } from "../../algorithms/lanes/compile-worlds.ts";
import { type Obstacle, possibleLosses } from "../../algorithms/lanes/possible-losses.ts";
import type { WorldSystem } from "../../algorithms/lanes/world-system.ts";
import { shockChances } from "../../algorithms/trials/shock-draws.ts";
import { transmissionChances } from "../../algorithms/trials/transmission-draws.ts";
import { type Issue, nowhere } from "../../model/issue.ts";
import type { Scenario } from "../../model/scenario.ts";
import type { System } from "../../system/system.ts";
import type { RunGround } from "../ground.ts";

/** Obstacles that are named one by one; of more, only how many there are. */
const namedObstacles = 5;

/**
 * Lays out the worlds of a scenario that resolves without errors: the same coins as its trials toss. Refused, with issues,
 * where losses are not for good or what they reach is not binary.
 *
 * Cost: O(shocks x assets + members).
 */
export function planWorlds(ground: RunGround, scenario: Scenario): WorldSystem | readonly Issue[] {
  const passing = shockIssues(scenario);
  if (passing.length > 0) return passing;
  const { system } = ground.cascade;
  const question = worldQuestion(ground, scenario);
  const losses = possibleLosses(question);
  if (losses.obstacles.length > 0) return obstacleIssues(system, losses.obstacles);
  return compileWorlds(question, losses);
}

function worldQuestion({ dataset, cascade: { system } }: RunGround, scenario: Scenario): WorldQuestion {
  const shocks = shockChances(dataset, scenario, { hits: true, repair: false });
  const entries = [...shocks.asset.keys()].filter(
    (entry) => shocks.likelihood[entry]! > 0 && shocks.availability[entry] === 0,
  );
  const memberLikelihood = new Float64Array(system.memberGroup.length).fill(1);
  const memberKey = new Uint32Array(2 * memberLikelihood.length);
  const { member, likelihood, keys } = transmissionChances(dataset.dependencies, system);
  member.forEach((position, at) => {
    memberLikelihood[position] = likelihood[at]!;
    memberKey.set(keys.subarray(2 * at, 2 * at + 2), 2 * position);
  });
  return {
    system,
    shocked: Int32Array.from(entries, (entry) => shocks.asset[entry]!),
    shockLikelihood: Float64Array.from(entries, (entry) => shocks.likelihood[entry]!),
    shockKey: Uint32Array.from(entries.flatMap((entry) => [shocks.keys[2 * entry]!, shocks.keys[2 * entry + 1]!])),
    memberLikelihood,
    memberKey,
  };
}

function shockIssues({ shocks }: Scenario): Issue[] {
  return shocks.flatMap((shock, number) => {
    const issues: Issue[] = [];
    if (shock.hours !== undefined) {
      const text = "a shock that ends; here what is lost is lost for good: leave its hours out, or ask for trials";
      issues.push(notBinary(`shocks[${number}].hours`, String(shock.hours), text));
    }
    if (shock.availability !== undefined && shock.availability > 0 && shock.availability < 1) {
      const text = "a shock that leaves something; here an asset is wholly there or wholly lost: ask for trials";
      issues.push(notBinary(`shocks[${number}].availability`, String(shock.availability), text));
    }
    return issues;
  });
}

function obstacleIssues(system: System, obstacles: readonly Obstacle[]): Issue[] {
  const issues = obstacles.slice(0, namedObstacles).map((obstacle) => {
    if (obstacle.kind === "group") {
      const asset = system.assetIds[system.groupAsset[obstacle.group]!]!;
      const text = `group ${system.groupNames[obstacle.group]} of ${asset} can leave it something between nothing and all; ask for trials`;
      return notBinary("group", asset, text);
    }
    const asset = system.assetIds[obstacle.asset]!;
    const { commodity } = system.networks[obstacle.network]!;
    return notBinary(
      "commodity",
      asset,
      `the loss of ${asset} can change what ${commodity} gives others; ask for trials`,
    );
  });
  const rest = obstacles.length - issues.length;
  if (rest > 0) issues.push(notBinary("scenario", String(rest), `${rest} more groups or assets of this kind`));
  return issues;
}

function notBinary(column: string, value: string, text: string): Issue {
  return { ...nowhere, severity: "error", code: "ANALYSIS_NOT_BINARY", column, value, text };
}
