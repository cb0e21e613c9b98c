import { beforeEach, describe, expect, it } from "vitest";
import { type PruneRule, pruneRuns } from "../../../api/runs/prune-runs.ts";
import { MemoryStore } from "../../../api/store/memory.ts";
import { storedRun } from "./stored-run.ts";

const now = new Date("2026-02-01T00:00:00.000Z");
const hour = 3_600_000;
let store: MemoryStore;

/** Runs started 1, 2, .. 5 days before now; the odd ones of another dataset, results of 1 to 5 kB. */
beforeEach(async () => {
  store = new MemoryStore();
  for (const days of [3, 1, 5, 2, 4]) {
    const startedAt = new Date(now.getTime() - days * 24 * hour).toISOString();
    const id = days % 2 === 1 ? "odd" : "even";
    const result = JSON.stringify("x".repeat(days * 1000 - 2));
    await store.saveRun(storedRun({ id: `d${days}`, dataset: { ...storedRun().dataset, id }, startedAt, result }));
  }
});

const left = async () => (await store.runs(undefined, { offset: 0, limit: 10 })).runs.map(({ id }) => id);
const prune = (rule: PruneRule, options: { dataset?: string; dryRun?: boolean } = {}) =>
  pruneRuns(store, rule, { dryRun: false, now, ...options });

describe("a rule of pruning", () => {
  it.each([
    [0, []],
    [1, ["d1"]],
    [5, ["d1", "d2", "d3", "d4", "d5"]],
    [6, ["d1", "d2", "d3", "d4", "d5"]],
  ])("keeps the newest %i", async (keep, ids) => {
    expect((await prune({ keep })).untouched).toBe(ids.length);
    expect(await left()).toEqual(ids);
  });

  it("keeps the newest of one dataset and leaves the others alone", async () => {
    expect(await prune({ keep: 1 }, { dataset: "odd" })).toEqual({
      removed: ["d3", "d5"],
      resultsDropped: [],
      untouched: 1,
    });
    expect(await left()).toEqual(["d1", "d2", "d4"]);
  });

  it("removes what is older, and keeps what is right at the limit", async () => {
    expect((await prune({ olderThanDays: 3 })).removed).toEqual(["d4", "d5"]);
    expect((await prune({ olderThanDays: 3 - 1 / 86_400_000 })).removed).toEqual(["d3"]);
    expect(await left()).toEqual(["d1", "d2"]);
  });

  it("drops longer results and keeps the runs, and what is right at the limit", async () => {
    expect(await prune({ resultsOverMb: 0.004 })).toEqual({ removed: [], resultsDropped: ["d5"], untouched: 4 });
    expect(await prune({ resultsOverMb: 0.003999 })).toMatchObject({ resultsDropped: ["d4"] });
    expect(await left()).toHaveLength(5);
    expect(await store.run("d5")).toMatchObject({ result: null, resultHash: "def" });
    expect((await prune({ resultsOverMb: 0 })).resultsDropped).toEqual(["d1", "d2", "d3"]);
    expect((await prune({ resultsOverMb: 0 })).resultsDropped).toEqual([]);
  });

  it("says what would go, and leaves it", async () => {
    expect((await prune({ keep: 2 }, { dryRun: true })).removed).toEqual(["d3", "d4", "d5"]);
    expect((await prune({ resultsOverMb: 0.002 }, { dryRun: true })).resultsDropped).toEqual(["d3", "d4", "d5"]);
    expect((await store.runs(undefined, { offset: 0, limit: 10 })).runs.every((run) => run.resultBytes !== null)).toBe(
      true,
    );
    expect(await left()).toHaveLength(5);
  });

  it("looks at more runs than one page holds", async () => {
    for (let at = 0; at < 1003; at += 1)
      await store.saveRun(storedRun({ id: `n${at}`, startedAt: "2025-01-01T00:00:00.000Z" }));
    expect((await prune({ keep: 5 })).removed).toHaveLength(1003);
    expect(await left()).toEqual(["d1", "d2", "d3", "d4", "d5"]);
  });
});
