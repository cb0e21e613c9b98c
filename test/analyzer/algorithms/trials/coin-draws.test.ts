import { describe, expect, it } from "vitest";
import { Chance, purposes } from "../../../../analyzer/algorithms/chance/chance.ts";
import { entityKeys } from "../../../../analyzer/algorithms/chance/entity-keys.ts";
import { CoinDraws } from "../../../../analyzer/algorithms/trials/coin-draws.ts";

const likelihood = Float64Array.of(0, 0.3, 1, 0.5, 1e-9);
const keys = entityKeys(["a", "b", "c", "d", "e"]);

describe("CoinDraws", () => {
  it("toss the coins that chance tosses one by one, trials in any order", () => {
    const draws = new CoinDraws({ likelihood, keys }, purposes.shock, new Chance(12));
    const alone = new Chance(12);
    for (const trial of [0, 127, 128, 3, 31, 32, 999_999, 64]) {
      const hits = [...likelihood.keys()].filter((row) =>
        alone.hits(purposes.shock, keys[2 * row]!, keys[2 * row + 1]!, trial, likelihood[row]!),
      );
      expect(draws.rows(trial, true)).toEqual(hits);
      expect(draws.rows(trial, false)).toEqual([0, 1, 2, 3, 4].filter((row) => !hits.includes(row)));
    }
  });

  it("toss other coins for another purpose", () => {
    const patternOf = (purpose: typeof purposes.shock | typeof purposes.transmission) => {
      const draws = new CoinDraws({ likelihood, keys }, purpose, new Chance(12));
      return Array.from({ length: 200 }, (_, trial) => draws.rows(trial, true));
    };
    expect(patternOf(purposes.shock)).not.toEqual(patternOf(purposes.transmission));
  });

  it("ask whether to stop while many coins are tossed, and toss them all again once told to", () => {
    const count = 100_000;
    const draws = new CoinDraws(
      { likelihood: new Float64Array(count).fill(0.5), keys: new Uint32Array(2 * count) },
      purposes.shock,
      new Chance(12),
    );
    let asked = 0;
    const stopAt = (last: number) => () => (asked += 1) === last;
    expect(draws.toss(300, stopAt(2))).toBe(false);
    expect(asked).toBe(2);
    expect(draws.toss(300, () => false)).toBe(true);
    // All rows have one key here, so that their coins fall alike.
    expect([0, count]).toContain(draws.rows(300, true).length);
    expect(draws.toss(301, stopAt(asked + 1))).toBe(true);
    expect(asked).toBe(2);
  });
});
