import { copyFile, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { compiledOf, type Dataset, datasetHash, knownCompiledOf } from "../../../analyzer/index.ts";
import { openStore } from "../../../api/store/open-store.ts";
import { readStored } from "../../../api/store/read-stored.ts";
import { SnapshotCache } from "../../../api/store/snapshot-cache.ts";
import { largeDataset } from "../../contract/large-dataset.ts";
import { sampleDataset } from "../../contract/sample-dataset.ts";

const by = { by: "ada", at: "2025-03-01T10:00:00.000Z" };
const sizes = { assets: 2_000, dependencies: 2_000, connections: 1_000 };

describe("the snapshot cache", () => {
  let folder: string;
  let cache: SnapshotCache;
  const dataset = largeDataset("one", sizes);
  const hash = datasetHash(dataset);
  const files = async (): Promise<string[]> => (await readdir(folder)).map((name) => join(folder, name));
  const onlyFile = async (): Promise<string> => {
    const [file, ...others] = await files();
    if (file === undefined || others.length > 0) throw new Error(`${others.length + 1} files`);
    return file;
  };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "knockon-"));
    cache = new SnapshotCache(folder, "1.0.0");
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it("gives a dataset back, with what it compiles to", async () => {
    expect(await cache.read(hash)).toBeNull();
    await cache.write(hash, dataset);
    const found = await cache.read(hash);
    expect(found).toEqual(dataset);
    expect(found === null ? null : knownCompiledOf(found)).toEqual(compiledOf(dataset));
    expect(await cache.readArrays(hash)).toEqual(compiledOf(dataset));
    expect((await stat(await onlyFile())).mode & 0o777).toBe(0o600);
  });

  it("keeps nothing of a small dataset", async () => {
    await cache.write("small", sampleDataset("one"));
    expect(await files()).toEqual([]);
  });

  it("knows no content, engine or kind of file but its own", async () => {
    await cache.write(hash, dataset);
    expect(await cache.read("another")).toBeNull();
    const later = new SnapshotCache(folder, "2.0.0");
    expect(await later.read(hash)).toBeNull();
    const [first] = await files();
    await later.write(hash, dataset);
    const second = (await files()).find((name) => name !== first);
    await copyFile(String(first), String(second));
    expect(await later.read(hash)).toBeNull();
    expect(await cache.read(hash)).toEqual(dataset);
  });

  it.each([
    ["is empty", () => Buffer.alloc(0)],
    ["is something else", () => Buffer.from("not a snapshot ".repeat(200))],
    ["was cut off", (bytes: Buffer) => bytes.subarray(0, -1)],
    ["was changed in its arrays", (bytes: Buffer) => changed(bytes, 1_500)],
    ["was changed in its rows", (bytes: Buffer) => changed(bytes, bytes.length - 500)],
    ["promises more than it has", (bytes: Buffer) => replaced(bytes, '"bytes":', '"bytes":9')],
    ["has no sizes", (bytes: Buffer) => replaced(bytes, '"bytes"', '"bites"')],
  ])("takes a file that %s as not there, and writes it anew", async (_, damage) => {
    await cache.write(hash, dataset);
    const file = await onlyFile();
    await writeFile(file, damage(await readFile(file)));
    expect(await cache.read(hash)).toBeNull();
    await cache.write(hash, dataset);
    expect(await cache.read(hash)).toEqual(dataset);
  });

  it("keeps what was used last, in number and bytes", async () => {
    const three = new SnapshotCache(folder, "1.0.0", { files: 3, bytes: Number.POSITIVE_INFINITY });
    for (const [age, name] of ["a", "b", "c"].entries()) {
      const before = new Set(await files());
      await three.write(name, dataset);
      const made = (await files()).find((file) => !before.has(file));
      await utimes(String(made), 100 + age, 100 + age);
    }
    // Used again: now "b" is the one not used for longest.
    expect(await three.read("a")).not.toBeNull();
    await three.write("d", dataset);
    expect(await three.read("b")).toBeNull();
    for (const name of ["a", "c", "d"]) expect(await three.read(name)).not.toBeNull();
    const { size } = await stat(String((await files())[0]));
    await new SnapshotCache(folder, "1.0.0", { files: 9, bytes: 2.5 * size }).write("e", dataset);
    expect(await files()).toHaveLength(2);
  });

  it("makes no difference where its folder cannot be used", async () => {
    const inFile = join(folder, "file");
    await writeFile(inFile, "");
    const unusable = new SnapshotCache(join(inFile, "folder"), "1.0.0");
    await expect(unusable.write(hash, dataset)).resolves.toBeUndefined();
    expect(await unusable.read(hash)).toBeNull();
  });

  it("stands in for a store, never with what the store no longer holds", async () => {
    const store = await openStore(`sqlite:${join(folder, "store", "a.db")}`, {});
    const snapshots = new SnapshotCache(join(folder, "snapshots"), "1.0.0");
    const read = async (): Promise<Dataset> => {
      const summary = await store.dataset("one");
      if (summary === null) throw new Error("not there");
      return readStored(store, summary, snapshots);
    };
    await store.importDataset(dataset, by);
    expect(await read()).toEqual(dataset);
    expect(await snapshots.read(hash)).toEqual(dataset);
    expect(await read()).toEqual(dataset);
    const next = { ...dataset, connections: [] };
    await store.importDataset(next, by);
    expect(await read()).toEqual(next);
    await store.close();
  });
});

function changed(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy.writeUInt8(copy.readUInt8(at) ^ 1, at);
  return copy;
}

function replaced(bytes: Buffer, from: string, to: string): Buffer {
  const text = bytes.subarray(0, 1_024).toString().replaceAll(from, to).slice(0, 1_024).padEnd(1_024);
  return Buffer.concat([Buffer.from(text), bytes.subarray(1_024)]);
}
