import { describe, expect, it } from "vitest";
import { listRunIds } from "../../../../api/store/backup/list-run-ids.ts";
import { MemoryStore } from "../../../../api/store/memory.ts";
import type { Page, RunPage } from "../../../../api/store/store.ts";

/** A store with so many runs, in which somebody acts after each of the first pages. */
class BusyStore extends MemoryStore {
  readonly acts: (() => Promise<void>)[] = [];

  override async runs(datasetId: string | undefined, page: Page): Promise<RunPage> {
    const found = await super.runs(datasetId, page);
    await this.acts.shift()?.();
    return found;
  }
}

const name = (n: number): string => `run-${String(n).padStart(5, "0")}`;

async function storeOf(runs: number): Promise<BusyStore> {
  const store = new BusyStore();
  for (let n = 0; n < runs; n += 1) await save(store, n);
  return store;
}

function save(store: MemoryStore, n: number): Promise<void> {
  const startedAt = new Date(Date.UTC(2025, 0, 1, 0, 0, n)).toISOString();
  const dataset = { id: n % 2 === 0 ? "even" : "odd", version: "1", hash: "0", revision: 1 };
  const made = { analysis: "run", parameters: {}, overlays: [], overlayBodies: [], engine: "1", endedAt: startedAt };
  return store.saveRun({ id: name(n), dataset, startedAt, ...made, result: "{}", resultHash: "0" });
}

const names = (from: number, to: number): string[] => Array.from({ length: to - from }, (_, n) => name(from + n));

describe("listing the ids of runs", () => {
  it.each([0, 1, 499, 500, 501, 999, 1_000, 1_600])("gives all of %i", async (count) => {
    expect(await listRunIds(await storeOf(count))).toEqual(names(0, count));
  });

  it("gives those of a dataset", async () => {
    expect(await listRunIds(await storeOf(5), "odd")).toEqual([name(1), name(3)]);
  });

  it("misses none while others are removed or come in", async () => {
    const store = await storeOf(1_600);
    store.acts.push(
      async () => {
        for (const gone of names(1_590, 1_600)) await store.removeRun(gone);
      },
      async () => {
        for (let n = 1_600; n < 1_605; n += 1) await save(store, n);
      },
    );
    const ids = await listRunIds(store);
    expect(ids.filter((id) => id < name(1_590))).toEqual(names(0, 1_590));
  });

  it("gives up where runs never stay", async () => {
    const store = await storeOf(600);
    for (let act = 0; act < 40; act += 1)
      store.acts.push(async () => {
        const [newest] = (await MemoryStore.prototype.runs.call(store, undefined, { offset: 0, limit: 1 })).runs;
        if (newest !== undefined) await store.removeRun(newest.id);
      });
    await expect(listRunIds(store)).rejects.toMatchObject({ code: "STORE_CONFLICT" });
  });
});
