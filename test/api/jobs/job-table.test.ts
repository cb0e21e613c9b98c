import { describe, expect, it } from "vitest";
import type { Job } from "../../../api/jobs/job-port.ts";
import { JobTable } from "../../../api/jobs/job-table.ts";

const job = (id: string, status: Job["status"] = "queued"): Job => ({
  id,
  analysis: "run",
  dataset: "golden",
  status,
  progress: { done: 0, total: 0 },
  createdAt: "2026-01-02T03:04:05.000Z",
  startedAt: null,
  endedAt: null,
  runId: null,
  problem: null,
});

describe("the job table", () => {
  it("tells watchers of each change until the end", () => {
    const table = new JobTable<Job>(10);
    table.add(job("a"));
    const seen: string[] = [];
    table.watch("a", ({ status, progress }) => seen.push(`${status} ${progress.done}`));
    table.change("a", { status: "running" });
    table.change("a", { progress: { done: 5, total: 9 } });
    table.change("a", { status: "done" });
    table.change("a", { status: "failed" });
    expect(seen).toEqual(["running 0", "running 5", "done 5"]);
    expect(table.find("a")?.status).toBe("done");
  });

  it("stops telling who stopped watching", () => {
    const table = new JobTable<Job>(10);
    table.add(job("a"));
    const seen: string[] = [];
    const stop = table.watch("a", ({ status }) => seen.push(status));
    stop();
    table.change("a", { status: "running" });
    expect(seen).toEqual([]);
  });

  it("forgets the oldest finished jobs, never one that goes on", () => {
    const table = new JobTable<Job>(2);
    table.add(job("old", "done"));
    table.add(job("going", "running"));
    for (const id of ["b", "c", "d"]) table.add(job(id, "done"));
    expect(table.list().map(({ id }) => id)).toEqual(["d", "c", "going"]);
    expect(table.countUnfinished()).toBe(1);
    expect(table.find("old")).toBeNull();
  });
});
