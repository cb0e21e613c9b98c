import { describe, expect, it } from "vitest";
import { Chance, purposes, type Purpose } from "../../../../analyzer/algorithms/chance/chance.ts";
import { entityKeys } from "../../../../analyzer/algorithms/chance/entity-keys.ts";

const { shock, transmission } = purposes;
const seed = 20260729;
const chance = new Chance(seed);

/** Hits among `trials`, through whole words. */
function hitsOf(purpose: Purpose, low: number, high: number, trials: number, probability: number): number {
  let hits = 0;
  for (let block = 0; block < trials / 32; block++) {
    for (let rest = chance.mask32(purpose, low, high, block, probability); rest !== 0; rest &= rest - 1) hits++;
  }
  return hits;
}

/** Chi-square of a 2 x 2 table of two coins over the same positions: 1 degree of freedom. */
function dependence(pairs: Iterable<readonly [boolean, boolean]>): number {
  const table = [0, 0, 0, 0];
  let count = 0;
  for (const [first, second] of pairs) {
    const cell = (first ? 2 : 0) + (second ? 1 : 0);
    table[cell] = (table[cell] ?? 0) + 1;
    count++;
  }
  const [a = 0, b = 0, c = 0, d = 0] = table;
  return (count * (a * d - b * c) ** 2) / ((a + b) * (c + d) * (a + c) * (b + d));
}

describe("Chance", () => {
  it("never hits at 0 and always at 1", () => {
    expect(hitsOf(shock, 1, 2, 4096, 0)).toBe(0);
    expect(hitsOf(shock, 1, 2, 4096, 1)).toBe(4096);
    expect(chance.hits(shock, 1, 2, 77, 0)).toBe(false);
    expect(chance.hits(shock, 1, 2, 77, 1)).toBe(true);
  });

  it("hits as often as the probability says, within four standard errors", () => {
    for (const probability of [1e-3, 0.1, 1 / 3, 0.5, 0.7, 0.999]) {
      const trials = 1 << 19;
      const hits = hitsOf(transmission, 5, 9, trials, probability);
      const error = Math.sqrt(trials * probability * (1 - probability));
      expect(Math.abs(hits - trials * probability)).toBeLessThan(4 * error);
    }
  });

  it("reads the same coin for one trial as for 32 or 128, in any order of asking", () => {
    const alone = new Chance(seed);
    const whole = new Int32Array(6);
    for (const probability of [0.02, 0.3, 0.5, 0.875, 1 - 2 ** -20]) {
      for (const block of [0, 3, 2 ** 24 - 1]) {
        whole.fill(-1);
        chance.keepHits(transmission, 0xfedcba98, 3, block, probability, whole, 1);
        for (let lane = 127; lane >= 0; lane--) {
          const hit = alone.hits(transmission, 0xfedcba98, 3, 128 * block + lane, probability);
          const word = chance.mask32(transmission, 0xfedcba98, 3, 4 * block + (lane >> 5), probability);
          expect([hit, (word >>> (lane & 31)) & 1]).toEqual([
            ((whole[1 + (lane >> 5)]! >>> (lane & 31)) & 1) === 1,
            hit ? 1 : 0,
          ]);
          if (lane % 41 === 0) alone.hits(shock, lane, 3, 128 * block, probability);
        }
      }
    }
  });

  it("asks only the trials that are marked", () => {
    const [some, all] = [Int32Array.of(0x0f0f0f0f, 0, -1, 1), Int32Array.of(-1, -1, -1, -1)];
    const marked = some.slice();
    chance.keepHits(transmission, 1, 2, 5, 0.4, some, 0);
    chance.keepHits(transmission, 1, 2, 5, 0.4, all, 0);
    expect([...some]).toEqual([...marked].map((word, at) => word & all[at]!));
  });

  it("can be tossed on call by call, the later calls for those that stay open", () => {
    let calls = 0;
    for (let word = 0; word < 50; word++) {
      const coins = Int32Array.of(0, -1);
      let rest = 0.4;
      for (let call = 0; coins[1] !== 0; call++) {
        const before = coins.slice();
        rest = chance.tossOn(transmission, 3, 4, word, call, rest, coins, 0);
        // What is decided stays so.
        expect([coins[0]! & ~before[1]!, coins[1]! & ~before[1]!]).toEqual([before[0], 0]);
        calls++;
      }
      expect(coins[0]).toBe(chance.mask32(transmission, 3, 4, word, 0.4));
    }
    // One of sixteen stays open after a call: most words of 32 take a second one, few a third.
    expect(calls).toBeGreaterThan(75);
    expect(calls).toBeLessThan(125);
    // A probability that ends within a call leaves nothing open.
    const half = Int32Array.of(0, -1);
    expect([chance.tossOn(transmission, 3, 4, 6, 0, 0.5, half, 0), half[1]]).toEqual([0, 0]);
  });

  it("is exact for powers of one half, and a hit at one probability is a hit at every larger one", () => {
    for (let trial = 0; trial < 640; trial++) {
      const half = chance.hits(shock, 4, 4, trial, 0.5);
      const eighth = chance.hits(shock, 4, 4, trial, 0.125);
      // One number per trial: its coins agree with each other.
      expect(eighth && !half).toBe(false);
    }
    const trials = 1 << 18;
    for (let power = 1; power <= 6; power++) {
      const expected = trials * 2 ** -power;
      expect(Math.abs(hitsOf(shock, 4, 4, trials, 2 ** -power) - expected)).toBeLessThan(4 * Math.sqrt(expected));
    }
  });

  it("tells probabilities apart that differ in their last binary digit only", () => {
    const hits = (probability: number): boolean => chance.hits(shock, 8, 8, 3, probability);
    // The number behind the coin, found digit by digit.
    let number = 0;
    for (let power = 1; power <= 53; power++) if (!hits(number + 2 ** -power)) number += 2 ** -power;
    expect(hits(number)).toBe(false);
    expect(hits(number + 2 ** -53)).toBe(true);
  });

  it("can state the smallest probability without ending early or never", () => {
    expect(hitsOf(shock, 1, 1, 1 << 12, Number.MIN_VALUE)).toBe(0);
  });

  it("is independent between entities, trials, purposes and seeds", () => {
    const keys = entityKeys(Array.from({ length: 20_000 }, (_, number) => `d${number}`));
    const other = new Chance(seed + 1);
    const entity = (number: number, purpose: Purpose, trial: number, of = chance): boolean =>
      of.hits(purpose, keys[2 * number]!, keys[2 * number + 1]!, trial, 0.3);
    const over = (pair: (number: number) => readonly [boolean, boolean]): number =>
      dependence(Array.from({ length: 20_000 - 1 }, (_, number) => pair(number)));
    const statistics = [
      over((number) => [entity(number, shock, 9), entity(number + 1, shock, 9)]),
      over((number) => [entity(number, shock, 9), entity(number, shock, 10)]),
      over((number) => [entity(number, shock, 9), entity(number, shock, 9 + 128)]),
      over((number) => [entity(number, shock, 9), entity(number, shock, 9 + 32)]),
      over((number) => [entity(number, shock, 9), entity(number, transmission, 9)]),
      over((number) => [entity(number, shock, 9), entity(number, shock, 9, other)]),
      over((number) => [entity(0, shock, number), entity(1, shock, number)]),
      over((number) => [entity(0, shock, number), entity(0, shock, number + 1)]),
    ];
    // 1 degree of freedom: 15.1 is exceeded once in 10,000.
    expect(Math.max(...statistics)).toBeLessThan(15.1);
  });

  it("draws uniform numbers of 53 digits, evenly spread and independent of the coins", () => {
    const cells = Array.from({ length: 64 }, () => 0);
    let faults = 0;
    const trials = 64_000;
    for (let trial = 0; trial < trials; trial++) {
      const number = chance.uniform(purposes.repair, 6, 7, trial);
      if (number < 0 || number >= 1 || !Number.isInteger(number * 2 ** 53)) faults++;
      const cell = Math.floor(number * 64);
      cells[cell] = (cells[cell] ?? 0) + 1;
    }
    expect(faults).toBe(0);
    const square = cells.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    // 63 degrees of freedom: 117 is exceeded once in 25,000.
    expect(square).toBeLessThan(117);
    const pairs = Array.from(
      { length: 20_000 },
      (_, trial) => [chance.uniform(shock, 6, 7, trial) < 0.5, chance.hits(shock, 6, 7, trial, 0.5)] as const,
    );
    expect(dependence(pairs)).toBeLessThan(15.1);
  });

  it("uses all 53 bits of a seed and refuses what is no seed", () => {
    const draw = (of: number): number => new Chance(of).uniform(shock, 1, 2, 3);
    expect(new Set([0, 1, 2 ** 32, 2 ** 32 + 1, 2 ** 53 - 1].map(draw)).size).toBe(5);
    for (const wrong of [-1, 0.5, Number.NaN, 2 ** 53]) expect(() => new Chance(wrong)).toThrow(RangeError);
  });
});
