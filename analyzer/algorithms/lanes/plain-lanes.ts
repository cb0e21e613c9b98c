import { blockTrials, Chance, purposes } from "../chance/chance.ts";
import type { Lanes } from "./lanes.ts";
import { firstWorlds, worldCount } from "./marked-worlds.ts";
import type { WorldSystem } from "./world-system.ts";

/** Up to so many worlds are asked for their coins alone. */
const few = 4;

/**
 * Worlds side by side in plain integers: 32 to a word, one word or four per node. The twin of the WebAssembly kernel, and
 * what runs where that cannot.
 *
 * A node passes on the worlds in which it was newly lost, so a loss is tried once per dependency and world. Where that is
 * asked in few worlds only their coins are tossed; else those of all worlds that have not lost the dependent, and kept for the
 * visits to come. Nodes that wait are bits of `waiting`, taken in order of position, which is providers first.
 *
 * Cost per run: O(nodes + edges touched), of which the coins are the most.
 */
export class PlainLanes implements Lanes {
  readonly width: number;
  readonly lost: Int32Array;
  /** Edges over which a loss was tried so far, each counted once however many worlds it was tried in. */
  edgesTouched = 0;
  private readonly chance: Chance;
  private readonly words: number;
  /** [node x words] worlds in which a node was lost and has not passed it on. */
  private readonly pending: Int32Array;
  private readonly waiting: Int32Array;
  /** A bit for each word of `waiting` that has any, so that a loss that runs against the order does not search them all. */
  private readonly waitingWords: Int32Array;
  private readonly planes: Int32Array;
  private readonly preset: Int32Array;
  /** Four words of a block, of which `words` from `first` on are in use: worlds at hand, and worlds a loss may reach. */
  private readonly active = new Int32Array(4);
  private readonly reached = new Int32Array(4);
  private first = 0;
  private block = 0;
  private runs = 0;
  /** [edge x words] coins kept, and [edge] the run in which they were. */
  private readonly coins: Int32Array;
  private readonly tossedIn: Int32Array;
  /** Four words: the worlds of the run, and coins being tossed. */
  private readonly marked = new Int32Array(4);
  private readonly tossed = new Int32Array(4);

  /** @param width 32 or 128 worlds at once */
  constructor(
    private readonly worlds: WorldSystem,
    seed: number,
    width: 32 | 128,
  ) {
    this.width = width;
    this.words = width / 32;
    this.chance = new Chance(seed);
    const nodeCount = worlds.nodeAsset.length;
    this.lost = new Int32Array(nodeCount * this.words);
    this.pending = new Int32Array(nodeCount * this.words);
    this.waiting = new Int32Array(Math.ceil(nodeCount / 32));
    this.waitingWords = new Int32Array(Math.ceil(nodeCount / 1024));
    this.preset = new Int32Array(worlds.planePreset.length * this.words);
    worlds.planePreset.forEach((bit, plane) => {
      this.preset.fill(-bit, plane * this.words, (plane + 1) * this.words);
    });
    this.planes = this.preset.slice();
    this.coins = new Int32Array(worlds.edgeNode.length * this.words);
    this.tossedIn = new Int32Array(worlds.edgeNode.length);
  }

  run(firstTrial: number, count: number): void {
    this.lost.fill(0);
    this.planes.set(this.preset);
    this.block = Math.floor(firstTrial / blockTrials);
    this.first = (firstTrial % blockTrials) / 32;
    this.runs += 1;
    this.marked.fill(0);
    for (let word = 0; word < this.words; word += 1) this.marked[this.first + word] = firstWorlds(count - 32 * word);
    this.shock();
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

  private shock(): void {
    const { sourceNode, sourceKey, sourceLikelihood } = this.worlds;
    for (let source = 0; source < sourceNode.length; source += 1) {
      this.reached.set(this.marked);
      const [low, high] = [sourceKey[2 * source]!, sourceKey[2 * source + 1]!];
      this.chance.keepHits(purposes.shock, low, high, this.block, sourceLikelihood[source]!, this.reached, 0);
      this.lose(sourceNode[source]!);
    }
  }

  /** Tries every dependency on a node in the worlds in which it was newly lost. */
  private passOn(node: number): void {
    const { edgeStart, edgeNode, edgeGroup, edgeLikelihood } = this.worlds;
    const { words, first, active, reached, lost } = this;
    for (let word = 0; word < words; word += 1) {
      active[first + word] = this.pending[node * words + word]!;
      this.pending[node * words + word] = 0;
    }
    for (let edge = edgeStart[node]!; edge < edgeStart[node + 1]!; edge += 1) {
      const dependent = edgeNode[edge]!;
      let any = 0;
      for (let word = 0; word < words; word += 1) {
        const open = active[first + word]! & ~lost[dependent * words + word]!;
        reached[first + word] = open;
        any |= open;
      }
      if (any === 0) continue;
      this.edgesTouched += 1;
      if (edgeLikelihood[edge]! < 1) this.toss(edge, dependent);
      if (edgeGroup[edge]! >= 0) this.count(edge);
      this.lose(dependent);
    }
  }

  /** Leaves of the worlds reached those in which the loss passes over an edge. */
  private toss(edge: number, dependent: number): void {
    const { words, first, marked, reached, lost, coins, tossed, tossedIn } = this;
    const { edgeLikelihood, edgeKey } = this.worlds;
    if (tossedIn[edge] !== this.runs) {
      const isFew = worldCount(reached, first, words) <= few;
      tossed.fill(0);
      for (let word = 0; word < words; word += 1) {
        const open = marked[first + word]! & ~lost[dependent * words + word]!;
        tossed[first + word] = isFew ? reached[first + word]! : open;
      }
      const [low, high] = [edgeKey[2 * edge]!, edgeKey[2 * edge + 1]!];
      this.chance.keepHits(purposes.transmission, low, high, this.block, edgeLikelihood[edge]!, tossed, 0);
      for (let word = 0; word < words; word += 1) coins[edge * words + word] = tossed[first + word]!;
      if (!isFew) tossedIn[edge] = this.runs;
    }
    for (let word = 0; word < words; word += 1) reached[first + word]! &= coins[edge * words + word]!;
  }

  /** Adds an edge's units to the count of its group in the worlds reached, and leaves those in which that breaks it. */
  private count(edge: number): void {
    const { edgeGroup, edgeUnits, planeStart } = this.worlds;
    const { words, first, reached, planes } = this;
    const group = edgeGroup[edge]!;
    const from = planeStart[group]!;
    const to = planeStart[group + 1]!;
    for (let word = 0; word < words; word += 1) {
      const added = reached[first + word]!;
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
      reached[first + word] = carry;
    }
  }

  /** A node is lost in the worlds reached. */
  private lose(node: number): void {
    const { words, first, reached, lost, pending } = this;
    let any = 0;
    for (let word = 0; word < words; word += 1) {
      const newly = reached[first + word]! & ~lost[node * words + word]!;
      lost[node * words + word]! |= newly;
      pending[node * words + word]! |= newly;
      any |= newly;
    }
    if (any === 0) return;
    this.waiting[node >> 5]! |= 1 << (node & 31);
    this.waitingWords[node >> 10]! |= 1 << ((node >> 5) & 31);
  }
}
