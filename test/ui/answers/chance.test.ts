import { describe, expect, it } from "vitest";
import type { RankTrialsRow } from "../../../analyzer/index.ts";
import { axisTicks, exceedancePath } from "../../../ui/answers/exceedance-path.ts";
import { isCertain, rankIntervalRows, worstRank } from "../../../ui/answers/rank-interval-rows.ts";
import { scanMethodText } from "../../../ui/data/scan-method-text.ts";

const row = (id: string, rank: number, tieGroup: number, worst = rank, spread = 1): RankTrialsRow => ({
  rank,
  id,
  mean: 10 - rank,
  interval: [9 - rank, 11 - rank],
  standardDeviation: spread,
  rankInterval: [rank, worst],
  inTop: 1,
  tieGroup,
});

describe("a ranking under chance", () => {
  it("shows tied rows at the rank of the first of them", () => {
    const rows = [row("a", 1, 1), row("b", 2, 2), row("c", 3, 2), row("d", 4, 3)];
    expect(rankIntervalRows(rows).map(({ row: { id }, shown, tied }) => [id, shown, tied])).toEqual([
      ["a", 1, 1],
      ["b", 2, 2],
      ["c", 2, 2],
      ["d", 4, 1],
    ]);
  });

  it("ends its axis at the worst rank an interval reaches", () => {
    expect(worstRank({ rows: [row("a", 1, 1, 7), row("b", 2, 2, 3)] })).toBe(7);
    expect(worstRank({ rows: [] })).toBe(1);
  });

  it("knows where nothing in it is uncertain", () => {
    expect(isCertain({ rows: [row("a", 1, 1, 1, 0)] })).toBe(true);
    expect(isCertain({ rows: [row("a", 1, 1, 1, 0), row("b", 2, 2)] })).toBe(false);
  });
});

describe("an exceedance curve", () => {
  const x = (loss: number) => loss * 10;
  const y = (share: number) => 100 - 100 * share;

  it("falls in steps where every value has its point", () => {
    const points = [
      { value: 0, share: 1 },
      { value: 5, share: 0.5 },
      { value: 10, share: 0.25 },
    ];
    expect(exceedancePath({ complete: true, points }, x, y)).toBe("M0 0V0H0V50H50V75H100V100");
  });

  it("falls in lines between the points that are left of a long one", () => {
    const points = [
      { value: 2, share: 1 },
      { value: 10, share: 0.1 },
    ];
    expect(exceedancePath({ complete: false, points }, x, y)).toBe("M0 0L20 0L100 90V100");
  });

  it.each([
    [494, [0, 200, 400]],
    [10, [0, 2.5, 5, 7.5, 10]],
    [0.3, [0, 0.1, 0.2, 0.3]],
    [0, [0]],
  ])("has round numbers up to %d below it", (most, ticks) => {
    expect(axisTicks(most)).toEqual(ticks);
  });
});

describe("how a scan was worked out", () => {
  it("names the ways that were used and how often", () => {
    const methods = { "timed closure": 8, "timed forest": 0, "event engine": 2, bounded: 0 };
    expect(scanMethodText(methods)).toBe("timed closure (8), event engine (2)");
    expect(scanMethodText(undefined)).toBe("");
  });
});
