import { describe, expect, it } from "vitest";
import { refusals, resultOf } from "../../support/ask.ts";
import { goldenDataset } from "../../support/golden.ts";
import { resultOfPieces } from "../../support/pieces-anyhow.ts";
import { assetRow, datasetOf, dependencyRow } from "../../support/rows.ts";

describe("rank-trials where nothing is uncertain", () => {
  it("is the scan, with ranks that are sure", () => {
    const { rows, sensitivity } = resultOf("rank-trials", goldenDataset, { hours: 96, horizonHours: 240, trials: 5 });
    const scan = resultOf("rank", goldenDataset, { hours: 96, horizonHours: 240 });
    expect(rows.map(({ id, mean }) => [id, mean])).toEqual(scan.rows.map(({ id, outageHours }) => [id, outageHours]));
    for (const { rank, mean, interval, rankInterval, inTop } of rows) {
      expect(interval).toEqual([mean, mean]);
      expect(rankInterval[0]).toBe(rankInterval[1]);
      expect(inTop).toBe(rank <= 10 ? 1 : 0);
    }
    expect(sensitivity).toEqual([]);
  });

  it("ranks the assets that the scan puts highest, and no others", () => {
    const scan = resultOf("rank", goldenDataset, { by: "assetsDisrupted" });
    const found = resultOf("rank-trials", goldenDataset, { by: "assetsDisrupted", candidates: 4, trials: 3 });
    expect([found.candidates, found.assets, found.k]).toEqual([4, 10, 4]);
    expect(found.rows.map(({ id }) => id)).toEqual(scan.rows.slice(0, 4).map(({ id }) => id));
  });
});

/**
 * P1 brings down its four customers or not, each by its own coin; P2 brings down three for sure, after a buffer; R
 * takes longer to repair or not. R2 is as R.
 */
const repair = { repairLowHours: 60, repairHours: 70, repairHighHours: 100 };
const uncertain = datasetOf({
  assets: [
    ...["P1", "P2", "c1", "c2", "c3", "c4", "d1", "d2", "d3"].map((id) => assetRow(id, { repairHours: 50 })),
    assetRow("R", repair),
    assetRow("R2", repair),
  ],
  dependencies: [
    ...["c1", "c2", "c3", "c4"].map((id) => dependencyRow("P1", id, { likelihood: 0.5 })),
    ...["d1", "d2", "d3"].map((id) => dependencyRow("P2", id, { bufferHours: 5 })),
  ],
});
const parameters = { trials: 400, bufferSpread: 0.2, k: 2, seed: 9 };
const result = resultOf("rank-trials", uncertain, parameters);
const rowOf = (id: string) => result.rows.find((row) => row.id === id)!;

describe("rank-trials where much is uncertain", () => {
  it("holds the exact expectations in its intervals", () => {
    const { rows } = resultOf("rank-trials", uncertain, { ...parameters, confidence: 0.999, sensitivity: false });
    const holds = (id: string, exact: number) => {
      const [low, high] = rows.find((row) => row.id === id)!.interval!;
      expect(low).toBeLessThanOrEqual(exact);
      expect(high).toBeGreaterThanOrEqual(exact);
    };
    holds("P1", 50 + 0.5 * 4 * 50);
    holds("P2", 50 + 3 * 45);
    holds("R", (60 + 4 * 70 + 100) / 6);
  });

  it("says how sure a rank is, and who may be among the first k", () => {
    expect(rowOf("P2")).toMatchObject({ rank: 1, tieGroup: 1 });
    // P1 loses more than P2 where three or four of its customers fall, and less than R and R2 only where none does.
    expect(rowOf("P1")).toMatchObject({ rank: 2, rankInterval: [1, 4] });
    expect(Math.abs(rowOf("P1").inTop - 15 / 16)).toBeLessThan(4 * Math.sqrt(15 / 256 / 400));
    expect(rowOf("c1")).toMatchObject({ inTop: 0, mean: 50 });
    const [best, worst] = rowOf("R").rankInterval;
    expect(worst).toBeGreaterThan(best);
  });

  it("ties what it cannot tell apart: assets alike, and the customers exactly", () => {
    expect(rowOf("R").tieGroup).toBe(rowOf("R2").tieGroup);
    expect(rowOf("R").mean).not.toBe(rowOf("R2").mean);
    const customers = ["c1", "c2", "c3", "c4", "d1", "d2", "d3"].map((id) => rowOf(id).tieGroup);
    expect(new Set(customers).size).toBe(1);
    expect(rowOf("P1").tieGroup).not.toBe(rowOf("P2").tieGroup);
  });

  it("names the input that moves the ranking: transmission lifts P1 over P2, buffers change nothing", () => {
    expect(result.sensitivity.map(({ input }) => input)).toEqual(["transmission", "repair", "buffers"]);
    const [transmission, , buffers] = result.sensitivity;
    expect(transmission!.rankCorrelation).toBeLessThan(1);
    expect(buffers).toMatchObject({ rankCorrelation: 1, topOverlap: 1 });
    expect(transmission!.varianceDrop).toBeGreaterThan(0.9);
    expect(buffers!.varianceDrop).toBeLessThan(0.05);
  });

  it("finds the input with the largest planted variance by its drop", () => {
    const most = result.sensitivity.toSorted((x, y) => y.varianceDrop! - x.varianceDrop!)[0];
    expect(most?.input).toBe("transmission");
    const longer = {
      ...uncertain,
      assets: uncertain.assets.map((asset) => ("repairLowHours" in asset ? { ...asset, repairHighHours: 900 } : asset)),
    };
    const shifted = resultOf("rank-trials", longer, parameters).sensitivity;
    expect(shifted.toSorted((x, y) => y.varianceDrop! - x.varianceDrop!)[0]?.input).toBe("repair");
  });

  it("leaves the sensitivity out where it is not asked for, and the rest as it is", () => {
    const plain = resultOf("rank-trials", uncertain, { ...parameters, sensitivity: false });
    expect(plain).toEqual({ ...result, sensitivity: [] });
  });

  it("gives the same bytes whoever does the pieces, screen included", () => {
    const asked = { ...parameters, trials: 30, candidates: 6 };
    const bytes = JSON.stringify(resultOf("rank-trials", uncertain, asked));
    expect(JSON.stringify(resultOfPieces("rank-trials", uncertain, asked, 3))).toBe(bytes);
  });

  it("watches to the end of the longest repair unless said", () => {
    expect(result.horizonHours).toBe(100 + 336);
    expect(resultOf("rank-trials", uncertain, { trials: 1, hours: 24 }).horizonHours).toBe(24 + 336);
  });
});

describe("rank-trials of very little", () => {
  it("ranks the one asset there is", () => {
    const { rows } = resultOf("rank-trials", datasetOf({ assets: [assetRow("A")] }), { trials: 1 });
    expect(rows).toEqual([
      {
        rank: 1,
        id: "A",
        mean: 72,
        interval: null,
        standardDeviation: null,
        rankInterval: [1, 1],
        inTop: 1,
        tieGroup: 1,
      },
    ]);
  });

  it("does not know the person-hours of who states no people, and puts them last", () => {
    const dataset = datasetOf({ assets: [assetRow("A"), assetRow("B", { peopleServed: 10 })] });
    const { rows } = resultOf("rank-trials", dataset, { by: "personHours", trials: 2 });
    expect(rows.map(({ id, mean, tieGroup }) => [id, mean, tieGroup])).toEqual([
      ["B", 720, 1],
      ["A", null, 2],
    ]);
  });
});

describe("refused", () => {
  it.each([
    [{ trials: 0 }, "trials"],
    [{ trials: 1_000_001 }, "trials"],
    [{ by: "harm" }, "by"],
    [{ k: 0 }, "k"],
    [{ k: 11 }, "k"],
    [{ k: 3, candidates: 2 }, "k"],
    [{ candidates: 0 }, "candidates"],
    [{ hours: 0 }, "hours"],
    [{ horizonHours: -1 }, "horizonHours"],
    [{ confidence: 2 }, "confidence"],
    [{ bufferSpread: 1.2 }, "bufferSpread"],
    [{ sensitivity: 1 }, "sensitivity"],
    [{ drawHits: true }, "drawHits"],
    [{ trials: 1_000_000, candidates: 10 }, "trials"],
  ])("%j", (parameters, column) => {
    expect(refusals("rank-trials", goldenDataset, parameters)).toEqual([
      expect.stringMatching(new RegExp(`^ANALYSIS_PARAMETER ${column}: `)),
    ]);
  });
});
