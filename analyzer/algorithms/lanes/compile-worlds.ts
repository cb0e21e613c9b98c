import { breakRule } from "../closure/break-rule.ts";
import type { System } from "../../system/system.ts";
import type { LossQuestion, PossibleLosses } from "./possible-losses.ts";
import type { WorldSystem } from "./world-system.ts";

/** A question with its chances and the keys of its coins (see `entityKeys`). */
export interface WorldQuestion extends LossQuestion {
  /** [shocked] chance that a shock takes it, above 0. */
  readonly shockLikelihood: Float64Array;
  /** [2 x shocked] */
  readonly shockKey: Uint32Array;
  /** [2 x member] */
  readonly memberKey: Uint32Array;
}

/**
 * Lays out what can be lost. The losses must be without obstacles.
 *
 * Cost: O(assets + members log members).
 */
export function compileWorlds(question: WorldQuestion, losses: PossibleLosses): WorldSystem {
  const { system, shocked, memberLikelihood, memberKey } = question;
  const counted = countGroups(question, losses);
  const nodeAsset = providersFirst(question, losses);
  const nodeOf = new Int32Array(system.assetIds.length).fill(-1);
  nodeAsset.forEach((asset, node) => {
    nodeOf[asset] = node;
  });
  const members: number[] = [];
  const edgeStart = new Int32Array(nodeAsset.length + 1);
  nodeAsset.forEach((asset, node) => {
    for (let at = system.suppliedStart[asset]!; at < system.suppliedStart[asset + 1]!; at += 1) {
      const member = system.suppliedMember[at]!;
      if (losses.open[member] === 1 && counted.groupOf[member] !== idle) members.push(member);
    }
    edgeStart[node + 1] = members.length;
  });
  return {
    nodeAsset,
    sourceNode: shocked.map((asset) => nodeOf[asset]!),
    sourceLikelihood: question.shockLikelihood,
    sourceKey: question.shockKey,
    edgeStart,
    edgeNode: Int32Array.from(members, (member) => nodeOf[system.groupAsset[system.memberGroup[member]!]!]!),
    edgeGroup: Int32Array.from(members, (member) => counted.groupOf[member]!),
    edgeUnits: Uint32Array.from(members.flatMap((member) => words(counted.unitsOf[member]!))),
    edgeLikelihood: Float64Array.from(members, (member) => memberLikelihood[member]!),
    edgeKey: Uint32Array.from(members.flatMap((member) => [memberKey[2 * member]!, memberKey[2 * member + 1]!])),
    planeStart: Int32Array.from(counted.planeStart),
    planePreset: Uint8Array.from(counted.planePreset),
  };
}

/** A loss that breaks its group alone, and one that no other losses make matter. */
const alone = -1;
const idle = -2;

interface CountedGroups {
  /** [member] counted group, or one of the two below. */
  readonly groupOf: Int32Array;
  readonly unitsOf: Float64Array;
  readonly planeStart: number[];
  readonly planePreset: number[];
}

/** Gives planes to the groups that take more than one loss to break. */
function countGroups({ system }: LossQuestion, { broken, open }: PossibleLosses): CountedGroups {
  const counted: CountedGroups = {
    groupOf: new Int32Array(open.length).fill(alone),
    unitsOf: new Float64Array(open.length),
    planeStart: [0],
    planePreset: [],
  };
  for (let group = 0; group < broken.length; group += 1) {
    if (broken[group] === 0) continue;
    const members: number[] = [];
    let bar = system.groupNeed[group]! - 1e-9 - system.groupGiven[group]!;
    for (let member = system.memberStart[group]!; member < system.memberStart[group + 1]!; member += 1) {
      if (open[member] === 1) members.push(member);
      else bar -= system.memberShare[member]!;
    }
    if (members.length === 1) continue;
    if (system.groupThreshold[group] === 0) count(counted, members, members.length, () => 1);
    else countShares(counted, system, members, bar);
  }
  return counted;
}

function countShares(counted: CountedGroups, { memberShare }: System, members: readonly number[], bar: number): void {
  const rule = breakRule(
    members.map((member) => memberShare[member]!),
    bar,
  );
  for (const member of members) counted.groupOf[member] = idle;
  for (const position of rule.alone) counted.groupOf[members[position]!] = alone;
  const together = rule.together.map((position) => members[position]!);
  if (together.length === 0) return;
  if (rule.failuresNeeded > 0) count(counted, together, rule.failuresNeeded, () => 1);
  else count(counted, together, rule.slack + 1, (at) => Math.min(rule.slack + 1, rule.shares[at]!));
}

/** A group of members that breaks as soon as the units of those lost come to `limit`. */
function count(counted: CountedGroups, members: readonly number[], limit: number, units: (at: number) => number): void {
  members.forEach((member, at) => {
    counted.groupOf[member] = counted.planeStart.length - 1;
    counted.unitsOf[member] = units(at);
  });
  let planes = 1;
  while (2 ** planes < limit) planes += 1;
  const preset = 2 ** planes - limit;
  for (let plane = 0; plane < planes; plane += 1) counted.planePreset.push(Math.floor(preset / 2 ** plane) % 2);
  counted.planeStart.push(counted.planePreset.length);
}

/** The assets that can be lost in reverse post-order of a depth-first walk from the shocked ones; no recursion. */
function providersFirst({ system, shocked }: LossQuestion, { lost, open }: PossibleLosses): Int32Array {
  const seen = new Uint8Array(lost.length);
  const nextOf = system.suppliedStart.slice(0, lost.length);
  const finished: number[] = [];
  const walk: number[] = [];
  for (const root of shocked) {
    if (seen[root] === 1) continue;
    seen[root] = 1;
    walk.push(root);
    for (let asset = walk.at(-1); asset !== undefined; asset = walk.at(-1)) {
      const at = nextOf[asset]!;
      if (at === system.suppliedStart[asset + 1]) {
        finished.push(asset);
        walk.pop();
        continue;
      }
      nextOf[asset] = at + 1;
      const member = system.suppliedMember[at]!;
      const owner = system.groupAsset[system.memberGroup[member]!]!;
      if (open[member] === 0 || seen[owner] === 1) continue;
      seen[owner] = 1;
      walk.push(owner);
    }
  }
  return Int32Array.from(finished.reverse());
}

/** Low and high word of a whole number below 2^53. */
function words(value: number): [number, number] {
  return [value % 2 ** 32, Math.floor(value / 2 ** 32)];
}
