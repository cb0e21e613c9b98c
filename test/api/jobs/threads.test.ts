import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Dataset, datasetHash, lossScenario, runAnalysis } from "../../../analyzer/index.ts";
import { isFinal, type Job, JobError, type JobPort, type JobRequest } from "../../../api/jobs/job-port.ts";
import { openThreads } from "../../../api/jobs/threads.ts";
import { MemoryStore } from "../../../api/store/memory.ts";
import { StoreError } from "../../../api/store/store-error.ts";
import { libraryDataset } from "../http/test-service.ts";
import { chainDataset } from "./chain-dataset.ts";
import { longQuestion } from "./long-question.ts";

const engine = "9.9.9";
const store = new MemoryStore();
let jobs: JobPort;
let golden: Dataset;
let chain: Dataset;

beforeAll(async () => {
  golden = await libraryDataset("golden");
  chain = chainDataset(1500);
  jobs = openThreads({ store, engine, threads: 1, queueLimit: 3, now: () => new Date() });
});
afterAll(() => jobs.close());

function request(dataset: Dataset, analysis: string, parameters: unknown): JobRequest {
  const { id, version } = dataset.description;
  const hash = datasetHash(dataset);
  return { analysis, parameters, overlays: [], dataset: { id, version, hash, revision: 1 }, load: async () => dataset };
}

function until(id: string, holds: (job: Job) => boolean): Promise<Job> {
  return new Promise((resolve) => {
    const look = (job: Job | null): void => {
      if (job !== null && holds(job)) resolve(job);
    };
    jobs.watch(id, look);
    look(jobs.find(id));
  });
}

const ended = (id: string): Promise<Job> => until(id, ({ status }) => isFinal(status));
const scenario = { scenario: lossScenario(["P1"], 96, 240) };
const long = (): JobRequest => request(chain, longQuestion.analysis, longQuestion.parameters);

describe("jobs on threads", () => {
  it("stores the very bytes that a direct run gives", async () => {
    const direct = runAnalysis("run", { dataset: golden, hash: datasetHash(golden), overlays: [], engine }, scenario, {
      progress: () => {},
      aborted: () => false,
    });
    if (direct.kind !== "done") throw new Error("the direct run was not done");
    const { id } = jobs.submit(request(golden, "run", scenario));
    const job = await ended(id);
    expect(job).toMatchObject({ status: "done", runId: id, problem: null });
    const run = await store.run(id);
    expect(run?.result).toBe(JSON.stringify(direct.result));
    expect(run).toMatchObject({ analysis: "run", engine, parameters: scenario, overlays: [] });
    expect(run?.resultHash).toBe((JSON.parse(run?.result ?? "{}") as { resultHash: string }).resultHash);
    expect(Date.parse(job.startedAt ?? "")).toBeLessThanOrEqual(Date.parse(job.endedAt ?? ""));
  });

  it("says why an analysis refused its input, and stores nothing", async () => {
    const nothing = { scenario: { ...scenario.scenario, shocks: [{ select: { ids: ["NOBODY"] } }] } };
    const { id } = jobs.submit(request(golden, "run", nothing));
    const job = await ended(id);
    expect(job.status).toBe("failed");
    expect(job.problem?.code).toBe("ANALYSIS_REFUSED");
    expect(JSON.stringify(job.problem?.issues)).toContain("NOBODY");
    expect(await store.run(id)).toBeNull();
  });

  it("reports progress at least twice a second and can be cancelled within 200 ms", async () => {
    const { id } = jobs.submit(long());
    const times: number[] = [];
    jobs.watch(id, ({ status, progress }) => {
      if (status === "running" && progress.total > 0) times.push(performance.now());
    });
    await until(id, ({ progress }) => progress.done > 0);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(jobs.find(id)?.status, "the analysis was too quick to measure").toBe("running");
    const gaps = times.slice(1).map((time, i) => time - (times[i] ?? time));
    expect(gaps.length).toBeGreaterThanOrEqual(2);
    expect(Math.max(...gaps)).toBeLessThan(500);
    const asked = performance.now();
    const job = await jobs.cancel(id);
    expect(performance.now() - asked).toBeLessThan(200);
    expect(job?.status).toBe("cancelled");
    expect(await store.run(id)).toBeNull();
  });

  it("bounds its queue and cancels what waits", async () => {
    const running = jobs.submit(long());
    const waiting = [1, 2].map(() => jobs.submit(long()));
    expect(() => jobs.submit(request(golden, "run", scenario))).toThrow(JobError);
    await until(running.id, ({ status }) => status === "running");
    for (const { id } of waiting) {
      expect(jobs.find(id)?.status).toBe("queued");
      expect((await jobs.cancel(id))?.status).toBe("cancelled");
      expect(jobs.find(id)?.startedAt).toBeNull();
    }
    await jobs.cancel(running.id);
    const { id } = jobs.submit(request(golden, "run", scenario));
    expect((await ended(id)).status).toBe("done");
  });

  it("leaves a finished job as it is", async () => {
    const { id } = jobs.submit(request(golden, "run", scenario));
    await ended(id);
    expect((await jobs.cancel(id))?.status).toBe("done");
    expect(await jobs.cancel("nobody")).toBeNull();
  });

  it("fails a job whose dataset cannot be read, and goes on", async () => {
    const away = async (): Promise<Dataset> => {
      throw new StoreError("STORE_UNREACHABLE", "bolt://127.0.0.1:1");
    };
    const { id } = jobs.submit({ ...request(golden, "run", scenario), load: away });
    expect((await ended(id)).problem?.code).toBe("STORE_UNREACHABLE");
    const next = jobs.submit(request(golden, "run", scenario));
    expect((await ended(next.id)).status).toBe("done");
  });

  it("fails a job whose result cannot be stored", async () => {
    class FullStore extends MemoryStore {
      override async saveRun(): Promise<void> {
        throw new StoreError("STORE_FULL", "the disk");
      }
    }
    const full = openThreads({ store: new FullStore(), engine, threads: 1, now: () => new Date() });
    const { id } = full.submit(request(golden, "run", scenario));
    const job = await new Promise<Job>((resolve) => full.watch(id, (each) => isFinal(each.status) && resolve(each)));
    expect(job).toMatchObject({ status: "failed", runId: null });
    expect(job.problem?.code).toBe("STORE_FULL");
    await full.close();
  });
});
