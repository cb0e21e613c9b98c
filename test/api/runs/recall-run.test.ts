import { beforeAll, describe, expect, it } from "vitest";
import { type Dataset, datasetHash } from "../../../analyzer/index.ts";
import { recallRun } from "../../../api/runs/recall-run.ts";
import { MemoryStore } from "../../../api/store/memory.ts";
import type { RunRecord } from "../../../api/store/store.ts";
import { libraryDataset } from "../http/test-service.ts";
import { storedRun } from "./stored-run.ts";

const by = { by: "test", at: "2026-01-01T00:00:00.000Z" };
let golden: Dataset;
let smaller: Dataset;

beforeAll(async () => {
  golden = await libraryDataset("golden");
  smaller = { ...golden, dependencies: golden.dependencies.slice(2) };
});

function runOf(dataset: Dataset, fields: Partial<RunRecord> = {}): RunRecord {
  const { id, version } = dataset.description;
  return storedRun({
    analysis: "rank",
    dataset: { id, version, hash: datasetHash(dataset), revision: 1 },
    parameters: { hours: 96 },
    ...fields,
  });
}

async function storeWith(...datasets: readonly Dataset[]): Promise<MemoryStore> {
  const store = new MemoryStore();
  for (const dataset of datasets) await store.importDataset(dataset, by);
  return store;
}

async function lost(store: MemoryStore, run: RunRecord): Promise<{ outcome: string; explanation: string }> {
  const recalled = await recallRun(store, run);
  if (recalled.kind === "ready") throw new Error("nothing was lost");
  return recalled.verdict;
}

describe("what a run was made from", () => {
  it("comes from the past revision, with the overlays of then", async () => {
    const store = await storeWith(golden, smaller);
    const run = runOf(golden, { overlays: ["o"], overlayBodies: [{ id: "o" }] });
    expect(await recallRun(store, run)).toEqual({ kind: "ready", dataset: golden, overlays: [{ id: "o" }] });
  });

  it("is found by its content where the numbers began anew", async () => {
    const store = await storeWith(smaller, golden, smaller);
    expect(await recallRun(store, runOf(golden))).toMatchObject({ kind: "ready", dataset: golden });
    const unnumbered = runOf(golden);
    const run = { ...unnumbered, dataset: { ...unnumbered.dataset, revision: null } };
    expect(await recallRun(store, run)).toMatchObject({ kind: "ready", dataset: golden });
  });

  it("is gone with its dataset", async () => {
    const { outcome, explanation } = await lost(await storeWith(), runOf(golden));
    expect(outcome).toBe("dataset-gone");
    expect(explanation).toContain(`"golden" any more. Import version ${golden.description.version}`);
  });

  it("is lost where the content of its revision was not kept, with what the rows were and are", async () => {
    const store = await storeWith(golden, smaller);
    const archive = await store.archiveDataset("golden");
    await store.removeDataset("golden");
    await store.restoreDataset({ ...archive, changes: [null] });
    const { outcome, explanation } = await lost(store, runOf(golden));
    expect(outcome).toBe("revision-not-kept");
    expect(explanation).toContain("revision 1 of golden (10 assets, 13 dependencies, 0 connections)");
    expect(explanation).toContain("Revision 2, the last one, holds 10 assets, 11 dependencies");
    expect(explanation).toContain("(-2 dependencies)");
  });

  it("differs where the store holds other content only", async () => {
    const { outcome, explanation } = await lost(await storeWith(smaller), runOf(golden));
    expect(outcome).toBe("dataset-differs");
    expect(explanation).toContain("revision 1 of golden");
    expect(explanation).toContain("11 dependencies");
    expect(explanation).toContain(datasetHash(smaller));
  });

  it.each([
    [{ analysis: "astrology" }, "analysis-gone", "astrology"],
    [{ parameters: { hours: 96, colour: "red" } }, "parameters-refused", "/colour no such parameter"],
    [{ parameters: null }, "parameters-refused", "they must be an object"],
    [{ overlays: ["one"] }, "overlays-not-kept", "one"],
  ])("cannot be asked again: %j", async (fields, outcome, word) => {
    const verdict = await lost(await storeWith(golden), runOf(golden, fields));
    expect(verdict.outcome).toBe(outcome);
    expect(verdict.explanation).toContain(word);
  });
});
