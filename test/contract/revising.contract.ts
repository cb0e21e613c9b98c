import { describe, expect, it } from "vitest";
import { type Dataset, datasetHash } from "../../analyzer/index.ts";
import type { DatasetArchive } from "../../api/store/store.ts";
import { type Bench, by } from "./bench.ts";
import { sampleDataset } from "./sample-dataset.ts";

/** The dataset with rows taken away, changed and described anew. */
function variants(id: string): [Dataset, Dataset, Dataset] {
  const first = sampleDataset(id);
  const second = {
    ...first,
    description: { ...first.description, version: "2" },
    assets: first.assets.map((asset) => (asset.id === "G1" ? { ...asset, name: "renamed `}) 🏭" } : asset)),
    connections: first.connections.slice(1),
  };
  return [first, second, { ...second, dependencies: second.dependencies.slice(0, 1) }];
}

/** Revisions: what was there before, who expects what, and how a dataset moves with its history. */
export function revisingContract(bench: Bench): void {
  describe("revising", () => {
    const putAll = async (): Promise<{ id: string; held: readonly Dataset[] }> => {
      const id = bench.newId();
      const held = variants(id);
      for (const [index, dataset] of held.entries())
        await bench.put(dataset, { at: `2025-03-0${index + 1}T00:00:00.000Z`, why: `step ${index + 1}` });
      return { id, held };
    };

    it("reads every past revision as it was", async () => {
      const { id, held } = await putAll();
      for (const [index, dataset] of held.entries())
        expect(await bench.store.readDataset(id, { revision: index + 1 })).toEqual(dataset);
      expect(await bench.store.readDataset(id)).toEqual(held[2]);
      const never = bench.store.readDataset(id, { revision: 4 });
      await expect(never).rejects.toMatchObject({ code: "STORE_NOT_FOUND" });
    });

    it("says what made a revision", async () => {
      const { id, held } = await putAll();
      const [first] = held;
      await bench.put(first!, { kind: "undo", restores: 1, by: "bob" });
      const revisions = await bench.store.revisions(id);
      expect(revisions.map(({ revision, kind, hash }) => [revision, kind, hash])).toEqual([
        [1, "import", datasetHash(held[0]!)],
        [2, "import", datasetHash(held[1]!)],
        [3, "import", datasetHash(held[2]!)],
        [4, "undo", datasetHash(held[0]!)],
      ]);
      expect(revisions[3]).toMatchObject({ restores: 1, by: "bob" });
      expect(await bench.store.readDataset(id, { revision: 3 })).toEqual(held[2]);
    });

    it("refuses who has not seen the last revision, and writes nothing", async () => {
      const { id, held } = await putAll();
      const stale = bench.store.importDataset(held[0]!, { ...by, expectedRevision: 2 });
      await expect(stale).rejects.toMatchObject({ code: "STORE_CONFLICT" });
      const anew = bench.store.importDataset(held[0]!, { ...by, expectedRevision: 0 });
      await expect(anew).rejects.toMatchObject({ code: "STORE_CONFLICT" });
      expect((await bench.store.dataset(id))?.revision).toBe(3);
      const seen = await bench.store.importDataset(held[0]!, { ...by, expectedRevision: 3 });
      expect(seen).toMatchObject({ changed: true, revision: 4 });
      const other = bench.newId();
      const missing = bench.store.importDataset(sampleDataset(other), { ...by, expectedRevision: 1 });
      await expect(missing).rejects.toMatchObject({ code: "STORE_CONFLICT" });
      expect(await bench.store.importDataset(sampleDataset(other), { ...by, expectedRevision: 0 })).toMatchObject({
        revision: 1,
      });
    });

    it("lets one of two writers win who saw the same revision", async () => {
      const { id, held } = await putAll();
      const write = (version: string) => {
        const dataset = { ...held[2]!, description: { ...held[2]!.description, version } };
        return bench.store.importDataset(dataset, { ...by, expectedRevision: 3 }).then(
          () => "won",
          (error: unknown) => (error instanceof Error && "code" in error ? error.code : error),
        );
      };
      const outcomes = await Promise.all([write("a"), write("b")]);
      expect(outcomes.toSorted()).toEqual(["STORE_CONFLICT", "won"]);
      expect((await bench.store.dataset(id))?.revision).toBe(4);
    });

    it("gives a dataset whole with its history, and takes it back", async () => {
      const { id } = await putAll();
      await bench.store.saveDocument(id, "scenario", "s `", { a: [1e-9, null] });
      await bench.store.saveDocument(id, "overlay", "o", "text");
      const archive = await bench.store.archiveDataset(id);
      expect(archive.revisions).toEqual(await bench.store.revisions(id));
      expect(archive.documents).toEqual([
        { kind: "overlay", id: "o", body: "text" },
        { kind: "scenario", id: "s `", body: { a: [1e-9, null] } },
      ]);
      await expect(bench.store.restoreDataset(archive)).rejects.toMatchObject({ code: "STORE_CONFLICT" });
      const summary = await bench.store.dataset(id);
      await bench.store.removeDataset(id);
      await bench.store.restoreDataset(archive);
      expect(await bench.store.archiveDataset(id)).toEqual(archive);
      expect(await bench.store.dataset(id)).toEqual(summary);
      const past = await bench.store.readDataset(id, { revision: 1 });
      expect(datasetHash(past)).toBe(archive.revisions[0]?.hash);
    });

    it("keeps what was not kept apart from what was there", async () => {
      const { id } = await putAll();
      const { changes, ...archive } = await bench.store.archiveDataset(id);
      await bench.store.removeDataset(id);
      await bench.store.restoreDataset({ ...archive, changes: [null, changes[1] ?? null] });
      expect(datasetHash(await bench.store.readDataset(id, { revision: 2 }))).toBe(archive.revisions[1]?.hash);
      const lost = bench.store.readDataset(id, { revision: 1 });
      await expect(lost).rejects.toMatchObject({ code: "STORE_NOT_FOUND" });
    });

    it("refuses an archive that does not hold what it says", async () => {
      const { id } = await putAll();
      const archive = await bench.store.archiveDataset(id);
      await bench.store.removeDataset(id);
      const bad: DatasetArchive[] = [
        { ...archive, revisions: archive.revisions.slice(1) },
        { ...archive, changes: archive.changes.slice(1) },
        { ...archive, dataset: { ...archive.dataset, connections: [] } },
      ];
      for (const each of bad)
        await expect(bench.store.restoreDataset(each)).rejects.toMatchObject({ code: "STORE_BAD_DATASET" });
      expect(await bench.store.dataset(id)).toBeNull();
    });
  });
}
