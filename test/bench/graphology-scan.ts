import { DirectedGraph } from "graphology";
import type { SeededSystem } from "../support/seeded-systems.ts";
import type { LossAnswer } from "./answer-checksum.ts";

interface AssetAttributes {
  readonly people: number;
  readonly state: number;
}

interface DependencyAttributes {
  readonly group: number;
  readonly failuresNeeded: number;
}

/** A system in graphology: groups are attributes of the edges. */
export class GraphologyScan {
  private readonly graph = new DirectedGraph<AssetAttributes, DependencyAttributes>();

  constructor({ groups, territory }: SeededSystem) {
    const { owner, failuresNeeded, memberStart, member } = groups;
    territory.peopleServed.forEach((people, asset) => {
      this.graph.addNode(String(asset), { people, state: territory.stateOf[asset]! });
    });
    owner.forEach((asset, group) => {
      for (const provider of member.subarray(memberStart[group], memberStart[group + 1])) {
        const attributes = { group, failuresNeeded: failuresNeeded[group]! };
        this.graph.addDirectedEdge(String(provider), String(asset), attributes);
      }
    });
  }

  /** One cascade per source. Cost: the sum of all closures. */
  scan(sources: Int32Array): LossAnswer {
    const { graph } = this;
    const answer = { lost: [] as number[], people: [] as number[], states: [] as number[] };
    for (const number of sources) {
      const source = String(number);
      const lost = this.cascade(source);
      let people = 0;
      const states = new Set<number>();
      for (const asset of lost) {
        people += graph.getNodeAttribute(asset, "people");
        if (asset !== source) states.add(graph.getNodeAttribute(asset, "state"));
      }
      answer.lost.push(lost.size);
      answer.people.push(people);
      answer.states.push(states.size);
    }
    return answer;
  }

  private cascade(source: string): Set<string> {
    const lost = new Set([source]);
    const failures = new Map<number, number>();
    for (const asset of lost) {
      this.graph.forEachOutEdge(asset, (_edge, { group, failuresNeeded }, _provider, dependent) => {
        const failed = (failures.get(group) ?? 0) + 1;
        failures.set(group, failed);
        if (failed >= failuresNeeded) lost.add(dependent);
      });
    }
    return lost;
  }
}
