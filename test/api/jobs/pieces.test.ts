import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Dataset, datasetHash } from "../../../analyzer/index.ts";
import { isFinal, type Job, type JobPort, type JobRequest } from "../../../api/jobs/job-port.ts";
import { openThreads } from "../../../api/jobs/threads.ts";
import { MemoryStore } from "../../../api/store/memory.ts";
import { chainDataset } from "./chain-dataset.ts";

const dataset = chainDataset(50);
const store = new MemoryStore();
const ports = new Map<number, JobPort>();

/** A port of so many threads, all of them ready, that shares the smallest job. */
function open(threads: number, memoryMebibytes = 256): JobPort {
  const worker = new URL("./made-up-worker.ts", import.meta.url);
  return openThreads({
    store,
    engine: "9.9.9",
    threads,
    readyThreads: threads,
    sharedFromSeconds: 0,
    memoryMebibytes,
    worker,
    now: () => new Date(),
  });
}

beforeAll(() => {
  for (const threads of [1, 2, 3]) ports.set(threads, open(threads));
});
afterAll(() => Promise.all([...ports.values()].map((port) => port.close())));

function portOf(threads: number): JobPort {
  const port = ports.get(threads);
  if (port === undefined) throw new Error(`no port of ${threads} threads`);
  return port;
}

function request(analysis: string, parameters: unknown, of: Dataset = dataset): JobRequest {
  const { id, version } = of.description;
  const named = { id, version, hash: datasetHash(of), revision: null };
  return { analysis, parameters, overlays: [], dataset: named, load: async () => of };
}

function ended(jobs: JobPort, id: string): Promise<Job> {
  return new Promise((resolve) => {
    const look = (job: Job | null): void => {
      if (job !== null && isFinal(job.status)) resolve(job);
    };
    jobs.watch(id, look);
    look(jobs.find(id));
  });
}

async function answer(jobs: JobPort, analysis: string, parameters: unknown): Promise<string> {
  const { id } = jobs.submit(request(analysis, parameters));
  const job = await ended(jobs, id);
  if (job.status !== "done") throw new Error(JSON.stringify(job));
  return (await store.run(id))?.result ?? "";
}

describe("pieces on threads", () => {
  it.each([
    ["one piece", { pieces: 1 }],
    ["fewer pieces than threads", { pieces: 2, stepsPerPiece: 200_000 }],
    ["many pieces", { pieces: 500 }],
    ["several rounds", { pieces: 9, rounds: 12, stepsPerPiece: 20_000 }],
  ])("give the same bytes on 1, 2 and 3 threads: %s", async (_, parameters) => {
    const one = await answer(portOf(1), "sums", parameters);
    expect(JSON.parse(one)).toMatchObject({
      kind: "sums",
      order: Array.from({ length: parameters.pieces }, (_, i) => i),
    });
    for (const threads of [2, 3]) {
      for (let again = 0; again < 3; again += 1) expect(await answer(portOf(threads), "sums", parameters)).toBe(one);
    }
  });

  it("are done at the same time, with the plan in memory that all threads see", async () => {
    // More than once: a thread that helped has to be free for the next job as soon as its own has ended.
    for (let again = 0; again < 4; again += 1)
      expect(await answer(portOf(2), "meet", {})).toBe('{"kind":"meet","met":[true,true]}');
  });

  it("give the same bytes where jobs compete for the threads", async () => {
    const parameters = { pieces: 40, rounds: 2, stepsPerPiece: 50_000 };
    const one = await answer(portOf(1), "sums", parameters);
    const all = await Promise.all([1, 2, 3, 4, 5].map(() => answer(portOf(3), "sums", parameters)));
    expect(all).toEqual([one, one, one, one, one]);
  });

  it("report progress that never goes back within a round, and ends whole", async () => {
    const jobs = portOf(2);
    const { id } = jobs.submit(request("sums", { pieces: 8, stepsPerPiece: 30_000_000 }));
    const heard: number[] = [];
    const times: number[] = [];
    jobs.watch(id, ({ status, progress }) => {
      if (status !== "running" || progress.total === 0) return;
      heard.push(progress.done);
      times.push(performance.now());
      expect(progress.total).toBe(8000);
    });
    expect((await ended(jobs, id)).progress).toEqual({ done: 8000, total: 8000 });
    expect(heard.length).toBeGreaterThan(2);
    expect(heard).toEqual(heard.toSorted((a, b) => a - b));
    expect(
      heard.some((done) => done % 1000 !== 0),
      "progress from within pieces",
    ).toBe(true);
    expect(Math.max(...times.slice(1).map((time, i) => time - (times[i] ?? time)))).toBeLessThan(500);
  });
});

describe("stopping", () => {
  it.each([1, 2, 3])("cancels within 200 ms on %d threads, and the threads go on to the next job", async (threads) => {
    const jobs = portOf(threads);
    const { id } = jobs.submit(request("sums", { pieces: 8, stepsPerPiece: 2_000_000_000 }));
    await new Promise<void>((resolve) => void jobs.watch(id, ({ progress }) => progress.done > 0 && resolve()));
    const asked = performance.now();
    expect((await jobs.cancel(id))?.status).toBe("cancelled");
    expect(performance.now() - asked).toBeLessThan(200);
    expect(await answer(jobs, "sums", {})).toContain('"kind":"sums"');
  });

  it("ends the threads of an analysis that does not listen", async () => {
    const jobs = portOf(2);
    const { id } = jobs.submit(request("deaf", { seconds: 60 }));
    await new Promise<void>((resolve) => void jobs.watch(id, ({ status }) => status === "running" && resolve()));
    await new Promise((resolve) => setTimeout(resolve, 300));
    const asked = performance.now();
    expect((await jobs.cancel(id))?.status).toBe("cancelled");
    expect(performance.now() - asked).toBeLessThan(400);
    expect(await answer(jobs, "sums", {})).toContain('"kind":"sums"');
  });

  it("lets a short job in where all threads help a long one, and the long one ends well", async () => {
    const jobs = portOf(2);
    const long = jobs.submit(request("sums", { pieces: 200, stepsPerPiece: 2_000_000 }));
    await new Promise<void>((resolve) => void jobs.watch(long.id, ({ progress }) => progress.done > 0 && resolve()));
    await answer(jobs, "sums", {});
    expect(jobs.find(long.id)?.status).toBe("running");
    expect((await ended(jobs, long.id)).status).toBe("done");
  });
});

describe("what goes wrong in a thread", () => {
  it.each([1, 2])(
    "an analysis that breaks off on one of %d threads fails the job, and the next one runs",
    async (threads) => {
      const jobs = portOf(threads);
      const { id } = jobs.submit(request("broken", {}));
      const job = await ended(jobs, id);
      expect(job).toMatchObject({ status: "failed", problem: { code: "JOB_FAILED" } });
      expect(job.problem?.detail).toContain("piece 3 is broken");
      expect(await answer(jobs, "sums", {})).toContain('"kind":"sums"');
    },
  );

  it.each([1, 2])("parts above the cap end the job with what to do, on %d threads", async (threads) => {
    const jobs = open(threads, 64);
    const { id } = jobs.submit(request("hoard", { bytes: 8 * 1024 * 1024 }));
    expect(await ended(jobs, id)).toMatchObject({
      status: "failed",
      problem: { code: "JOB_MEMORY", detail: expect.stringMatching(/64 MiB .*KNOCKON_JOB_MEMORY_MB/) },
    });
    expect(await answer(jobs, "hoard", { bytes: 1024 })).toBe('{"kind":"hoard"}');
    await jobs.close();
  });

  it("a heap above the cap ends the job, not the service", async () => {
    const jobs = open(1, 64);
    const { id } = jobs.submit(request("heap", {}));
    expect(await ended(jobs, id)).toMatchObject({ status: "failed", problem: { code: "JOB_MEMORY" } });
    expect(await answer(jobs, "sums", {})).toContain('"kind":"sums"');
    await jobs.close();
  }, 60_000);
});
