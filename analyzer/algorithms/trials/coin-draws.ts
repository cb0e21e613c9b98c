import { blockTrials, type Chance, type Purpose } from "../chance/chance.ts";

/** Coins to be tossed in every trial: [row] how likely it hits, [2 x row] two words of key each. */
export interface Coins {
  readonly likelihood: Float64Array;
  readonly keys: Uint32Array;
}

/** Coins that are tossed before it is asked again whether to stop: some 20 ms. */
const coinsAtOnce = 32_768;

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
    this.toss(trial, () => false);
    const word = (trial >>> 5) & 3;
    const bit = trial & 31;
    const wanted = hit ? 1 : 0;
    const rows: number[] = [];
    for (let row = 0; 4 * row < this.tossed.length; row += 1) {
      if (((this.tossed[4 * row + word]! >>> bit) & 1) === wanted) rows.push(row);
    }
    return rows;
  }

  /** Tosses the coins of a trial's block ahead of `rows`. False where it was told to stop; nothing is kept then. */
  toss(trial: number, aborted: () => boolean): boolean {
    const block = Math.floor(trial / blockTrials);
    if (block === this.block) return true;
    this.block = -1;
    const count = this.coins.likelihood.length;
    for (let from = 0; from < count; from += coinsAtOnce) {
      if (from > 0 && aborted()) return false;
      this.tossRows(block, from, Math.min(count, from + coinsAtOnce));
    }
    this.block = block;
    return true;
  }

  private tossRows(block: number, from: number, to: number): void {
    const { likelihood, keys } = this.coins;
    const { tossed, purpose } = this;
    tossed.fill(-1, 4 * from, 4 * to);
    for (let row = from; row < to; row += 1) {
      this.chance.keepHits(purpose, keys[2 * row]!, keys[2 * row + 1]!, block, likelihood[row]!, tossed, 4 * row);
    }
  }
}
