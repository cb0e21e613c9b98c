import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openThreads } from "../../api/jobs/threads.ts";
import { MemoryStore } from "../../api/store/memory.ts";
import { openStore } from "../../api/store/open-store.ts";
import type { Store } from "../../api/store/store.ts";
import { sampleDataset } from "../contract/sample-dataset.ts";
import { libraryDataset, testService } from "../api/http/test-service.ts";

/** A clock that jumps: back a day, ahead a century, a leap second's repeated moment, a change of zone. */
const times = [
  "2026-03-29T00:59:59.999Z",
  "2026-03-28T00:00:00.000Z",
  "2126-01-01T00:00:00.000Z",
  "2026-12-31T23:59:59.999Z",
  "2026-12-31T23:59:59.999Z",
  "1970-01-01T00:00:00.000Z",
];

describe.each(["memory", "sqlite"] as const)("a clock that jumps, on a %s store", (kind) => {
  let folder: string;
  let store: Store;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "knockon-clock-"));
    store = kind === "memory" ? new MemoryStore() : await openStore(`sqlite:${join(folder, "a.db")}`, {});
  });

  afterAll(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });

  it("leaves revisions in the order of their numbers, each with the time that the clock told", async () => {
    for (const [index, at] of times.entries()) {
      const { description, ...rows } = sampleDataset("one");
      const next = { ...rows, description: { ...description, version: String(index) } };
      expect(await store.importDataset(next, { by: "ada", at })).toMatchObject({ revision: index + 1 });
    }
    const revisions = await store.revisions("one");
    expect(revisions.map(({ revision }) => revision)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(revisions.map(({ at }) => at)).toEqual(times);
    expect((await store.readDataset("one")).description.version).toBe("5");
    expect((await store.readDataset("one", { revision: 2 })).description.version).toBe("1");
  });

  it("lets jobs end, whose runs are kept and listed", async () => {
    await store.importDataset(await libraryDataset("golden"), { by: "ada", at: times[0] ?? "" });
    let ticks = 0;
    const now = (): Date => new Date(times[ticks++ % times.length] ?? "");
    const jobs = openThreads({ store, engine: "9.9.9", threads: 1, now });
    const service = await testService({ store, jobs, now });
    const payload = { dataset: "golden", analysis: "rank", parameters: { hours: 96, horizonHours: 240 } };
    const ids: string[] = [];
    for (let round = 0; round < 4; round += 1) {
      const { id } = (await service.request({ method: "POST", url: "/api/jobs", payload })).json();
      await new Promise<void>((resolve) => {
        const stop = jobs.watch(id, ({ status }) => {
          if (status !== "queued" && status !== "running") resolve();
        });
        if (jobs.find(id)?.status === "done") {
          stop();
          resolve();
        }
      });
      expect(jobs.find(id)).toMatchObject({ status: "done", problem: null });
      ids.push(id);
    }
    expect(jobs.list().map(({ id }) => id)).toEqual([...ids].reverse());
    const { runs, total } = await store.runs("golden", { offset: 0, limit: 10 });
    expect(total).toBe(ids.length);
    expect(runs.map(({ id }) => id).sort()).toEqual([...ids].sort());
    const hashes = new Set(runs.map(({ resultHash }) => resultHash));
    expect(hashes.size).toBe(1);
    await jobs.close();
    await service.app.close();
  });
});
