import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Dataset } from "../../../analyzer/index.ts";
import { smallSystem } from "../../support/arbitrary-system.ts";
import { resultOf } from "../../support/ask.ts";
import { rankEngine } from "../../support/engine-door.ts";
import { goldenDataset, goldenNetwork } from "../../support/golden.ts";
import { assetRow, datasetOf, dependencyRow } from "../../support/rows.ts";
import { seededDataset, seededSystem } from "../../support/seeded-systems.ts";

const rowsOf = (dataset: Dataset) => new Map(resultOf("final-sets", dataset, {}).rows.map((row) => [row.id, row]));

describe("final sets of GC-1, by hand", () => {
  const { rows, methods } = resultOf("final-sets", goldenDataset, {});

  it("P1 takes all along but P2, S2 and R1, over two borders", () => {
    expect(rows[0]).toEqual({
      rank: 1,
      id: "P1",
      assetsLost: 7,
      peopleServed: null,
      assetsWithoutPeople: 7,
      statesReached: 3,
      foreignStatesReached: 2,
      sectorsReached: 6,
      method: "closure forest",
    });
    expect(methods).toEqual({ "closure forest": 10, "upper bound": 0 });
  });

  it("gives the others, ties by id", () => {
    expect(rows.map(({ id, assetsLost }) => [id, assetsLost])).toEqual([
      ["P1", 7],
      ["S1", 6],
      ["S2", 4],
      ["T1", 4],
      ["B1", 2],
      ["R1", 2],
      ["W1", 2],
      ["F1", 1],
      ["H1", 1],
      ["P2", 1],
    ]);
  });
});

describe("final sets of a network", () => {
  const rows = rowsOf(goldenNetwork);

  it("bound a loss that leaves the rest short", () => {
    expect(rows.get("G1")).toMatchObject({ assetsLost: 7, method: "upper bound" });
    expect(rows.get("N2")).toMatchObject({ method: "upper bound" });
  });

  it("are exact where only a dead end is cut off, or demand goes", () => {
    expect(rows.get("C1")).toMatchObject({ assetsLost: 1, method: "closure forest" });
    expect(rows.get("N3")?.assetsLost).toBeGreaterThanOrEqual(2);
  });
});

describe("people", () => {
  const needs = [dependencyRow("A", "B"), dependencyRow("A", "C"), dependencyRow("B", "D")];
  const people = (id: string, peopleServed: number) => assetRow(id, { peopleServed });

  it("that are unknown are counted apart, and are no zero", () => {
    const assets = [assetRow("A"), people("B", 10), people("C", 5), assetRow("D")];
    const rows = rowsOf(datasetOf({ assets, dependencies: needs }));
    expect(rows.get("A")).toMatchObject({ assetsLost: 4, peopleServed: 15, assetsWithoutPeople: 2 });
    expect(rows.get("B")).toMatchObject({ assetsLost: 2, peopleServed: 10, assetsWithoutPeople: 1 });
    expect(rows.get("D")).toMatchObject({ peopleServed: null, assetsWithoutPeople: 1 });
  });

  it("order the rows where asked, unknown last", () => {
    const assets = [assetRow("A"), people("B", 0), people("C", 5), assetRow("D")];
    const { rows } = resultOf("final-sets", datasetOf({ assets, dependencies: needs }), { by: "peopleServed" });
    expect(rows.map(({ id, peopleServed }) => [id, peopleServed])).toEqual([
      ["A", 5],
      ["C", 5],
      ["B", 0],
      ["D", null],
    ]);
  });
});

/** Where a row is exact it must be what the engine says of a loss without end. */
function expectAsEngine(dataset: Dataset): number {
  const scan = new Map(rankEngine(dataset, { hours: 100_000, horizonHours: 100_000 }).rows.map((row) => [row.id, row]));
  let exact = 0;
  for (const row of rowsOf(dataset).values()) {
    const engine = scan.get(row.id)!;
    expect(row.assetsLost).toBeGreaterThanOrEqual(engine.assetsDisrupted);
    if (row.method !== "closure forest") continue;
    exact += 1;
    const { assetsLost, statesReached, foreignStatesReached, sectorsReached } = row;
    expect({ assetsLost, statesReached, foreignStatesReached, sectorsReached }).toEqual({
      assetsLost: engine.assetsDisrupted,
      statesReached: engine.statesReached,
      foreignStatesReached: engine.foreignStatesReached,
      sectorsReached: engine.sectorsReached,
    });
  }
  return exact;
}

describe("against the event engine", () => {
  it("consequences are those of the scan on 500 random systems", () => {
    let exact = 0;
    const property = fc.property(smallSystem(), ({ dataset }) => {
      exact += expectAsEngine(dataset);
    });
    fc.assert(property, { seed: 20_260_729, numRuns: 500 });
    expect(exact).toBeGreaterThan(1500);
  }, 60_000);

  it.each(["scale-free", "spatial", "modular"] as const)("all of a %s system is exact", (family) => {
    const dataset = seededDataset(seededSystem(family, "mixed", 200));
    expect(expectAsEngine(dataset)).toBe(200);
  });
});
