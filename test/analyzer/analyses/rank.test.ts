import { describe, expect, it } from "vitest";
import type { Dataset } from "../../../analyzer/index.ts";
import { refusals, resultOf } from "../../support/ask.ts";
import { goldenDataset, goldenNetwork } from "../../support/golden.ts";
import { resultOfPieces } from "../../support/pieces-anyhow.ts";
import { assetRow, datasetOf, dependencyRow } from "../../support/rows.ts";

/** A long chain with a short cut of half strength now and then: some of it is binary, some is not. */
function ladder(length: number): Dataset {
  const id = (at: number) => `A${String(at).padStart(3, "0")}`;
  const steps = Array.from({ length: length - 1 }, (_, at) => at);
  return datasetOf({
    assets: [...steps, length - 1].map((at) => assetRow(id(at))),
    dependencies: steps.flatMap((at) => [
      dependencyRow(id(at), id(at + 1), { lagHours: 1 }),
      ...(at % 60 === 30 ? [dependencyRow(id(at), id(at + 2), { loss: 0.5, bufferHours: 2 })] : []),
    ]),
  });
}

describe("rank", () => {
  it("says how many rows were worked out which way", () => {
    const { methods, rows } = resultOf("rank", goldenDataset, {});
    expect(rows).toHaveLength(10);
    expect(methods).toEqual({ "timed closure": 10, "timed forest": 0, "event engine": 0, bounded: 0 });
    const network = resultOf("rank", goldenNetwork, {}).methods;
    expect(network["event engine"]).toBeGreaterThan(0);
    expect(network["event engine"] + network["timed closure"]).toBe(goldenNetwork.assets.length);
  });

  it("counts what a bound kept from being run", () => {
    // A feeds ten; the others of a pair leave half of what they feed.
    const pairs = Array.from({ length: 20 }, (_, at) => [`P${at}`, `Q${at}`] as const);
    const dataset = datasetOf({
      assets: ["A", ...pairs.flat()].map((id) => assetRow(id)),
      dependencies: pairs.flatMap(([provider, dependent], at) => [
        dependencyRow(provider, dependent, { loss: 0.5 }),
        ...(at < 10 ? [dependencyRow("A", dependent)] : []),
      ]),
    });
    const full = resultOf("rank", dataset, { hours: 4 });
    expect(full.methods).toEqual({ "timed closure": 21, "timed forest": 0, "event engine": 20, bounded: 0 });
    const first = resultOf("rank", dataset, { hours: 4, limit: 1 });
    expect(first.rows).toEqual(full.rows.slice(0, 1));
    expect(first.methods).toEqual({ "timed closure": 21, "timed forest": 0, "event engine": 0, bounded: 20 });
    const two = resultOf("rank", dataset, { hours: 4, limit: 2 });
    expect(two.rows).toEqual(full.rows.slice(0, 2));
    expect(two.rows[1]).toMatchObject({ id: "P0", outageHours: 6 });
  });

  it.each([
    ["all by themselves", { hours: 4, horizonHours: 90 }],
    ["the first few", { hours: 4, horizonHours: 90, limit: 5, by: "assetsDisrupted" }],
    ["for good, in one forest", { hours: 90, horizonHours: 90 }],
  ])("gives the same bytes however its pieces are done: %s", (_, parameters) => {
    const alone = resultOf("rank", ladder(200), parameters);
    expect(JSON.stringify(resultOfPieces("rank", ladder(200), parameters, 2))).toBe(JSON.stringify(alone));
    expect(JSON.stringify(resultOfPieces("rank", ladder(200), parameters, 3))).toBe(JSON.stringify(alone));
  });

  it("uses the forest where losses are for good and take much", () => {
    expect(resultOf("rank", ladder(200), { hours: 90, horizonHours: 90 }).methods["timed forest"]).toBeGreaterThan(10);
  });

  it.each([
    [{ by: "fame" }, "by: must be one of outageHours"],
    [{ limit: 0 }, "limit: must be a whole number above 0"],
    [{ hours: 0 }, "hours: must be a number of hours above 0"],
    [{ set: 1 }, "set: no such parameter"],
  ])("refuses %j", (parameters, words) => {
    const said = refusals("rank", goldenDataset, parameters);
    expect(said).toHaveLength(1);
    expect(said[0]).toContain(`ANALYSIS_PARAMETER ${words}`);
  });
});
