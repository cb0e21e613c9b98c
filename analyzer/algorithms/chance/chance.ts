import { Threefry } from "./threefry.ts";

/** What a draw is for: draws of one entity for different purposes are independent of each other. */
export const purposes = { shock: 0, transmission: 1, repair: 2, buffer: 3, sampling: 4 } as const;
export type Purpose = (typeof purposes)[keyof typeof purposes];

/** Trials whose coins come out of one call of the generator. */
export const blockTrials = 128;

/** No probability has more binary digits: the smallest double is 2 to the power -1074. */
const mostLevels = 1075;
/** Levels from here on are uniform numbers, below are the digits of coins. */
const uniformLevel = 0x80000000;
/** Fourth word of every key, so that no other use of the generator with the same seed meets these numbers. */
const domain = 0x4b6e6f63;

/** The four words of the generator's key for a seed and a purpose. */
export function generatorKey(seed: number, purpose: Purpose): [number, number, number, number] {
  return [(seed % 2 ** 32) | 0, Math.floor(seed / 2 ** 32), purpose, domain];
}

/**
 * The chance of all trials, keyed by (seed, purpose, entity, trial) and never by order of evaluation (model.md section 3):
 * the same coin falls the same way alone, in 32 or 128 worlds at once, on any worker and any machine.
 *
 * Definition. The generator is Threefry4x32-20 with key (seed low, seed high, purpose, a constant) and counter (key low, key
 * high, block, level). Trial t is bit `t & 31` of word `(t >> 5) & 3` of block `t >> 7`. Level 0, 1, 2 ... holds the binary
 * digits, most significant first, of each trial's own uniform number; the coin of probability p is a hit when that number is
 * below p. The comparison ends at the first digit that differs, so it is exact for every p that a double can state,
 * and 128 coins take about nine calls. Since all coins of one (purpose, entity, trial) compare the same number, a hit at p
 * is a hit at every larger p. A `uniform` number is independent of the coins: counter (key low, key high, trial, 2^31).
 *
 * Trials are whole numbers from 0 to 2^31 - 1, probabilities 0 to 1: 0 is never, 1 is always.
 * Cost: the digits of the last block asked for are kept. `hits` for consecutive trials of one entity takes a few ns; for one
 * trial of many entities, where nothing is kept, about two calls each: then ask for `mask32` or `keepHits` once per block.
 */
export class Chance {
  private readonly generators: readonly Threefry[];
  /** [level x 4 + word] digits of the block last asked for, up to `levels`. */
  private readonly digits = new Int32Array(4 * mostLevels);
  private levels = 0;
  private purpose: Purpose = purposes.shock;
  private keyLow = 0;
  private keyHigh = 0;
  private block = -1;
  private readonly drawn = new Int32Array(4);

  /** @throws RangeError unless the seed is a whole number from 0 to 2^53 - 1. */
  constructor(seed: number) {
    if (!Number.isSafeInteger(seed) || seed < 0) {
      throw new RangeError(`a seed is a whole number from 0 to ${Number.MAX_SAFE_INTEGER}, not ${seed}`);
    }
    this.generators = Object.values(purposes).map((purpose) => new Threefry(...generatorKey(seed, purpose)));
  }

  /** Whether the coin of a trial hits. */
  hits(purpose: Purpose, keyLow: number, keyHigh: number, trial: number, probability: number): boolean {
    if (probability >= 1) return true;
    this.open(purpose, keyLow, keyHigh, trial >>> 7);
    const word = (trial >>> 5) & 3;
    const bit = trial & 31;
    let rest = probability;
    for (let level = 0; rest > 0; level += 1) {
      rest *= 2;
      const digit = rest >= 1 ? 1 : 0;
      rest -= digit;
      const drawn = (this.level(level, word) >>> bit) & 1;
      if (drawn !== digit) return digit === 1;
    }
    return false;
  }

  /** The coins of trials `32 x block` to `32 x block + 31`, one per bit from the lowest. */
  mask32(purpose: Purpose, keyLow: number, keyHigh: number, block: number, probability: number): number {
    if (probability >= 1) return -1;
    this.open(purpose, keyLow, keyHigh, block >>> 2);
    const word = block & 3;
    let open = -1;
    let hit = 0;
    let rest = probability;
    for (let level = 0; rest > 0 && open !== 0; level += 1) {
      rest *= 2;
      const drawn = this.level(level, word);
      if (rest >= 1) {
        rest -= 1;
        hit |= open & ~drawn;
        open &= drawn;
      } else open &= ~drawn;
    }
    return hit;
  }

  /**
   * Of the trials of a block of 128 that are marked in `worlds[at]` to `worlds[at + 3]`, leaves only those whose coin hits.
   * Reads no more digits than these trials need and keeps none: for worlds computed side by side.
   */
  keepHits(
    purpose: Purpose,
    keyLow: number,
    keyHigh: number,
    block: number,
    probability: number,
    worlds: Int32Array,
    at: number,
  ): void {
    if (probability >= 1) return;
    const { drawn } = this;
    const generator = this.generators[purpose]!;
    let [open0, open1, open2, open3] = [worlds[at]!, worlds[at + 1]!, worlds[at + 2]!, worlds[at + 3]!];
    worlds.fill(0, at, at + 4);
    let rest = probability;
    for (let level = 0; rest > 0 && (open0 | open1 | open2 | open3) !== 0; level += 1) {
      generator.words(keyLow, keyHigh, block, level, drawn, 0);
      rest *= 2;
      if (rest >= 1) {
        rest -= 1;
        worlds[at]! |= open0 & ~drawn[0]!;
        worlds[at + 1]! |= open1 & ~drawn[1]!;
        worlds[at + 2]! |= open2 & ~drawn[2]!;
        worlds[at + 3]! |= open3 & ~drawn[3]!;
        open0 &= drawn[0]!;
        open1 &= drawn[1]!;
        open2 &= drawn[2]!;
        open3 &= drawn[3]!;
      } else {
        open0 &= ~drawn[0]!;
        open1 &= ~drawn[1]!;
        open2 &= ~drawn[2]!;
        open3 &= ~drawn[3]!;
      }
    }
  }

  /** A uniform number in [0, 1) of 53 binary digits. */
  uniform(purpose: Purpose, keyLow: number, keyHigh: number, trial: number): number {
    this.generators[purpose]?.words(keyLow, keyHigh, trial, uniformLevel, this.drawn, 0);
    return ((this.drawn[0]! >>> 5) * 2 ** 26 + (this.drawn[1]! >>> 6)) / 2 ** 53;
  }

  private open(purpose: Purpose, keyLow: number, keyHigh: number, block: number): void {
    if (block === this.block && keyLow === this.keyLow && keyHigh === this.keyHigh && purpose === this.purpose) {
      return;
    }
    this.purpose = purpose;
    this.keyLow = keyLow;
    this.keyHigh = keyHigh;
    this.block = block;
    this.levels = 0;
  }

  private level(level: number, word: number): number {
    for (; this.levels <= level; this.levels += 1) {
      this.generators[this.purpose]?.words(
        this.keyLow,
        this.keyHigh,
        this.block,
        this.levels,
        this.digits,
        4 * this.levels,
      );
    }
    return this.digits[4 * level + word]!;
  }
}
