import { beforeEach, describe, expect, it } from "vitest";
import { copyStore } from "../../../../api/store/backup/copy-store.ts";
import type { Settled } from "../../../../api/store/backup/transfer.ts";
import { MemoryStore } from "../../../../api/store/memory.ts";
import { backupOf } from "../../../support/backup-bytes.ts";
import { fillStore, firstRunId } from "../../../support/filled-store.ts";
import { sampleDataset } from "../../../contract/sample-dataset.ts";

const all = { offset: 0, limit: 100 };

let from: MemoryStore;
let to: MemoryStore;
beforeEach(async () => {
  from = new MemoryStore();
  to = new MemoryStore();
  await fillStore(from);
});

describe("copying a store", () => {
  it("copies all, beside what is there; again it changes nothing", async () => {
    await to.importDataset(sampleDataset("other"), { by: "x", at: "2025-01-01T00:00:00.000Z" });
    const settled: Settled[] = [];
    const onSettled = (each: Settled): void => void settled.push(each);
    await copyStore(from, to, { dryRun: true, onSettled });
    expect((await to.datasets()).map(({ id }) => id)).toEqual(["other"]);
    await copyStore(from, to, { onSettled });
    await copyStore(from, to, { onSettled });
    const isNew = settled.map((each) => each.isNew);
    expect(isNew).toEqual([...Array<boolean>(10).fill(true), ...Array<boolean>(5).fill(false)]);
    await to.removeDataset("other");
    expect(await backupOf(to)).toBe(await backupOf(from));
  });

  it("copies only the datasets named, with the runs made from them", async () => {
    await copyStore(from, to, { datasets: ["golden"] });
    expect((await to.datasets()).map(({ id }) => id)).toEqual(["golden"]);
    expect((await to.runs(undefined, all)).runs.map(({ id }) => id).sort()).toEqual([firstRunId, "run-of-the-last"]);
    await expect(copyStore(from, to, { datasets: ["nowhere"] })).rejects.toMatchObject({ code: "STORE_NOT_FOUND" });
  });

  it("refuses a run that differs, and a history that differs under the same content", async () => {
    const run = await from.run(firstRunId);
    await to.saveRun({ ...run!, engine: "2.0.0" });
    await expect(copyStore(from, to)).rejects.toMatchObject({ code: "COPY_DIFFERS" });
    expect(await to.datasets()).toEqual([]);
    await to.removeRun(firstRunId);
    await to.importDataset(sampleDataset("sample"), { by: "ada", at: "2025-03-01T10:00:00.000Z" });
    expect((await to.dataset("sample"))?.hash).toBe((await from.dataset("sample"))?.hash);
    await expect(copyStore(from, to)).rejects.toMatchObject({
      code: "COPY_DIFFERS",
      message: expect.stringContaining("dataset sample") as string,
    });
  });
});
