import type { Chance } from "../../analyzer/algorithms/chance/chance.ts";
import { purposes } from "../../analyzer/algorithms/chance/chance.ts";
import { ownLoopMembers } from "../../analyzer/algorithms/cascade/own-loop.ts";
import type { WorldQuestion } from "../../analyzer/algorithms/lanes/compile-worlds.ts";

/**
 * One world, read off the model page: every coin is tossed by itself, then every group of every asset is weighed again and
 * again until nothing more falls. Knows nothing of layouts, planes or lanes.
 *
 * @returns [asset] 1 where it is lost for good
 */
export function scalarWorld(question: WorldQuestion, chance: Chance, trial: number): Uint8Array {
  const { system, shocked } = question;
  const lost = new Uint8Array(system.assetIds.length);
  for (const shock of hitShocks(question, chance, trial)) lost[shocked[shock]!] = 1;
  const satisfied = ownLoopMembers(system);
  const passes = satisfied.map((done, member) => Number(done === 0 && passesOn(question, chance, member, trial)));
  const level = (group: number): number => {
    if (system.groupBufferTicks[group] === Number.POSITIVE_INFINITY) return 1;
    let supply = system.groupGiven[group]!;
    for (let member = system.memberStart[group]!; member < system.memberStart[group + 1]!; member += 1) {
      const provider = system.memberProvider[member]!;
      if (passes[member] === 0 || provider < 0 || lost[provider] === 0) supply += system.memberShare[member]!;
    }
    const need = system.groupNeed[group]!;
    const share = system.groupThreshold[group] === 1 ? Number(supply >= need - 1e-9) : supply / need;
    return share >= 1 - 1e-9 ? 1 : 1 - system.groupLoss[group]! * (1 - share);
  };
  for (let falls = true; falls; ) {
    falls = false;
    for (let group = 0; group < system.groupAsset.length; group += 1) {
      const asset = system.groupAsset[group]!;
      if (lost[asset] === 1 || level(group) === 1) continue;
      if (level(group) > 1e-9) throw new Error(`group ${group} leaves its asset something`);
      lost[asset] = 1;
      falls = true;
    }
  }
  return lost;
}

/** The shocks that hit in a world. */
export function hitShocks({ shockLikelihood, shockKey }: WorldQuestion, chance: Chance, trial: number): number[] {
  return [...shockLikelihood.keys()].filter((shock) =>
    chance.hits(purposes.shock, shockKey[2 * shock]!, shockKey[2 * shock + 1]!, trial, shockLikelihood[shock]!),
  );
}

/** Whether the loss of its provider passes over a member in a world. */
export function passesOn(question: WorldQuestion, chance: Chance, member: number, trial: number): boolean {
  const { memberKey, memberLikelihood } = question;
  const [low, high] = [memberKey[2 * member]!, memberKey[2 * member + 1]!];
  return chance.hits(purposes.transmission, low, high, trial, memberLikelihood[member]!);
}
