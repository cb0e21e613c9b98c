import { describe, expect, it } from "vitest";
import { all, type Bench, by } from "./bench.ts";
import { sampleDataset } from "./sample-dataset.ts";

/** Taking datasets away, and asking for what is not there. */
export function removingContract(bench: Bench): void {
  describe("removing", () => {
    it("takes a dataset away with its documents and history, and no other", async () => {
      const gone = await bench.put(sampleDataset(bench.newId()));
      const kept = await bench.put(sampleDataset(bench.newId()));
      const { id } = gone.description;
      await bench.store.saveDocument(id, "scenario", "s", {});
      await bench.store.removeDataset(id);
      expect(await bench.store.dataset(id)).toBeNull();
      expect((await bench.store.datasets()).map((one) => one.id)).not.toContain(id);
      expect(await bench.store.readDataset(kept.description.id)).toEqual(kept);
      expect(await bench.store.importDataset(gone, by)).toMatchObject({ changed: true, revision: 1 });
      expect(await bench.store.documents(id, "scenario")).toEqual([]);
      expect(await bench.store.revisions(id)).toHaveLength(1);
    });

    it.each([
      ["description", (id: string) => bench.store.description(id)],
      ["readDataset", (id: string) => bench.store.readDataset(id)],
      ["revisions", (id: string) => bench.store.revisions(id)],
      ["assets", (id: string) => bench.store.assets(id, all)],
      ["asset", (id: string) => bench.store.asset(id, "G1")],
      ["neighbours", (id: string) => bench.store.neighbours(id, "G1")],
      ["saveDocument", (id: string) => bench.store.saveDocument(id, "scenario", "a", {})],
      ["documents", (id: string) => bench.store.documents(id, "scenario")],
      ["document", (id: string) => bench.store.document(id, "scenario", "a")],
      ["removeDocument", (id: string) => bench.store.removeDocument(id, "scenario", "a")],
      ["removeDataset", (id: string) => bench.store.removeDataset(id)],
    ])("%s says that a dataset is not there", async (_, ask) => {
      for (const id of ["none", "' OR 1=1 --", "x'}) MATCH (n) DETACH DELETE n //", ""])
        await expect(ask(id)).rejects.toMatchObject({ code: "STORE_NOT_FOUND" });
    });
  });
}
