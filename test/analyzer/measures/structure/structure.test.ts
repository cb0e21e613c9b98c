import { describe, expect, it } from "vitest";
import { structure } from "../../../../analyzer/analyses/structure.ts";
import type { AnalysisHost, AnalysisInput, Dataset, StructureResult } from "../../../../analyzer/index.ts";
import type { StructurePart } from "../../../../analyzer/measures/structure/structure-piece.ts";
import { prepareGround } from "../../../../analyzer/run/ground.ts";
import { refusals, resultOf } from "../../../support/ask.ts";
import { assetRow, connectionRow, datasetOf, dependencyRow } from "../../../support/rows.ts";

const inState = (state: string) => ({ states: [{ state, share: 1 }] });
const quiet: AnalysisHost = { progress: () => undefined, aborted: () => false };

const rowOf = ({ rows }: StructureResult, id: string) => rows.find((row) => row.id === id)!;

/** The chain D > C > B > A with a doubled row, and E alone. */
const chain = datasetOf({
  assets: ["A", "B", "C", "D", "E"].map((id) => assetRow(id)),
  dependencies: [
    dependencyRow("D", "C", { id: "1" }),
    dependencyRow("C", "B", { id: "2" }),
    dependencyRow("C", "B", { id: "3", group: "spare" }),
    dependencyRow("B", "A", { id: "4" }),
  ],
  connections: [connectionRow("C", "B", { directed: true })],
});

/** 40 assets of two States in a random tree of connections, with a few dependencies across. */
const mixed = datasetOf({
  assets: Array.from({ length: 40 }, (_, n) => assetRow(`N${n}`, inState(n % 3 === 0 ? "XA" : "XB"))),
  connections: Array.from({ length: 39 }, (_, n) => connectionRow(`N${(n * 7 + 3) % (n + 1)}`, `N${n + 1}`)),
  dependencies: Array.from({ length: 25 }, (_, n) => dependencyRow(`N${(n * 11) % 40}`, `N${(n * 17 + 5) % 40}`)),
});

describe("structure", () => {
  it("lists every asset, highest betweenness first, ties by id, whatever rows repeat", () => {
    const result = resultOf("structure", chain, {});
    expect(result.betweenness).toEqual({ method: "exact" });
    expect([result.edges, result.bridges, result.blocks]).toEqual([3, 3, 3]);
    expect(result.rows.map(({ id, degree, betweenness, bridges }) => [id, degree, betweenness, bridges])).toEqual([
      ["B", 2, 2, 2],
      ["C", 2, 2, 2],
      ["A", 1, 0, 1],
      ["D", 1, 0, 1],
      ["E", 0, 0, 0],
    ]);
    expect(result.rows.reduce((sum, { pageRank }) => sum + pageRank, 0)).toBeCloseTo(1, 8);
    expect(result.rows.map(({ id, isArticulationPoint, coreNumber }) => [id, isArticulationPoint, coreNumber])).toEqual(
      [
        ["B", true, 1],
        ["C", true, 1],
        ["A", false, 1],
        ["D", false, 1],
        ["E", false, 0],
      ],
    );
  });

  it("counts pairs across borders that share no State: a joint asset is at home in both", () => {
    const states = { A: "XA", B: "XA", C: "XB" };
    const path = (joint: boolean) =>
      datasetOf({
        assets: Object.entries(states).map(([id, state]) =>
          assetRow(
            id,
            id === "C" && joint ? { states: ["XA", "XB"].map((s) => ({ state: s, share: 0.5 })) } : inState(state),
          ),
        ),
        dependencies: [dependencyRow("A", "B"), dependencyRow("B", "C")],
      });
    const across = (joint: boolean) => rowOf(resultOf("structure", path(joint), {}), "B");
    expect([across(false).betweenness, across(false).crossBorderBetweenness]).toEqual([1, 1]);
    expect([across(true).betweenness, across(true).crossBorderBetweenness]).toEqual([1, 0]);
  });

  it("names the sole supplier: what all supply leads through, producers being where it begins", () => {
    const dataset = datasetOf({
      assets: [
        assetRow("G1", { produces: [{ commodity: "electricity" }] }),
        assetRow("G2", { produces: [{ commodity: "electricity" }] }),
        assetRow("GAS"),
        ...["T", "H", "W"].map((id) => assetRow(id)),
        ...["L1", "L2", "X"].map((id) => assetRow(id)),
      ],
      connections: [connectionRow("G1", "T"), connectionRow("G2", "T"), connectionRow("T", "H")],
      dependencies: [
        dependencyRow("GAS", "G2"),
        dependencyRow("H", "W"),
        dependencyRow("L1", "L2"),
        dependencyRow("L2", "L1"),
        dependencyRow("L2", "X"),
      ],
    });
    const result = resultOf("structure", dataset, {});
    const byId = result.rows.toSorted((x, y) => (x.id < y.id ? -1 : 1));
    expect(byId.map(({ id, soleSupplier, soleSupplyOf }) => [id, soleSupplier, soleSupplyOf])).toEqual([
      ["G1", null, 0],
      // Reached from the gas side and back over T: nobody alone stands before it.
      ["G2", null, 0],
      ["GAS", null, 0],
      ["H", "T", 1],
      // A loop that nothing leads into is taken as fed from outside.
      ["L1", null, 0],
      ["L2", null, 1],
      ["T", null, 2],
      ["W", "H", 0],
      ["X", "L2", 0],
    ]);
    expect([rowOf(result, "L1").strongComponentSize, rowOf(result, "T").strongComponentSize]).toEqual([2, 4]);
  });

  it("has the same bytes whoever does the pieces, in whatever order", () => {
    const prepared = prepareGround(mixed, []);
    if (prepared.kind === "refused") throw new Error("refused");
    const { ground } = prepared;
    for (const parameters of [{}, { betweenness: "sampled", errorShare: 0.05 }]) {
      const planned = structure.plan(ground, parameters);
      if (planned.kind === "refused") throw new Error("refused");
      const parts: StructurePart[] = [];
      for (let index = planned.pieces - 1; index >= 0; index -= 1) {
        parts[index] = structuredClone(structure.piece(ground, structuredClone(planned.plan), index, quiet)!);
      }
      const input: AnalysisInput = { dataset: mixed, hash: "", overlays: [], engine: "" };
      expect(JSON.stringify(structure.join(ground, planned.plan, parts, input))).toBe(
        JSON.stringify({ kind: "done", result: resultOf("structure", mixed, parameters) }),
      );
    }
  });

  it("sampled, stays within the bound it states, and says how it was drawn", () => {
    const exact = resultOf("structure", mixed, {});
    for (const seed of [1, 2, 3]) {
      const sampled = resultOf("structure", mixed, { betweenness: "sampled", errorShare: 0.02, seed });
      // ln(4 x 40 / 0.1) / (2 x 0.02^2), and 0.02 of 40 x 39 pairs.
      expect(sampled.betweenness).toEqual({
        method: "sampled",
        samples: 9223,
        seed,
        confidence: 0.9,
        errorBound: 31.2,
      });
      for (const { id, betweenness, crossBorderBetweenness } of sampled.rows) {
        const truth = rowOf(exact, id);
        expect(Math.abs(betweenness - truth.betweenness)).toBeLessThanOrEqual(31.2);
        expect(Math.abs(crossBorderBetweenness - truth.crossBorderBetweenness)).toBeLessThanOrEqual(31.2);
      }
    }
  });

  it("stops where it is told to", () => {
    const prepared = prepareGround(mixed, []);
    if (prepared.kind === "refused") throw new Error("refused");
    for (const parameters of [{}, { betweenness: "sampled" }]) {
      const planned = structure.plan(prepared.ground, parameters);
      if (planned.kind === "refused") throw new Error("refused");
      let reached = 0;
      const host = { progress: (done: number) => (reached = done), aborted: () => reached === 7 };
      expect(structure.piece(prepared.ground, planned.plan, planned.pieces - 1, host)).toBeNull();
    }
  });

  it("of no edges, of one asset and of one loop is right", () => {
    const plain = (dataset: Dataset, parameters: object) =>
      resultOf("structure", dataset, parameters).rows.map(({ id, betweenness, pageRank, coreNumber }) => [
        id,
        betweenness,
        Math.round(1e9 * pageRank) / 1e9,
        coreNumber,
      ]);
    const alone = datasetOf({ assets: [assetRow("A")] });
    const apart = datasetOf({ assets: [assetRow("A"), assetRow("B")] });
    const loop = datasetOf({
      assets: ["A", "B", "C", "D"].map((id) => assetRow(id)),
      dependencies: ["AB", "BC", "CD", "DA"].map((pair) => dependencyRow(pair[0]!, pair[1]!)),
    });
    for (const parameters of [{}, { betweenness: "sampled", errorShare: 0.5 }]) {
      expect(plain(alone, parameters)).toEqual([["A", 0, 1, 0]]);
      expect(plain(apart, parameters)).toEqual([["A", 0, 0.5, 0], ["B", 0, 0.5, 0]]); // biome-ignore format: a table
    }
    // Ordered pairs at distance 2 pass one asset, at distance 3 two: (4 + 2 x 4) / 4 each.
    expect(plain(loop, {})).toEqual(["A", "B", "C", "D"].map((id) => [id, 3, 0.25, 2]));
    expect(resultOf("structure", loop, {}).rows.every((row) => row.strongComponentSize === 4)).toBe(true);
  });

  it.each<[object, string]>([
    [{ betweenness: "fast" }, "betweenness"],
    [{ errorShare: 0.001 }, "errorShare"],
    [{ errorShare: 1.2 }, "errorShare"],
    [{ confidence: 1 }, "confidence"],
    [{ seed: -1 }, "seed"],
    [{ by: "degree" }, "by"],
  ])("refuses %j", (parameters, column) => {
    expect(refusals("structure", chain, parameters)).toHaveLength(1);
    expect(refusals("structure", chain, parameters)[0]).toContain(`ANALYSIS_PARAMETER ${column}:`);
  });
});
