import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readDocumentsAt, readDocumentsIn, saveDocuments } from "../../api/documents-beside.ts";
import { MemoryStore } from "../../api/store/memory.ts";
import { fileSetFromBytes } from "../../datasets/formats/index.ts";
import { zipOf } from "../support/rows-as-files.ts";
import { datasetOf, assetRow } from "../support/rows.ts";
import { scratchFolder } from "./cli/call.ts";

const scratch = scratchFolder();
const dataset = datasetOf({ assets: [assetRow("a")] });
const scenario = { id: "loss", title: "A is lost", horizonHours: 24, shocks: [{ select: { ids: ["a"] } }] };
const overlay = { id: "more", title: "More", remove: { assets: ["a"] } };

async function folderWith(files: Readonly<Record<string, unknown>>): Promise<string> {
  const folder = scratch(`beside-${Object.keys(files).length}-${JSON.stringify(files).length}`);
  for (const [path, value] of Object.entries(files)) {
    await mkdir(join(folder, path, ".."), { recursive: true });
    await writeFile(join(folder, path), typeof value === "string" ? value : JSON.stringify(value));
  }
  return folder;
}

describe("documents beside the tables of a dataset", () => {
  it("are read from the folders of a folder, and of a zip, by kind and id", async () => {
    const files = { "scenarios/one.json": scenario, "overlays/two.json": overlay, "scenarios/note.txt": "no document" };
    const { documents, issues } = await readDocumentsAt(await folderWith(files), dataset.description);
    expect(issues.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(documents).toEqual([
      { kind: "scenario", id: "loss", body: scenario },
      { kind: "overlay", id: "more", body: overlay },
    ]);
    const zip = await zipOf(new Map(Object.entries(files).map(([path, value]) => [path, JSON.stringify(value)])));
    expect((await readDocumentsIn(fileSetFromBytes("a.zip", zip), dataset.description)).documents).toEqual(documents);
  });

  it("are told with their file where something is wrong with them", async () => {
    const folder = await folderWith({
      "scenarios/broken.json": "{",
      "scenarios/odd.json": { ...scenario, horizonHours: -1 },
    });
    const { issues } = await readDocumentsAt(folder, dataset.description);
    expect(issues.map(({ file, code }) => [file, code])).toEqual([
      ["scenarios/broken.json", "JSON_MALFORMED"],
      ["scenarios/odd.json", "FIELD_OUT_OF_RANGE"],
    ]);
  });

  it("are none beside a dataset without such folders, and beside a single file", async () => {
    const folder = await folderWith({ "dataset.json": dataset.description });
    expect((await readDocumentsAt(folder, dataset.description)).documents).toEqual([]);
    expect((await readDocumentsAt(join(folder, "dataset.json"), dataset.description)).documents).toEqual([]);
  });

  it("are saved once, and again only where they differ", async () => {
    const store = new MemoryStore();
    await store.importDataset(dataset, { by: "test", at: "2026-01-01T00:00:00.000Z" });
    const { id } = dataset.description;
    const shipped = async () => [];
    const documents = [{ kind: "scenario", id: "loss", body: scenario }] as const;
    expect(await saveDocuments(store, id, documents, { shipped, isDryRun: true })).toEqual({
      scenarios: 1,
      overlays: 0,
    });
    expect(await store.documents(id, "scenario")).toEqual([]);
    expect(await saveDocuments(store, id, documents, { shipped })).toEqual({ scenarios: 1, overlays: 0 });
    expect(await saveDocuments(store, id, documents, { shipped })).toEqual({ scenarios: 0, overlays: 0 });
    const changed = [{ ...documents[0], body: { ...scenario, title: "Another title" } }];
    expect(await saveDocuments(store, id, changed, { shipped })).toEqual({ scenarios: 1, overlays: 0 });
    expect((await store.document(id, "scenario", "loss"))?.body).toMatchObject({ title: "Another title" });
  });

  it("are not saved where they come with the bundled dataset as they are", async () => {
    const store = new MemoryStore();
    await store.importDataset(dataset, { by: "test", at: "2026-01-01T00:00:00.000Z" });
    const { id } = dataset.description;
    const shipped = async () => [{ id: "loss", body: scenario }];
    const documents = [{ kind: "scenario", id: "loss", body: scenario }] as const;
    expect(await saveDocuments(store, id, documents, { shipped })).toEqual({ scenarios: 0, overlays: 0 });
    expect(await store.documents(id, "scenario")).toEqual([]);
  });
});
