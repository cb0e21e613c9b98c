import { Chance, purposes } from "../chance/chance.ts";
import { KeptCoins } from "./kept-coins.ts";
import type { Lanes } from "./lanes.ts";
import { firstWorlds } from "./marked-worlds.ts";
import type { WorldSystem } from "./world-system.ts";

/**
 * Worlds side by side in plain integers: 32 to a word, one word or four per node. The twin of the WebAssembly kernel, and
 * what runs where that cannot.
 *
 * A node passes on the worlds in which it was newly lost, so a loss is tried once per dependency and world. Nodes that wait are
 * bits of `waiting`, taken in order of position, which is providers first.
 *
 * Cost per run: O(nodes lost + edges touched), whatever else the system holds; the coins are the most of it.
 */
export class PlainLanes implements Lanes {
  readonly width: number;
  readonly lost: Int32Array;
  readonly lostNodes: Int32Array;
  lostCount = 0;
  edgesTouched = 0;
  private readonly chance: Chance;
  private readonly coins: KeptCoins;
  private readonly words: number;
  /** [node x words] worlds in which a node was lost and has not passed it on. */
  private readonly pending: Int32Array;
  private readonly waiting: Int32Array;
  /** A bit for each word of `waiting` that has any, so that a loss that runs against the order does not search them all. */
  private readonly waitingWords: Int32Array;
  private readonly planes: Int32Array;
  /** [group] the run that used its planes last. */
  private readonly countedIn: Int32Array;
  /** Worlds at hand, and worlds a loss may reach. */
  private readonly active: Int32Array;
  private readonly reached: Int32Array;
  private runs = 0;

  /** @param width 32 or 128 worlds at once */
  constructor(
    private readonly worlds: WorldSystem,
    seed: number,
    width: 32 | 128,
  ) {
    this.width = width;
    this.words = width / 32;
    this.chance = new Chance(seed);
    this.coins = new KeptCoins(worlds, this.chance, this.words);
    const nodeCount = worlds.nodeAsset.length;
    this.lost = new Int32Array(nodeCount * this.words);
    this.lostNodes = new Int32Array(nodeCount);
    this.pending = new Int32Array(nodeCount * this.words);
    this.waiting = new Int32Array(Math.ceil(nodeCount / 32));
    this.waitingWords = new Int32Array(Math.ceil(nodeCount / 1024));
    this.planes = new Int32Array(worlds.planePreset.length * this.words);
    this.countedIn = new Int32Array(worlds.planeStart.length - 1);
    this.active = new Int32Array(this.words);
    this.reached = new Int32Array(this.words);
  }

  run(firstTrial: number, count: number): void {
    const { words } = this;
    for (let at = 0; at < this.lostCount; at += 1) {
      const from = this.lostNodes[at]! * words;
      this.lost.fill(0, from, from + words);
    }
    this.lostCount = 0;
    this.runs += 1;
    this.coins.begin(firstTrial / 32);
    this.shock(firstTrial / 32, count);
    for (let waits = true; waits; ) {
      waits = false;
      for (let at = 0; at < this.waitingWords.length; at += 1) {
        // What comes to wait further up waits for the next pass, so that more worlds come together at a node.
        for (let bits = this.waitingWords[at]!, above = -1; bits !== 0; bits = this.waitingWords[at]! & above) {
          waits = true;
          const bit = bits & -bits;
          above = -2 * bit;
          this.waitingWords[at]! &= ~bit;
          this.settle(32 * at + 31 - Math.clz32(bit));
        }
      }
    }
  }

  /** Works off the nodes that wait in a word. */
  private settle(word: number): void {
    for (let bits = this.waiting[word]!; bits !== 0; bits = this.waiting[word]!) {
      const bit = bits & -bits;
      this.waiting[word] = bits ^ bit;
      this.passOn(32 * word + 31 - Math.clz32(bit));
    }
  }

  private shock(firstWord: number, count: number): void {
    const { sourceNode, sourceKey, sourceLikelihood } = this.worlds;
    for (let source = 0; source < sourceNode.length; source += 1) {
      const [low, high] = [sourceKey[2 * source]!, sourceKey[2 * source + 1]!];
      const likelihood = sourceLikelihood[source]!;
      for (let word = 0; word < this.words; word += 1) {
        const hit = this.chance.mask32(purposes.shock, low, high, firstWord + word, likelihood);
        this.reached[word] = hit & firstWorlds(count - 32 * word);
      }
      this.lose(sourceNode[source]!);
    }
  }

  /** Tries every dependency on a node in the worlds in which it was newly lost. */
  private passOn(node: number): void {
    const { edgeStart, edgeNode, edgeGroup } = this.worlds;
    const { words, active, reached, lost, pending } = this;
    for (let word = 0; word < words; word += 1) {
      active[word] = pending[node * words + word]!;
      pending[node * words + word] = 0;
    }
    for (let edge = edgeStart[node]!; edge < edgeStart[node + 1]!; edge += 1) {
      const dependent = edgeNode[edge]!;
      let any = 0;
      for (let word = 0; word < words; word += 1) {
        reached[word] = active[word]! & ~lost[dependent * words + word]!;
        any |= reached[word]!;
      }
      if (any === 0) continue;
      this.edgesTouched += 1;
      for (let word = 0; word < words; word += 1) {
        if (reached[word] !== 0) reached[word] = this.coins.hits(edge, word, reached[word]!);
      }
      if (edgeGroup[edge]! >= 0) this.count(edge);
      this.lose(dependent);
    }
  }

  /** Adds an edge's units to the count of its group in the worlds reached, and leaves those in which that breaks it. */
  private count(edge: number): void {
    const { edgeGroup, edgeUnits, planeStart } = this.worlds;
    const { words, reached, planes } = this;
    const group = edgeGroup[edge]!;
    const from = planeStart[group]!;
    const to = planeStart[group + 1]!;
    if (this.countedIn[group] !== this.runs) this.preset(group);
    for (let word = 0; word < words; word += 1) {
      const added = reached[word]!;
      if (added === 0) continue;
      let carry = 0;
      let units = edgeUnits[2 * edge]!;
      for (let plane = from; plane < to; plane += 1) {
        if (plane - from === 32) units = edgeUnits[2 * edge + 1]!;
        const at = plane * words + word;
        const bit = planes[at]!;
        const addend = (units & 1) === 1 ? added : 0;
        planes[at] = bit ^ addend ^ carry;
        carry = (bit & addend) | (carry & (bit | addend));
        units >>>= 1;
      }
      reached[word] = carry;
    }
  }

  /** The first time a run counts in a group, its planes stand as they are to start. */
  private preset(group: number): void {
    const { planeStart, planePreset } = this.worlds;
    this.countedIn[group] = this.runs;
    for (let plane = planeStart[group]!; plane < planeStart[group + 1]!; plane += 1) {
      this.planes.fill(-planePreset[plane]!, plane * this.words, (plane + 1) * this.words);
    }
  }

  /** A node is lost in the worlds reached. */
  private lose(node: number): void {
    const { words, reached, lost, pending } = this;
    let before = 0;
    let any = 0;
    for (let word = 0; word < words; word += 1) {
      const at = node * words + word;
      const newly = reached[word]! & ~lost[at]!;
      before |= lost[at]!;
      lost[at]! |= newly;
      pending[at]! |= newly;
      any |= newly;
    }
    if (any === 0) return;
    if (before === 0) {
      this.lostNodes[this.lostCount] = node;
      this.lostCount += 1;
    }
    this.waiting[node >> 5]! |= 1 << (node & 31);
    this.waitingWords[node >> 10]! |= 1 << ((node >> 5) & 31);
  }
}
