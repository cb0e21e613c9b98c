import * as fc from "fast-check";
import { expect, it } from "vitest";
import { datasetHash } from "../../../analyzer/index.ts";
import { editDataset } from "../../../api/history/edit-dataset.ts";
import { HistoryError } from "../../../api/history/history-error.ts";
import { StaleError } from "../../../api/history/stale-error.ts";
import { redoDataset, undoDataset } from "../../../api/history/undo-dataset.ts";
import { MemoryStore } from "../../../api/store/memory.ts";
import { describeOnStores, pair, renaming, writer } from "./history-stores.ts";

describeOnStores("undo and redo", (open) => {
  it("go back and forth, each as a revision with the content and hash of the one brought back", async () => {
    const store = await open();
    await store.importDataset(pair(), writer(0));
    await editDataset(store, "test", { overlay: renaming("A", "Second"), ...writer(1) });
    await editDataset(store, "test", { overlay: renaming("A", "Third"), ...writer(2) });
    expect(await undoDataset(store, "test", { ...writer(3), expectedRevision: 3, why: "wrong" })).toMatchObject({
      changed: true,
      revision: 4,
      restores: 2,
    });
    expect(await undoDataset(store, "test", writer(4))).toMatchObject({ revision: 5, restores: 1 });
    expect(await store.readDataset("test")).toEqual(pair());
    expect(await redoDataset(store, "test", writer(5))).toMatchObject({ revision: 6, restores: 2 });
    const revisions = await store.revisions("test");
    expect(revisions.map(({ kind, restores }) => [kind, restores])).toEqual([
      ["import", undefined],
      ["edit", undefined],
      ["edit", undefined],
      ["undo", 2],
      ["undo", 1],
      ["redo", 2],
    ]);
    expect(revisions[3]).toMatchObject({ by: "ada", why: "wrong" });
    for (const { restores, hash } of revisions.slice(3)) expect(hash).toBe(revisions[(restores ?? 0) - 1]?.hash);
    for (const { revision, hash } of revisions)
      expect(datasetHash(await store.readDataset("test", { revision }))).toBe(hash);
  });

  it("are refused where there is nothing before or after", async () => {
    const store = await open();
    await store.importDataset(pair(), writer(0));
    await expect(undoDataset(store, "test", writer(1))).rejects.toMatchObject({ code: "UNDO_NOTHING" });
    await expect(redoDataset(store, "test", writer(1))).rejects.toMatchObject({ code: "REDO_NOTHING" });
    await editDataset(store, "test", { overlay: renaming("A", "Second"), ...writer(2) });
    await undoDataset(store, "test", writer(3));
    await editDataset(store, "test", { overlay: renaming("A", "Third"), ...writer(4) });
    await expect(redoDataset(store, "test", writer(5))).rejects.toMatchObject({ code: "REDO_NOTHING" });
    await expect(undoDataset(store, "nothing", writer(5))).rejects.toMatchObject({ code: "STORE_NOT_FOUND" });
  });

  it("are refused to somebody who has not seen the last revision", async () => {
    const store = await open();
    await store.importDataset(pair(), writer(0));
    await editDataset(store, "test", { overlay: renaming("A", "Second"), ...writer(1) });
    const stale = undoDataset(store, "test", { ...writer(2), expectedRevision: 1 });
    await expect(stale).rejects.toThrow(StaleError);
    const both = [undoDataset(store, "test", writer(3)), undoDataset(store, "test", writer(3, "bob"))];
    const outcomes = await Promise.allSettled(both);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await store.revisions("test")).toHaveLength(3);
  });
});

const acts = fc.array(fc.constantFrom("edit", "edit", "undo", "undo", "redo"), { minLength: 1, maxLength: 12 });

it("random histories of a store end where two piles of contents do (200 histories)", async () => {
  await fc.assert(
    fc.asyncProperty(acts, async (history) => {
      const store = new MemoryStore();
      await store.importDataset(pair(), writer(0));
      const done: string[] = [];
      const undone: string[] = [];
      let name = "A";
      for (const [at, act] of history.entries()) {
        if (act === "edit") {
          done.push(name);
          undone.length = 0;
          name = `name ${at}`;
          await editDataset(store, "test", { overlay: renaming("A", name), ...writer(at) });
        } else {
          const [from, to] = act === "undo" ? [done, undone] : [undone, done];
          const next = from.pop();
          const step = act === "undo" ? undoDataset : redoDataset;
          if (next === undefined) await expect(step(store, "test", writer(at))).rejects.toThrow(HistoryError);
          else {
            to.push(name);
            name = next;
            await step(store, "test", writer(at));
          }
        }
        expect((await store.asset("test", "A"))?.name).toBe(name);
      }
    }),
    { seed: 20_260_729, numRuns: 200 },
  );
}, 120_000);
