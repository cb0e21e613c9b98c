import { describe, expect, it } from "vitest";
import type { Asset, Dependency } from "../../../analyzer/index.ts";
import { assetRow, connectionRow, datasetOf, dependencyRow } from "../../support/rows.ts";
import { cityRow, plantRow } from "../../support/small-dataset.ts";
import { lose, scenarioOf } from "../../support/small-scenario.ts";
import { numbersOf } from "./numbers-of.ts";

/** A gives to B, B to C; K gives to D. */
function chain(rows: Partial<Dependency> = {}, assets: Readonly<Record<string, Partial<Asset>>> = {}) {
  return datasetOf({
    assets: ["A", "B", "C", "D", "K"].map((id) => assetRow(id, assets[id])),
    dependencies: [dependencyRow("A", "B", rows), dependencyRow("B", "C"), dependencyRow("K", "D", rows)],
  });
}

const assumedIn = (dataset: Parameters<typeof numbersOf>[0], ...shocks: Parameters<typeof scenarioOf>[0]) =>
  numbersOf(dataset, scenarioOf(shocks)).assumed;

describe("assumedValues", () => {
  it("name what the chains rest on and the share of loss behind it; what another chain would use is left out", () => {
    const { values, shareOfLoss } = assumedIn(chain({ assumed: ["buffer_hours", "lag_hours"] }), lose("A", 0, 4));
    expect(values).toEqual([
      { id: "A>B", attribute: "buffer_hours" },
      { id: "A>B", attribute: "lag_hours" },
    ]);
    // A's own 4 h rest on nothing; those of B, and of C behind it, do.
    expect(shareOfLoss).toBeCloseTo(8 / 12, 12);
  });

  it("fall when a sourced value takes the place of an assumed one", () => {
    const assumed = { assumed: ["restart_hours"], restartHours: 1 };
    const both = chain({ assumed: ["need"] }, { C: assumed });
    const one = chain({}, { C: assumed });
    const shares = [both, one, chain()].map((dataset) => assumedIn(dataset, lose("A", 0, 4)).shareOfLoss);
    expect(shares).toEqual([9 / 13, 5 / 13, 0]);
  });

  it("count a restart time of the shocked asset itself, but no column that changes no number of a run", () => {
    const assumed = ["restart_hours", "lon", "name", "capacity"];
    expect(assumedIn(chain({ assumed: ["distance_km"] }, { A: { assumed } }), lose("A", 0, 4))).toEqual({
      values: [{ id: "A", attribute: "restart_hours" }],
      shareOfLoss: 1,
    });
  });

  it("for a step through a network are the amounts of everything in it, of that commodity", () => {
    const gas = [{ commodity: "gas", amount: 1 }];
    const grid = datasetOf({
      assets: [
        plantRow("G", 10),
        cityRow("Y", 5, { assumed: ["consumes"] }),
        cityRow("Z", 5),
        assetRow("W", { produces: gas, consumes: gas, assumed: ["produces", "consumes"] }),
      ],
      connections: [connectionRow("G", "Y"), connectionRow("G", "Z"), connectionRow("W", "Z")],
    });
    expect(assumedIn(grid, lose("G", 0, 2, 0.5))).toEqual({
      values: [{ id: "Y", attribute: "consumes" }],
      shareOfLoss: 0.75,
    });
    expect(assumedIn(grid, lose("W", 0, 2))).toEqual({ values: [], shareOfLoss: 0 });
  });

  it("are none where nothing is lost", () => {
    expect(assumedIn(chain({ assumed: ["need"] }))).toEqual({ values: [], shareOfLoss: 0 });
  });
});
