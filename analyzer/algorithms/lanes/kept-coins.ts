import { type Chance, purposes } from "../chance/chance.ts";
import type { WorldSystem } from "./world-system.ts";

/**
 * The coins of edges in the worlds of a run, tossed only as far as they are asked for: of 32 worlds that stand in a word, a call
 * of the generator settles fifteen in sixteen, and what it showed is kept for the worlds that ask later.
 */
export class KeptCoins {
  /** [2 x (edge x words + word)] worlds in which it hits, then those in which that is still open. */
  private readonly coins: Int32Array;
  /** [edge x words + word] what is left of the probability, calls so far, and the run in which they were. */
  private readonly rest: Float64Array;
  private readonly calls: Int32Array;
  private readonly tossedIn: Int32Array;
  private run = 0;
  private firstWord = 0;

  constructor(
    private readonly worlds: WorldSystem,
    private readonly chance: Chance,
    private readonly words: number,
  ) {
    const count = worlds.edgeNode.length * words;
    this.coins = new Int32Array(2 * count);
    this.rest = new Float64Array(count);
    this.calls = new Int32Array(count);
    this.tossedIn = new Int32Array(count);
  }

  /** Begins a run whose first 32 trials are those of word `firstWord`. */
  begin(firstWord: number): void {
    this.run += 1;
    this.firstWord = firstWord;
  }

  /** Of the worlds marked in a word of the run, those in which the coin of an edge hits. */
  hits(edge: number, word: number, marked: number): number {
    const { edgeLikelihood, edgeKey } = this.worlds;
    const { coins, rest, calls } = this;
    if (edgeLikelihood[edge]! >= 1) return marked;
    const at = edge * this.words + word;
    if (this.tossedIn[at] !== this.run) {
      this.tossedIn[at] = this.run;
      coins[2 * at] = 0;
      coins[2 * at + 1] = -1;
      rest[at] = edgeLikelihood[edge]!;
      calls[at] = 0;
    }
    while ((coins[2 * at + 1]! & marked) !== 0) {
      const [low, high] = [edgeKey[2 * edge]!, edgeKey[2 * edge + 1]!];
      const trials = this.firstWord + word;
      const { transmission } = purposes;
      rest[at] = this.chance.tossOn(transmission, low, high, trials, calls[at]!, rest[at]!, coins, 2 * at);
      calls[at]! += 1;
    }
    return coins[2 * at]! & marked;
  }
}
