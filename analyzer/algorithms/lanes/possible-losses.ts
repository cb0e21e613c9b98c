import type { System } from "../../system/system.ts";
import { ownLoopMembers } from "../cascade/own-loop.ts";

/** What may be lost for good: with which chance, and through which dependencies. */
export interface LossQuestion {
  readonly system: System;
  /** Assets that shocks may take for good; once per shock that may. */
  readonly shocked: Int32Array;
  /** [member] chance that the loss of its provider passes on, 0..1. */
  readonly memberLikelihood: Float64Array;
}

/** Why the reached part of a system is not one of assets that are wholly there or wholly lost. */
export type Obstacle =
  /** A group that may leave its asset something between nothing and everything. */
  | { readonly kind: "group"; readonly group: number }
  /** A network whose supply may change with the loss of this asset. */
  | { readonly kind: "network"; readonly asset: number; readonly network: number };

/** The world in which every shock hits and every loss that may pass on does: no world loses more. */
export interface PossibleLosses {
  /** [asset] 1 where it can be lost at all. */
  readonly lost: Uint8Array;
  /** [group] 1 where it can break. */
  readonly broken: Uint8Array;
  /** [member] 1 where it can pass a loss on to a group that can break. */
  readonly open: Uint8Array;
  /** What keeps worlds from being binary, by position; none: every world is. */
  readonly obstacles: readonly Obstacle[];
}

/**
 * Finds what can be lost for good in any world (model.md sections 2 and 3, failures only and after all lags and buffers), and
 * whether all of it is binary: each asset at 1 or 0 (performance.md section 2). A group that falls short counts as broken;
 * where it may leave something it is an obstacle, so nothing beyond an obstacle is ever answered.
 *
 * Cost: O(assets + members).
 */
export function possibleLosses(question: LossQuestion): PossibleLosses {
  const { system, shocked } = question;
  const lost = new Uint8Array(system.assetIds.length);
  const broken = new Uint8Array(system.groupAsset.length);
  const open = openMembers(question);
  const left = fullSupply(system);
  const queue = [...new Set(shocked)];
  for (const asset of queue) lost[asset] = 1;
  for (let head = 0; head < queue.length; head += 1) {
    const provider = queue[head]!;
    for (let at = system.suppliedStart[provider]!; at < system.suppliedStart[provider + 1]!; at += 1) {
      const member = system.suppliedMember[at]!;
      const group = system.memberGroup[member]!;
      if (open[member] === 0) continue;
      left[group]! -= system.memberShare[member]!;
      if (broken[group] === 1 || isMet(system, group, left[group]!)) continue;
      broken[group] = 1;
      const owner = system.groupAsset[group]!;
      if (lost[owner] === 1) continue;
      lost[owner] = 1;
      queue.push(owner);
    }
  }
  for (let member = 0; member < open.length; member += 1) {
    if (broken[system.memberGroup[member]!] === 0 || lost[system.memberProvider[member]!] !== 1) open[member] = 0;
  }
  const obstacles = [...groupObstacles(system, broken, open), ...networkObstacles(system, shocked, lost)];
  return { lost, broken, open, obstacles };
}

/** Whether a group with this much supply does not fall short; the tolerance is that of the engine. */
function isMet(system: System, group: number, supply: number): boolean {
  const need = system.groupNeed[group]!;
  return system.groupThreshold[group] === 1 ? supply >= need - 1e-9 : supply / need >= 1 - 1e-9;
}

/**
 * Members whose loss can count: not those a black start does without or whose lag never ends, nor of groups that take nothing
 * or never run out.
 */
function openMembers({ system, memberLikelihood }: LossQuestion): Uint8Array {
  const satisfied = ownLoopMembers(system);
  return Uint8Array.from(system.memberGroup, (group, member) =>
    satisfied[member] === 0 &&
    system.memberProvider[member]! >= 0 &&
    memberLikelihood[member]! > 0 &&
    system.memberLagTicks[member]! < Number.POSITIVE_INFINITY &&
    system.groupLoss[group]! > 0 &&
    system.groupBufferTicks[group]! < Number.POSITIVE_INFINITY
      ? 1
      : 0,
  );
}

/** [group] supply with nothing lost. */
function fullSupply(system: System): Float64Array {
  const supply = Float64Array.from(system.groupGiven);
  for (let member = 0; member < system.memberGroup.length; member += 1) {
    supply[system.memberGroup[member]!]! += system.memberShare[member]!;
  }
  return supply;
}

/** A group is binary where it takes all, and either is a threshold or any one of its open members meets it alone. */
function groupObstacles(system: System, broken: Uint8Array, open: Uint8Array): Obstacle[] {
  const obstacles: Obstacle[] = [];
  for (let group = 0; group < broken.length; group += 1) {
    if (broken[group] === 0) continue;
    let kept = system.groupGiven[group]!;
    let oneIsEnough = true;
    for (let member = system.memberStart[group]!; member < system.memberStart[group + 1]!; member += 1) {
      const share = system.memberShare[member]!;
      if (open[member] === 0) kept += share;
      else if (!isMet(system, group, share)) oneIsEnough = false;
    }
    const binary = system.groupThreshold[group] === 1 || (oneIsEnough && kept <= 1e-9 * system.groupNeed[group]!);
    if (system.groupLoss[group] !== 1 || !binary) obstacles.push({ kind: "group", group });
  }
  return obstacles;
}

/**
 * A network does not notice the loss of an asset that does not produce and is either not shocked (it still conducts) or a
 * last one with at most one neighbour (it cuts nobody off, and its demand only goes away).
 */
function networkObstacles(system: System, shocked: Int32Array, lost: Uint8Array): Obstacle[] {
  const obstacles: Obstacle[] = [];
  const isShocked = new Set(shocked);
  for (let asset = 0; asset < lost.length; asset += 1) {
    if (lost[asset] === 0) continue;
    for (let at = system.assetNetworkStart[asset]!; at < system.assetNetworkStart[asset + 1]!; at += 1) {
      const position = system.assetNetwork[at]!;
      const network = system.networks[position]!;
      const node = system.assetNode[at]!;
      const neighbours = network.neighbourStart[node + 1]! - network.neighbourStart[node]!;
      const isLast = neighbours <= 1 && network.zones === null;
      const produces = network.nodeMember[node] === -1;
      if (produces || (isShocked.has(asset) && !isLast)) obstacles.push({ kind: "network", asset, network: position });
    }
  }
  return obstacles;
}
