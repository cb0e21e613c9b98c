import { describe, expect, it } from "vitest";
import { stuckSets } from "../../../../analyzer/algorithms/cascade/stuck.ts";
import type { Asset, Dataset, Dependency, Shock } from "../../../../analyzer/index.ts";
import { assetRow, datasetOf, dependencyRow } from "../../../support/rows.ts";
import { plantRow } from "../../../support/small-dataset.ts";
import { lose, scenarioOf } from "../../../support/small-scenario.ts";
import { lines } from "../islands/one-network.ts";
import { OneCascade } from "./one-cascade.ts";

/** The stuck sets by id when a run has ended. */
function stuckAfter(dataset: Dataset, shocks: readonly Shock[]): string[] {
  const run = new OneCascade(dataset);
  run.run(scenarioOf(shocks));
  return stuckSets(run.cascade).map((set) => set.map((asset) => dataset.assets[asset]?.id).join(" "));
}

/** Rows `A>B` both of which ends exist. */
function data(rows: string, more: Readonly<Record<string, Partial<Asset>>> = {}, columns: Partial<Dependency> = {}) {
  const dependencies = rows.split(" ").map((text) => {
    const [provider = "", dependent = ""] = text.split(">");
    return dependencyRow(provider, dependent, columns);
  });
  const ids = [...new Set(dependencies.flatMap(({ provider, dependent }) => [provider, dependent]))];
  return datasetOf({ assets: ids.map((id) => assetRow(id, more[id])), dependencies });
}

describe("stuckSets", () => {
  it("are the loops that hold each other down, each by itself, in order", () => {
    expect(stuckAfter(data("K>A A>B B>A K>D D>C C>D"), [lose("K", 0, 2)])).toEqual(["A B", "C D"]);
  });

  it("are none while a shock holds one of the loop, or where the loop is back", () => {
    expect(stuckAfter(data("A>B B>A"), [lose("A", 0, 200)])).toEqual([]);
    expect(stuckAfter(data("K>A A>B B>A", { A: { blackStart: true } }), [lose("K", 0, 2)])).toEqual([]);
    expect(stuckAfter(data("K>A A>B"), [lose("K", 0, 2)])).toEqual([]);
  });

  it("leave out who hangs on the loop without holding it, and who lacks something else as well", () => {
    expect(stuckAfter(data("K>A A>B B>A B>X"), [lose("K", 0, 2)])).toEqual(["A B"]);
    // C needs the lost L too: it is no part of what would stand, and where A needs C nothing would.
    const ring = "K>A A>B B>A L>C A>C";
    expect(stuckAfter(data(ring), [lose("K", 0, 2), lose("L", 0, 200)])).toEqual(["A B"]);
    expect(stuckAfter(data(`${ring} C>A`), [lose("K", 0, 2), lose("L", 0, 200)])).toEqual([]);
  });

  it("are found within a loop of which a part would stand", () => {
    // C is in the loop through a group that B alone would fill; C itself needs the lost L.
    const dependencies = [
      dependencyRow("B", "A", { group: "g" }),
      dependencyRow("C", "A", { group: "g" }),
      dependencyRow("K", "A"),
      dependencyRow("A", "B"),
      dependencyRow("A", "C"),
      dependencyRow("L", "C"),
    ];
    const assets = ["A", "B", "C", "K", "L"].map((id) => assetRow(id));
    const shocks = [lose("K", 0, 2), lose("L", 0, 200)];
    expect(stuckAfter(datasetOf({ assets, dependencies }), shocks)).toEqual(["A B"]);
  });

  it("count what a lag has on its way as arrived", () => {
    expect(stuckAfter(data("A>B B>A", {}, { lagHours: 2 }), [lose("A", 0, 4)])).toEqual(["A B"]);
  });

  it("close over a network, and leave the run's state as it was", () => {
    const loop = datasetOf({
      assets: [plantRow("G"), assetRow("N"), assetRow("T")],
      dependencies: [dependencyRow("N", "T"), dependencyRow("T", "G")],
      connections: lines("G-N"),
    });
    const run = new OneCascade(loop);
    const scenario = scenarioOf([lose("T", 0, 2)]);
    const first = run.run(scenario);
    const { state } = run.cascade;
    const before = structuredClone([state.level, state.potential, state.arrived, state.supply]);
    expect(stuckSets(run.cascade)).toEqual([[0, 1, 2]]);
    expect([state.level, state.potential, state.arrived, state.supply]).toEqual(before);
    expect(stuckSets(run.cascade)).toEqual([[0, 1, 2]]);
    expect(run.run(scenario)).toEqual(first);
  });
});
