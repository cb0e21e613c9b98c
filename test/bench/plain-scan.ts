import type { SeededSystem } from "../support/seeded-systems.ts";
import type { LossAnswer } from "./answer-checksum.ts";

interface PlainAsset {
  readonly people: number;
  readonly state: string;
  readonly groups: PlainGroup[];
}

interface PlainGroup {
  readonly owner: PlainAsset;
  readonly failuresNeeded: number;
}

/** A system as objects that hold one another: how a program is written before anybody measures it. */
export class PlainScan {
  private readonly assets: readonly PlainAsset[];

  constructor({ groups, territory }: SeededSystem) {
    const { owner, failuresNeeded, memberStart, member } = groups;
    this.assets = Array.from(territory.peopleServed, (people, asset) => ({
      people,
      state: territory.codes[territory.stateOf[asset]!]!,
      groups: [],
    }));
    owner.forEach((asset, position) => {
      const group = { owner: this.assets[asset]!, failuresNeeded: failuresNeeded[position]! };
      for (const provider of member.subarray(memberStart[position], memberStart[position + 1])) {
        this.assets[provider]!.groups.push(group);
      }
    });
  }

  /** One cascade per source. Cost: the sum of all closures. */
  scan(sources: Int32Array): LossAnswer {
    const answer = { lost: [] as number[], people: [] as number[], states: [] as number[] };
    for (const source of sources) {
      const lost = cascade(this.assets[source]!);
      let people = 0;
      const states = new Set<string>();
      for (const asset of lost) {
        people += asset.people;
        if (asset !== this.assets[source]) states.add(asset.state);
      }
      answer.lost.push(lost.size);
      answer.people.push(people);
      answer.states.push(states.size);
    }
    return answer;
  }
}

function cascade(source: PlainAsset): Set<PlainAsset> {
  const lost = new Set([source]);
  const failures = new Map<PlainGroup, number>();
  // A set is walked in the order of its additions, those made meanwhile included.
  for (const asset of lost) {
    for (const group of asset.groups) {
      const failed = (failures.get(group) ?? 0) + 1;
      failures.set(group, failed);
      if (failed >= group.failuresNeeded) lost.add(group.owner);
    }
  }
  return lost;
}
