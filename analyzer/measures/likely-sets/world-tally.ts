import { worldCount } from "../../algorithms/lanes/marked-worlds.ts";
import type { Lanes } from "../../algorithms/lanes/lanes.ts";
import type { WorldSystem } from "../../algorithms/lanes/world-system.ts";
import type { Territory } from "../../system/territory.ts";

/** What a stretch of worlds came to. */
export interface WorldsPart {
  /** [node] worlds in which it was lost. */
  readonly nodeWorlds: Int32Array;
  /** [State] worlds in which an asset of it that no shock names was lost. */
  readonly stateWorlds: Int32Array;
  /** [world] assets lost. */
  readonly assets: Float64Array;
  /** [world] people they serve, NaN where none of them says how many. */
  readonly people: Float64Array;
  /** [world] States reached. */
  readonly states: Float64Array;
}

/** Sums worlds that were computed side by side. People are added by ascending asset, as in every other sum. */
export class WorldTally {
  private readonly nodeWorlds: Int32Array;
  private readonly stateWorlds: Int32Array;
  private readonly assets: Float64Array;
  private readonly people: Float64Array;
  private readonly states: Float64Array;
  /** [world] assets lost that state people. */
  private readonly stated: Int32Array;
  /** Nodes by ascending asset, and [node] where it stands among them. */
  private readonly nodes: Int32Array;
  private readonly rankOf: Int32Array;
  private readonly isNamed: Uint8Array;
  /** [State x 4] worlds of the run at hand that reach it. */
  private readonly reached: Int32Array;

  constructor(
    private readonly worlds: WorldSystem,
    private readonly territory: Territory,
    named: Int32Array,
    count: number,
  ) {
    const { nodeAsset } = worlds;
    this.nodeWorlds = new Int32Array(nodeAsset.length);
    this.stateWorlds = new Int32Array(territory.codes.length);
    this.assets = new Float64Array(count);
    this.people = new Float64Array(count);
    this.states = new Float64Array(count);
    this.stated = new Int32Array(count);
    this.nodes = Int32Array.from(nodeAsset.keys()).sort((a, b) => nodeAsset[a]! - nodeAsset[b]!);
    this.rankOf = new Int32Array(nodeAsset.length);
    this.nodes.forEach((node, rank) => {
      this.rankOf[node] = rank;
    });
    this.isNamed = new Uint8Array(territory.sectorOf.length);
    for (const asset of named) this.isNamed[asset] = 1;
    this.reached = new Int32Array(4 * territory.codes.length);
  }

  /**
   * Adds the worlds of a run; the first of them is number `from` of the stretch.
   *
   * Cost: O(assets lost in all worlds + States), and the order of those lost in any.
   */
  add({ lost, lostNodes, lostCount, width }: Lanes, from: number): void {
    const words = width / 32;
    this.reached.fill(0);
    for (const rank of Int32Array.from({ length: lostCount }, (_, at) => this.rankOf[lostNodes[at]!]!).sort()) {
      const node = this.nodes[rank]!;
      this.nodeWorlds[node]! += worldCount(lost, node * words, words);
      this.addNode(lost, node, words, from);
    }
    this.addStates(words, from);
  }

  part(): WorldsPart {
    const people = this.people.map((sum, world) =>
      this.stated[world] === 0 && this.assets[world]! > 0 ? Number.NaN : sum,
    );
    return {
      nodeWorlds: this.nodeWorlds,
      stateWorlds: this.stateWorlds,
      assets: this.assets,
      people,
      states: this.states,
    };
  }

  private addNode(lost: Int32Array, node: number, words: number, from: number): void {
    const { shareStart, stateOf, peopleServed } = this.territory;
    const asset = this.worlds.nodeAsset[node]!;
    const people = peopleServed[asset]!;
    const isStated = !Number.isNaN(people);
    for (let word = 0; word < words; word += 1) {
      for (let bits = lost[node * words + word]!; bits !== 0; bits &= bits - 1) {
        const world = from + 32 * word + 31 - Math.clz32(bits & -bits);
        this.assets[world]! += 1;
        if (!isStated) continue;
        this.people[world]! += people;
        this.stated[world]! += 1;
      }
    }
    if (this.isNamed[asset] === 1) return;
    for (let share = shareStart[asset]!; share < shareStart[asset + 1]!; share += 1) {
      const at = 4 * stateOf[share]!;
      for (let word = 0; word < words; word += 1) this.reached[at + word]! |= lost[node * words + word]!;
    }
  }

  private addStates(words: number, from: number): void {
    for (let state = 0; state < this.stateWorlds.length; state += 1) {
      this.stateWorlds[state]! += worldCount(this.reached, 4 * state, words);
      for (let word = 0; word < words; word += 1) {
        for (let bits = this.reached[4 * state + word]!; bits !== 0; bits &= bits - 1) {
          this.states[from + 32 * word + 31 - Math.clz32(bits & -bits)]! += 1;
        }
      }
    }
  }
}
