import { describe, expect, it } from "vitest";
import { datasetHash } from "../../../analyzer/index.ts";
import { runDifference } from "../../../api/runs/run-difference.ts";
import { MemoryStore } from "../../../api/store/memory.ts";
import { libraryDataset } from "../http/test-service.ts";
import { storedRun } from "./stored-run.ts";

describe("two runs", () => {
  it("made from the same have nothing between them", async () => {
    const { inputs, results } = await runDifference(new MemoryStore(), storedRun(), storedRun({ id: "s" }));
    expect(inputs).toEqual({
      same: true,
      dataset: null,
      analysis: null,
      scenario: [],
      parameters: [],
      overlays: null,
      seed: null,
      engine: null,
    });
    expect(results).toEqual({ same: true, differences: null, unknown: null });
  });

  it("differ by scenario, parameters, seed, engine and overlays", async () => {
    const scenario = { horizonHours: 240 };
    const a = storedRun({
      analysis: "trials",
      parameters: { scenario, trials: 10 },
      overlays: ["x", "y", "z"],
      overlayBodies: [{ id: "x" }, { id: "y", n: 1 }, { id: "z" }],
    });
    const b = {
      ...a,
      parameters: { scenario: { horizonHours: 120 }, trials: 20, seed: 5 },
      overlays: ["y", "z", "w"],
      overlayBodies: [{ id: "y", n: 2 }, { id: "z" }, { id: "w" }],
      engine: "2.0.0",
      resultHash: "other",
      result: null,
    };
    const { inputs, results } = await runDifference(new MemoryStore(), a, b);
    expect(inputs).toMatchObject({
      same: false,
      scenario: [{ pointer: "/horizonHours", a: 240, b: 120 }],
      parameters: [{ pointer: "/trials", a: 10, b: 20 }],
      overlays: { onlyA: ["x"], onlyB: ["w"], changed: ["y"], reordered: false },
      seed: { a: 1, b: 5 },
      engine: { a: "1.0.0", b: "2.0.0" },
    });
    expect(results).toMatchObject({ same: false, differences: null });
    expect(results.unknown).toContain("pruned");
  });

  it("tell overlays that only changed places", async () => {
    const a = storedRun({ overlays: ["x", "y"], overlayBodies: [1, 2] });
    const b = storedRun({ overlays: ["y", "x"], overlayBodies: [2, 1] });
    const { inputs } = await runDifference(new MemoryStore(), a, b);
    expect(inputs.overlays).toEqual({ onlyA: [], onlyB: [], changed: [], reordered: true });
    expect(inputs.same).toBe(false);
  });

  it("count the rows between their revisions, and say where one cannot be had", async () => {
    const golden = await libraryDataset("golden");
    const later = {
      ...golden,
      description: { ...golden.description, version: "2" },
      assets: golden.assets.map((asset) => (asset.id === "P1" ? { ...asset, name: "renamed" } : asset)),
      dependencies: golden.dependencies.slice(2),
    };
    const store = new MemoryStore();
    for (const dataset of [golden, later])
      await store.importDataset(dataset, { by: "test", at: "2026-01-01T00:00:00.000Z" });
    const of = (hash: string) => storedRun({ dataset: { id: "golden", version: "1", hash, revision: 1 } });
    const difference = await runDifference(store, of(datasetHash(golden)), of(datasetHash(later)));
    expect(difference.inputs.dataset).toEqual({
      rows: {
        assets: { added: 0, removed: 0, changed: 1 },
        dependencies: { added: 0, removed: 2, changed: 0 },
        connections: { added: 0, removed: 0, changed: 0 },
      },
      description: true,
      unknown: null,
    });
    const unknown = await runDifference(store, of(datasetHash(golden)), of("never"));
    expect(unknown.inputs.dataset).toMatchObject({ rows: null, description: null });
    expect(unknown.inputs.dataset?.unknown).toContain("never");
  });

  it("of different analyses are not compared by their results", async () => {
    const other = storedRun({ analysis: "rank", resultHash: "x" });
    const { results } = await runDifference(new MemoryStore(), storedRun(), other);
    expect(results).toEqual({ same: false, differences: null, unknown: "The runs are of different analyses." });
  });
});
