import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { defaultCaps, readDataset, readJson, writeBundle } from "../../datasets/formats/index.ts";
import { openPath } from "../../datasets/open-path.ts";
import { soundFolder, zipOf } from "../support/rows-as-files.ts";

let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "knockon-open-path-"));
  await mkdir(join(folder, "set", "scenarios"), { recursive: true });
  for (const [path, text] of Object.entries(soundFolder)) await writeFile(join(folder, "set", path), text);
  await writeFile(join(folder, "set.ZIP"), await zipOf(Object.entries(soundFolder)));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("openPath", () => {
  it("opens a folder, a zip and a bundle, all the same dataset", async () => {
    const { dataset, issues } = await readDataset(await openPath(join(folder, "set")));
    expect(issues).toEqual([]);
    if (dataset === null) throw new Error("no dataset");
    await writeFile(join(folder, "set.json"), writeBundle(dataset));
    expect((await readDataset(await openPath(join(folder, "set.ZIP")))).dataset).toEqual(dataset);
    expect((await readDataset(await openPath(join(folder, "set.json")))).dataset).toEqual(dataset);
  });

  it("lists the files of a folder with their sizes, not the folders in it", async () => {
    const files = await openPath(join(folder, "set"));
    expect((await files.list()).toSorted()).toEqual(["assets.csv", "dataset.json", "dependencies.csv"]);
    expect(await files.size("dependencies.csv")).toBe(soundFolder["dependencies.csv"]?.length);
    expect(files.name).toBe("set");
  });

  it("tells of a path that is not there", async () => {
    const files = await openPath(join(folder, "nowhere"));
    expect((await readDataset(files)).issues[0]).toMatchObject({ code: "FILE_MISSING", file: "nowhere" });
    expect((await readJson(files, "nowhere")).issues[0]).toMatchObject({ code: "FILE_MISSING" });
    const gone = await openPath(join(folder, "set"));
    expect((await readJson(gone, "gone.json")).issues[0]).toMatchObject({ code: "FILE_MISSING", file: "gone.json" });
  });

  it("tells of what is no dataset", async () => {
    expect((await readDataset(await openPath("/dev/null"))).issues[0]?.code).toBe("FILE_UNREADABLE");
    expect((await readDataset(await openPath(join(folder, "set", "scenarios")))).issues[0]?.code).toBe(
      "FILE_KIND_UNKNOWN",
    );
    expect((await readDataset(await openPath(join(folder, "set", "assets.csv")))).issues[0]?.code).toBe(
      "FILE_KIND_UNKNOWN",
    );
  });

  it("refuses a zip over the cap before reading it", async () => {
    const files = await openPath(join(folder, "set.ZIP"), { ...defaultCaps, zipBytes: 10 });
    expect((await readDataset(files)).issues[0]).toMatchObject({ code: "FILE_TOO_LARGE", file: "set.ZIP" });
  });
});
