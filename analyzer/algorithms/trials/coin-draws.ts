import { blockTrials, type Chance, type Purpose } from "../chance/chance.ts";

/** Coins to be tossed in every trial: [row] how likely it hits, [2 x row] two words of key each. */
export interface Coins {
  readonly likelihood: Float64Array;
  readonly keys: Uint32Array;
}

/**
 * The coins of one purpose, tossed for 128 trials at once and kept, so that trials are best asked for in order: about
 * 30 ns per coin and trial then.
 */
export class CoinDraws {
  private readonly tossed: Int32Array;
  private block = -1;

  constructor(
    private readonly coins: Coins,
    private readonly purpose: Purpose,
    private readonly chance: Chance,
  ) {
    this.tossed = new Int32Array(4 * coins.likelihood.length);
  }

  /** The rows whose coin hits in a trial, or those whose coin misses; ascending. */
  rows(trial: number, hit: boolean): number[] {
    const block = Math.floor(trial / blockTrials);
    if (block !== this.block) this.toss(block);
    const word = (trial >>> 5) & 3;
    const bit = trial & 31;
    const wanted = hit ? 1 : 0;
    const rows: number[] = [];
    for (let row = 0; 4 * row < this.tossed.length; row += 1) {
      if (((this.tossed[4 * row + word]! >>> bit) & 1) === wanted) rows.push(row);
    }
    return rows;
  }

  private toss(block: number): void {
    const { likelihood, keys } = this.coins;
    this.tossed.fill(-1);
    likelihood.forEach((probability, row) => {
      const [low, high] = [keys[2 * row]!, keys[2 * row + 1]!];
      this.chance.keepHits(this.purpose, low, high, block, probability, this.tossed, 4 * row);
    });
    this.block = block;
  }
}
