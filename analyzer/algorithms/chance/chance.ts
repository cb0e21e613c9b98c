import { Threefry } from "./threefry.ts";

/** What a draw is for: draws of one entity for different purposes are independent of each other. */
export const purposes = { shock: 0, transmission: 1, repair: 2, buffer: 3, sampling: 4 } as const;
export type Purpose = (typeof purposes)[keyof typeof purposes];

/** Trials that are computed side by side: four words of 32. */
export const blockTrials = 128;
/** Binary digits of 32 trials that come out of one call of the generator. */
const callLevels = 4;

/** No probability has more binary digits: the smallest double is 2 to the power -1074. */
const mostLevels = 1076;
/** Calls from here on are uniform numbers, below are the digits of coins. */
const uniformCall = 0x80000000;
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
 * high, word, call). Trial t is bit `t & 31` of word `t >> 5`. Call c gives the levels 4c to 4c + 3: the binary digits, most
 * significant first, of each trial's own uniform number; the coin of probability p is a hit when that number is below p. The
 * comparison ends at the first digit that differs, so it is exact for every p that a double can state, and a coin alone takes
 * one call in fifteen of sixteen cases. Since all coins of one (purpose, entity, trial) compare the same number, a hit at p
 * is a hit at every larger p. A `uniform` number is independent of the coins: counter (key low, key high, trial, 2^31).
 *
 * Trials are whole numbers from 0 to 2^31 - 1, probabilities 0 to 1: 0 is never, 1 is always.
 * Cost: the digits of the last word asked for are kept. `hits` for consecutive trials of one entity takes a few ns; for one
 * trial of many entities, where nothing is kept, about one call each: then ask for `mask32` or `keepHits` once per word.
 */
export class Chance {
  private readonly generators: readonly Threefry[];
  /** [level] digits of the word last asked for, up to `levels`. */
  private readonly digits = new Int32Array(mostLevels);
  private levels = 0;
  private purpose: Purpose = purposes.shock;
  private keyLow = 0;
  private keyHigh = 0;
  private word = -1;
  private readonly drawn = new Int32Array(callLevels);
  /** Hits, and what is open, of coins asked for and not kept. */
  private readonly coins = new Int32Array(2);

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
    this.open(purpose, keyLow, keyHigh, trial >>> 5);
    const bit = trial & 31;
    let rest = probability;
    for (let level = 0; rest > 0; level += 1) {
      rest *= 2;
      const digit = rest >= 1 ? 1 : 0;
      rest -= digit;
      const drawn = (this.level(level) >>> bit) & 1;
      if (drawn !== digit) return digit === 1;
    }
    return false;
  }

  /** The coins of trials `32 x word` to `32 x word + 31`, one per bit from the lowest. */
  mask32(purpose: Purpose, keyLow: number, keyHigh: number, word: number, probability: number): number {
    return this.marked32(purpose, keyLow, keyHigh, word, probability, -1);
  }

  /** Of the trials of a block of 128 that are marked in `worlds[at]` to `worlds[at + 3]`, leaves only those whose coin hits. */
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
    for (let word = 0; word < 4; word += 1) {
      worlds[at + word] = this.marked32(purpose, keyLow, keyHigh, 4 * block + word, probability, worlds[at + word]!);
    }
  }

  /**
   * Tosses the coins of 32 trials on by one call: of those open in `coins[at + 1]` moves the hits to `coins[at]` and leaves what
   * is open still. `rest` is what remains of the probability after the levels of the calls before; what remains then is
   * returned, 0 where nothing is open.
   */
  tossOn(
    purpose: Purpose,
    keyLow: number,
    keyHigh: number,
    word: number,
    call: number,
    rest: number,
    coins: Int32Array,
    at: number,
  ): number {
    const { drawn } = this;
    this.generators[purpose]?.words(keyLow, keyHigh, word, call, drawn, 0);
    let hit = coins[at]!;
    let open = coins[at + 1]!;
    let left = rest;
    for (let level = 0; level < callLevels; level += 1) {
      const digits = drawn[level]!;
      left *= 2;
      if (left >= 1) {
        left -= 1;
        hit |= open & ~digits;
        open &= digits;
      } else open &= ~digits;
      if (left === 0) open = 0;
    }
    coins[at] = hit;
    coins[at + 1] = open;
    return left;
  }

  /** A uniform number in [0, 1) of 53 binary digits. */
  uniform(purpose: Purpose, keyLow: number, keyHigh: number, trial: number): number {
    this.generators[purpose]?.words(keyLow, keyHigh, trial, uniformCall, this.drawn, 0);
    return ((this.drawn[0]! >>> 5) * 2 ** 26 + (this.drawn[1]! >>> 6)) / 2 ** 53;
  }

  /** Of the marked trials of a word, those whose coin hits. Reads no more digits than they need. */
  private marked32(
    purpose: Purpose,
    keyLow: number,
    keyHigh: number,
    word: number,
    probability: number,
    marked: number,
  ): number {
    if (probability >= 1) return marked;
    const { coins } = this;
    coins[0] = 0;
    coins[1] = probability > 0 ? marked : 0;
    let rest = probability;
    for (let call = 0; coins[1] !== 0; call += 1) {
      rest = this.tossOn(purpose, keyLow, keyHigh, word, call, rest, coins, 0);
    }
    return coins[0];
  }

  private open(purpose: Purpose, keyLow: number, keyHigh: number, word: number): void {
    if (word === this.word && keyLow === this.keyLow && keyHigh === this.keyHigh && purpose === this.purpose) {
      return;
    }
    this.purpose = purpose;
    this.keyLow = keyLow;
    this.keyHigh = keyHigh;
    this.word = word;
    this.levels = 0;
  }

  private level(level: number): number {
    const { purpose, keyLow, keyHigh, word, digits } = this;
    for (; this.levels <= level; this.levels += callLevels) {
      this.generators[purpose]?.words(keyLow, keyHigh, word, this.levels / callLevels, digits, this.levels);
    }
    return digits[level]!;
  }
}
