import { describe, expect, it } from "vitest";
import { recordRoots } from "../../../analyzer/measures/losses.ts";
import { lossMatrices } from "../../../analyzer/measures/matrices.ts";
import { compileTerritory } from "../../../analyzer/system/territory.ts";
import { assetRow, datasetOf } from "../../support/rows.ts";
import { handTrace } from "./hand-trace.ts";

const territory = compileTerritory(
  datasetOf({
    assets: [
      assetRow("dam", {
        sector: "water",
        states: [
          { state: "XA", share: 0.25 },
          { state: "XB", share: 0.75 },
        ],
      }),
      assetRow("far", { sector: "food", states: [{ state: "XD", share: 1 }] }),
      assetRow("road", {
        sector: "transport",
        states: [
          { state: "XB", share: 0.5 },
          { state: "XC", share: 0.5 },
        ],
      }),
    ],
  }),
);

describe("lossMatrices", () => {
  it("split a joint root and a joint victim by their shares", () => {
    const trace = handTrace(3, [
      { asset: 0, fromHours: 0, toHours: 4, level: 0.5 },
      { asset: 2, fromHours: 0, toHours: 8, level: 0, because: 0 },
    ]);
    const { stateMatrix, sectorMatrix } = lossMatrices(trace, recordRoots(trace), territory);
    // 2 h of the dam's own and 8 h of the road's, both begun in the dam: a quarter in XA, three quarters in XB.
    expect(stateMatrix).toEqual({
      codes: ["XA", "XB", "XC"],
      outageHours: [
        [0.125, 0.375 + 1, 1],
        [0.375, 1.125 + 3, 3],
        [0, 0, 0],
      ],
    });
    expect(sectorMatrix).toEqual({
      sectors: ["transport", "water"],
      outageHours: [
        [0, 0],
        [8, 2],
      ],
    });
  });

  it("add up what one pair loses in several intervals, each by where it began", () => {
    const trace = handTrace(3, [
      { asset: 1, fromHours: 0, toHours: 1, level: 0 },
      { asset: 1, fromHours: 2, toHours: 4, level: 0 },
      { asset: 0, fromHours: 5, toHours: 6, level: 0 },
      { asset: 1, fromHours: 5, toHours: 9, level: 0, because: 2 },
    ]);
    const { sectorMatrix } = lossMatrices(trace, recordRoots(trace), territory);
    expect(sectorMatrix).toEqual({
      sectors: ["food", "water"],
      outageHours: [
        [3, 0],
        [4, 1],
      ],
    });
  });

  it("are empty where nothing is lost", () => {
    const trace = handTrace(3, []);
    expect(lossMatrices(trace, recordRoots(trace), territory)).toEqual({
      stateMatrix: { codes: [], outageHours: [] },
      sectorMatrix: { sectors: [], outageHours: [] },
    });
  });
});
