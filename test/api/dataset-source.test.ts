import { cpSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findDatasetSource, libraryFolder, shippedDocuments, SourceError } from "../../api/dataset-source.ts";
import { MemoryStore } from "../../api/store/memory.ts";
import { writeBundle } from "../../datasets/formats/index.ts";

const unasked = async (): Promise<MemoryStore> => {
  throw new Error("a path does not need the store");
};
const emptyStore = async (): Promise<MemoryStore> => new MemoryStore();

describe("a dataset", () => {
  it("is found as a folder, without the store", async () => {
    const source = await findDatasetSource(libraryFolder("golden"), unasked);
    expect(source).toMatchObject({ origin: "path", issues: [] });
    expect(source.dataset?.description.id).toBe("golden");
    expect(source.scenarios.map(({ id }) => id)).toContain("gc-1");
    expect(source.overlays.length).toBeGreaterThan(0);
  });

  it("has one hash and content from folder, bundle, library and store", async () => {
    const folder = await findDatasetSource(libraryFolder("golden"), unasked);
    const library = await findDatasetSource("golden", emptyStore);
    expect(library).toEqual({ ...folder, origin: "library" });
    if (folder.dataset === null) throw new Error("the golden dataset has errors");
    const file = join(mkdtempSync(join(tmpdir(), "knockon-")), "golden.json");
    writeFileSync(file, writeBundle(folder.dataset));
    expect((await findDatasetSource(file, unasked)).hash).toBe(folder.hash);
    const store = new MemoryStore();
    await store.importDataset(folder.dataset, { by: "test", at: "2026-01-02T03:04:05.000Z" });
    const stored = await findDatasetSource("golden", async () => store);
    expect(stored).toEqual({ ...folder, origin: "store", revision: 1 });
  });

  it("in the store goes before the bundled one, and own documents before shipped ones", async () => {
    const { dataset } = await findDatasetSource("golden", emptyStore);
    if (dataset === null) throw new Error("the golden dataset has errors");
    const store = new MemoryStore();
    await store.importDataset(
      { ...dataset, description: { ...dataset.description, version: "mine" } },
      { by: "test", at: "2026-01-02T03:04:05.000Z" },
    );
    await store.saveDocument("golden", "scenario", "gc-1", { id: "gc-1", title: "Mine" });
    const source = await findDatasetSource("golden", async () => store);
    expect(source.dataset?.description.version).toBe("mine");
    expect(source.scenarios.find(({ id }) => id === "gc-1")?.body).toEqual({ id: "gc-1", title: "Mine" });
  });

  it("brings the stories of its scenarios from its folder; a scenario of one's own in their place has none", async () => {
    const shipped = await shippedDocuments("europe", "scenario");
    expect(shipped.filter(({ id, story }) => story?.scenario !== id).map(({ id }) => id)).toEqual([]);
    expect((await shippedDocuments("europe", "overlay")).every(({ story }) => story === undefined)).toBe(true);
    const { dataset } = await findDatasetSource("golden", emptyStore);
    if (dataset === null) throw new Error("the golden dataset has errors");
    const store = new MemoryStore();
    const description = { ...dataset.description, id: "europe" };
    await store.importDataset({ ...dataset, description }, { by: "test", at: "2026-01-02T03:04:05.000Z" });
    await store.saveDocument("europe", "scenario", "nice-grid-storm", { id: "nice-grid-storm", title: "Mine" });
    const { scenarios } = await findDatasetSource("europe", async () => store);
    expect(scenarios.filter(({ story }) => story === undefined).map(({ id }) => id)).toEqual(["nice-grid-storm"]);
  });

  it("that is nowhere is named", async () => {
    await expect(findDatasetSource("nothing", emptyStore)).rejects.toThrow(SourceError);
    await expect(findDatasetSource("./nothing", unasked)).rejects.toThrow(/"\.\/nothing"/u);
  });

  it("with errors is null, with its issues", async () => {
    const folder = mkdtempSync(join(tmpdir(), "knockon-"));
    cpSync(libraryFolder("golden"), folder, { recursive: true });
    writeFileSync(join(folder, "assets.csv"), "id,colour\nP1,red\n");
    writeFileSync(join(folder, "scenarios", "gc-1.json"), "{");
    const source = await findDatasetSource(folder, unasked);
    expect(source.dataset).toBeNull();
    expect(source.hash).toBeNull();
    expect(source.issues.length).toBeGreaterThan(0);
    expect(source.scenarios.find(({ id }) => id === "gc-1")?.body).toBeNull();
  });

  it("of another name than a bundled one ships nothing", async () => {
    expect(await shippedDocuments("../golden", "scenario")).toEqual([]);
    expect(await shippedDocuments("mine", "overlay")).toEqual([]);
  });
});
