import { mkdtemp, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Dataset } from "../../analyzer/index.ts";
import { isFinal, type Job, type JobPort } from "../../api/jobs/job-port.ts";
import { openThreads } from "../../api/jobs/threads.ts";
import { openStore } from "../../api/store/open-store.ts";
import type { Store } from "../../api/store/store.ts";
import { libraryDataset, type TestService, testService, testTime } from "../api/http/test-service.ts";

const mostMs = 10_000;

describe("a job whose store goes away", () => {
  let folder: string;
  let file: string;
  let store: Store;
  let jobs: JobPort;
  let service: TestService;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "knockon-jobs-"));
    file = join(folder, "a.db");
    store = await openStore(`sqlite:${file}`, {});
    await store.importDataset(await libraryDataset("golden"), { by: "test", at: testTime });
    jobs = openThreads({ store, engine: "9.9.9", threads: 1, now: () => new Date(testTime) });
    service = await testService({ store, jobs });
  });

  afterEach(async () => {
    await jobs.close();
    await service.app.close();
    await store.close();
    await rm(folder, { recursive: true });
  });

  async function submit(): Promise<Job> {
    const payload = { dataset: "golden", analysis: "rank", parameters: { hours: 96, horizonHours: 240 } };
    const answer = await service.request({ method: "POST", url: "/api/jobs", payload });
    expect(answer.statusCode, answer.body).toBe(202);
    return answer.json();
  }

  /** As the route does, with a way of loading that meets the fault at a moment of its own. */
  async function submitWith(load: (dataset: string) => Promise<Dataset>): Promise<Job> {
    const { id = "", version = "", hash = "", revision = 1 } = (await store.dataset("golden")) ?? {};
    const parameters = { hours: 96, horizonHours: 240 };
    const dataset = { id, version, hash, revision };
    return jobs.submit({ analysis: "rank", parameters, overlays: [], dataset, load: () => load(id) });
  }

  async function ended(id: string): Promise<Job> {
    for (const until = performance.now() + mostMs; performance.now() < until; await sleep(10)) {
      const job: Job = (await service.request({ url: `/api/jobs/${id}` })).json();
      if (isFinal(job.status)) return job;
    }
    throw new Error("the job hangs");
  }

  it("as it is about to save its run ends failed with the store's code, and the next one goes well", async () => {
    const { id } = await submitWith(async (dataset) => {
      const whole = await store.readDataset(dataset);
      await rename(file, `${file}.gone`);
      return whole;
    });
    expect(await ended(id)).toMatchObject({ status: "failed", problem: { code: "STORE_UNREACHABLE" }, runId: null });
    const result = await service.request({ url: `/api/jobs/${id}/result` });
    expect(result.statusCode).toBe(503);
    await rename(`${file}.gone`, file);
    expect(await ended((await submit()).id)).toMatchObject({ status: "done" });
  });

  it("as it loads its dataset ends failed with the store's code", async () => {
    const { id } = await submitWith(async (dataset) => {
      await rename(file, `${file}.gone`);
      return store.readDataset(dataset);
    });
    expect(await ended(id)).toMatchObject({ status: "failed", problem: { code: "STORE_UNREACHABLE" } });
    await rename(`${file}.gone`, file);
  });

  it("cannot be asked for, and the answer says why and when to come back", async () => {
    await rename(file, `${file}.gone`);
    const payload = { dataset: "golden", analysis: "rank", parameters: {} };
    const answer = await service.app.inject({
      method: "POST",
      url: "/api/jobs",
      headers: { "x-knockon": "1" },
      payload,
    });
    expect(answer.statusCode).toBe(503);
    expect(answer.json()).toMatchObject({ code: "STORE_UNREACHABLE" });
    expect(answer.headers["retry-after"]).toBe("5");
    await rename(`${file}.gone`, file);
  });
});
