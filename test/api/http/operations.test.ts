import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { catalogue, type Dataset, lossScenario } from "../../../analyzer/index.ts";
import { isFinal, type Job, type JobPort } from "../../../api/jobs/job-port.ts";
import { openThreads } from "../../../api/jobs/threads.ts";
import type { MemoryStore } from "../../../api/store/memory.ts";
import { fileSetFromBytes, readDataset, writeBundle } from "../../../datasets/formats/index.ts";
import { goldenStore, libraryDataset, operations, type TestService, testService } from "./test-service.ts";

let store: MemoryStore;
let jobs: JobPort;
let service: TestService;
let golden: Dataset;

beforeAll(async () => {
  store = await goldenStore();
  golden = await libraryDataset("golden");
  jobs = openThreads({ store, engine: "9.9.9", threads: 1, now: () => new Date() });
  service = await testService({ store, jobs });
});

afterAll(async () => {
  // After every other test of this file: each operation of the document was asked and answered as documented.
  const ids = operations(service.app).map(({ operation }) => operation.operationId);
  expect(ids.filter((id) => !service.asked.has(id))).toEqual([]);
  expect(new Set(ids).size).toBe(ids.length);
  await jobs.close();
  await service.app.close();
});

async function get<T>(url: string): Promise<T> {
  const answer = await service.request({ url });
  expect(answer.statusCode, answer.body).toBe(200);
  return JSON.parse(answer.body) as T;
}

async function jobDone(body: object): Promise<Job> {
  const answer = await service.request({ method: "POST", url: "/api/jobs", payload: body });
  expect(answer.statusCode, answer.body).toBe(202);
  const { id } = JSON.parse(answer.body) as Job;
  expect(answer.headers.location).toBe(`/api/jobs/${id}`);
  return followed(id);
}

async function followed(id: string): Promise<Job> {
  for (;;) {
    const job = await get<Job>(`/api/jobs/${id}`);
    if (isFinal(job.status)) return job;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe("a job of a past revision", () => {
  it("is run on the dataset as it was, and one of a revision that never was is refused", async () => {
    const past = { ...golden, description: { ...golden.description, id: "past" } };
    const { hash } = await store.importDataset(past, { by: "test", at: "2026-01-01T00:00:00.000Z" });
    const later = { ...past, dependencies: past.dependencies.slice(1) };
    await store.importDataset(later, { by: "test", at: "2026-02-01T00:00:00.000Z" });
    const asked = { analysis: "rank", dataset: "past", asOf: "1" };
    const { runId } = await jobDone(asked);
    expect(await get(`/api/runs/${runId}`)).toMatchObject({ dataset: { id: "past", hash } });
    const never = await service.request({ method: "POST", url: "/api/jobs", payload: { ...asked, asOf: "99" } });
    expect(never.json()).toMatchObject({ code: "REVISION_UNKNOWN" });
    await store.removeDataset("past");
  });
});

describe("the service itself", () => {
  it("tells its health", async () => {
    expect(await get("/api/health")).toEqual({
      status: "ok",
      engine: "9.9.9",
      store: { kind: "memory", address: "memory:" },
      jobs: { queued: 0, running: 0 },
    });
  });

  it("documents itself as OpenAPI 3.1", async () => {
    const document = await get<{ openapi: string; components: { schemas: Record<string, unknown> } }>(
      "/api/openapi.json",
    );
    expect(document.openapi).toMatch(/^3\.1\./u);
    expect(Object.keys(document.components.schemas)).toContain("Asset");
    const text = JSON.stringify(document);
    const references = [...text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/gu)].map(([, name]) => name ?? "");
    expect(references.filter((name) => !(name in document.components.schemas))).toEqual([]);
    expect(text).not.toMatch(/"\$ref":"(?!#\/components)/u);
  });

  it("lists the catalogue", async () => {
    const { analyses } = await get<{ analyses: { id: string; estimate: number | null }[] }>("/api/analyses");
    expect(analyses.map(({ id }) => id)).toEqual(catalogue.map(({ id }) => id));
    expect(analyses.every(({ estimate }) => estimate === null)).toBe(true);
  });

  it("estimates the catalogue for a dataset, and says which it does not know", async () => {
    const { analyses } = await get<{ analyses: object[] }>("/api/analyses?dataset=golden");
    for (const [at, entry] of catalogue.entries()) {
      const texts = Object.fromEntries(Object.entries(entry).filter(([, value]) => typeof value !== "function"));
      expect(analyses[at]).toEqual({ ...texts, estimate: expect.any(Number) });
    }
    const answer = await service.request({ url: "/api/analyses?dataset=nothing" });
    expect(answer.statusCode).toBe(404);
    expect(answer.json()).toMatchObject({ code: "DATASET_NOT_FOUND" });
  });
});

describe("datasets", () => {
  it("lists them and tells one in detail", async () => {
    const { datasets } = await get<{ datasets: { id: string }[] }>("/api/datasets");
    expect(datasets.map(({ id }) => id)).toEqual(["golden"]);
    const detail = await get<{
      counts: { assets: number };
      description: { title: string };
      states: { code: string; name: string }[];
      sectors: { id: string }[];
    }>("/api/datasets/golden");
    expect(detail.counts.assets).toBe(golden.assets.length);
    expect(detail.description).toEqual(golden.description);
    expect(detail.states.map(({ code }) => code)).toEqual(["XA", "XB", "XC"]);
    expect(detail.states.every(({ code, name }) => name !== code)).toBe(true);
    expect(detail.sectors.map(({ id }) => id)).toContain("energy");
  });

  it("says whom to credit, and that no row is without a source", async () => {
    const credits = await get<{ credits: { source: string; rows: number }[]; rowsWithoutSource: number }>(
      "/api/datasets/golden/credits",
    );
    const rows = golden.assets.length + golden.dependencies.length + golden.connections.length;
    expect(credits.credits.reduce((sum, source) => sum + source.rows, 0)).toBe(rows);
    expect(credits.rowsWithoutSource).toBe(0);
    expect((await service.request({ url: "/api/datasets/none/credits" })).statusCode).toBe(404);
  });

  it("gives a bundle that reads back as the same dataset", async () => {
    const answer = await service.request({ url: "/api/datasets/golden/export?format=bundle" });
    expect(answer.headers["content-disposition"]).toBe('attachment; filename="golden.json"');
    const back = await readDataset(fileSetFromBytes("golden.json", answer.rawPayload));
    expect(back.dataset).toEqual(golden);
  });

  it("gives it in the format of others, and says before what that cannot hold", async () => {
    const losses = await get<{ format: string; fileName: string; bytes: number; lost: object[] }>(
      "/api/datasets/golden/export/losses?format=graphml",
    );
    expect(losses).toMatchObject({ format: "graphml", fileName: "golden.graphml", lost: [] });
    const answer = await service.request({ url: "/api/datasets/golden/export?format=graphml" });
    expect(answer.headers).toMatchObject({
      "content-type": "application/octet-stream",
      "content-disposition": 'attachment; filename="golden.graphml"',
      "x-knockon-lost": "0",
    });
    expect(answer.rawPayload.length).toBe(losses.bytes);
  });

  it("lists formats of others and says what their files hold", async () => {
    const { formats } = await get<{ formats: { id: string }[] }>("/api/formats");
    expect(formats.map(({ id }) => id)).toContain("csv");
    const seen = await service.request({
      method: "POST",
      url: "/api/inspections?format=csv&name=plants.csv",
      headers: { "content-type": "application/octet-stream" },
      payload: "Code,Label\nA,Alpha\n",
    });
    expect(seen.json()).toMatchObject({
      usable: false,
      mapping: { assets: { columns: { id: "Code", name: "Label" } } },
    });
  });

  it("imports a bundle once, after a dry run that writes nothing, and removes it", async () => {
    const copy = { ...golden, description: { ...golden.description, id: "copy" } };
    const payload = Buffer.from(writeBundle(copy));
    const upload = (query: string) =>
      service.request({
        method: "POST",
        url: `/api/datasets${query}`,
        headers: { "content-type": "application/json" },
        payload,
      });
    const dry = await upload("?dryRun=true");
    expect(dry.statusCode).toBe(200);
    expect(dry.json()).toMatchObject({ id: "copy", dryRun: true, changed: true, revision: null });
    expect(await store.dataset("copy")).toBeNull();
    const first = await upload("");
    expect(first.statusCode).toBe(201);
    expect(first.json()).toMatchObject({ changed: true, revision: 1, hash: dry.json<{ hash: string }>().hash });
    const second = await upload("");
    expect(second.statusCode).toBe(200);
    expect(second.json()).toMatchObject({ changed: false, revision: 1 });
    expect(await store.readDataset("copy")).toEqual(copy);
    const removed = await service.request({ method: "DELETE", url: "/api/datasets/copy" });
    expect(removed.statusCode).toBe(204);
    expect(await store.dataset("copy")).toBeNull();
  });
});

describe("imports", () => {
  it("are asked for, followed, listed and left as they ended", async () => {
    const copy = { ...golden, description: { ...golden.description, id: "copy" } };
    const answer = await service.request({
      method: "POST",
      url: "/api/imports?name=copy.json",
      headers: { "content-type": "application/json" },
      payload: Buffer.from(writeBundle(copy)),
    });
    expect(answer.statusCode, answer.body).toBe(202);
    const { id } = answer.json<{ id: string }>();
    const events = await service.request({ url: `/api/imports/${id}/events` });
    expect(events.body).toContain('"status":"done"');
    const done = await get<object>(`/api/imports/${id}`);
    expect(done).toMatchObject({ name: "copy.json", status: "done", report: { id: "copy", revision: 1 } });
    expect(await get("/api/imports")).toEqual({ imports: [done] });
    expect((await service.request({ method: "DELETE", url: `/api/imports/${id}` })).json()).toEqual(done);
    expect(await store.readDataset("copy")).toEqual(copy);
    await store.removeDataset("copy");
  });
});

describe("history", () => {
  it("edits, undoes and redoes a dataset, and lists and compares what was written", async () => {
    const dataset = { ...golden, description: { ...golden.description, id: "copy" } };
    await store.importDataset(dataset, { by: "test", at: new Date().toISOString() });
    const overlay = { id: "name", title: "Another name", change: [{ id: "P1", name: "Other" }] };
    const post = async (path: string, ifMatch: string, payload?: object) => {
      const answer = await service.request({
        method: "POST",
        url: `/api/datasets/copy/${path}`,
        headers: { "if-match": ifMatch },
        ...(payload === undefined ? {} : { payload }),
      });
      expect(answer.statusCode, answer.body).toBe(201);
      return answer.json() as object;
    };
    expect(await post("edits", '"1"', { overlay })).toMatchObject({ revision: 2 });
    expect(await post("undo", '"2"')).toMatchObject({ revision: 3, restores: 1 });
    expect(await post("redo", '"3"', { why: "after all" })).toMatchObject({ revision: 4, restores: 2 });
    const { revisions } = await get<{ revisions: { kind: string }[] }>("/api/datasets/copy/revisions");
    expect(revisions.map(({ kind }) => kind)).toEqual(["import", "edit", "undo", "redo"]);
    const changes = await get<{ assets: object }>("/api/datasets/copy/changes?from=3");
    expect(changes.assets).toMatchObject({ changed: [{ id: "P1", attributes: [{ name: "name", after: "Other" }] }] });
    await store.removeDataset("copy");
  });
});

describe("assets", () => {
  it("finds, pages and filters", async () => {
    type Page = { total: number; assets: { id: string }[] };
    const all = await get<Page>("/api/datasets/golden/assets?limit=500");
    expect(all.total).toBe(golden.assets.length);
    const paged = await get<Page>("/api/datasets/golden/assets?offset=2&limit=3");
    expect(paged.assets).toEqual(all.assets.slice(2, 5));
    const found = await get<Page>("/api/datasets/golden/assets?q=p1");
    expect(found.assets.map(({ id }) => id)).toContain("P1");
    const filtered = await get<Page>("/api/datasets/golden/assets?state=XB&sector=finance");
    expect(filtered.total).toBe(
      golden.assets.filter((each) => each.sector === "finance" && each.states.some(({ state }) => state === "XB"))
        .length,
    );
  });

  it("gives one and its neighbours", async () => {
    expect(await get("/api/datasets/golden/assets/P1")).toEqual(golden.assets.find(({ id }) => id === "P1"));
    const around = await get<{ dependents: { provider: string }[] }>("/api/datasets/golden/assets/P1/neighbours");
    expect(around.dependents.length).toBe(golden.dependencies.filter(({ provider }) => provider === "P1").length);
  });

  it("gives the shortest chain to what depends on one, now and then", async () => {
    const ids = ["P1", "S1", "S2", "B1", "F1"];
    expect(await get("/api/datasets/golden/assets/P1/path?to=F1")).toEqual({ ids });
    expect(await get("/api/datasets/golden/assets/P1/path?to=F1&asOf=1")).toEqual({ ids });
    expect(await get("/api/datasets/golden/assets/P1/path?to=F1&maxSteps=3")).toEqual({ ids: null });
  });
});

describe.each([
  ["scenarios", { id: "mine", title: "Mine", horizonHours: 24, shocks: [{ select: { ids: ["P1"] }, hours: 4 }] }],
  ["overlays", { id: "mine", title: "Mine", remove: { dependencies: [] }, change: [{ id: "P1", restart_hours: 2 }] }],
] as const)("%s", (path, body) => {
  type Document = { id: string; title: string; shipped: boolean; body: unknown };
  const address = `/api/datasets/golden/${path}`;
  const listed = async () => (await get<Record<string, Document[]>>(address))[path] ?? [];

  it("lists what is shipped, saves, shows and removes an own one", async () => {
    const before = await listed();
    expect(before.length).toBeGreaterThan(0);
    expect(before.every(({ shipped }) => shipped)).toBe(true);
    const saved = await service.request({ method: "PUT", url: `${address}/mine`, payload: body });
    expect(saved.statusCode, saved.body).toBe(200);
    expect(await get(`${address}/mine`)).toEqual({ id: "mine", title: "Mine", shipped: false, body });
    expect((await listed()).map(({ id }) => id)).toEqual([...before.map(({ id }) => id), "mine"].sort());
    expect((await service.request({ method: "DELETE", url: `${address}/mine` })).statusCode).toBe(204);
    expect(await listed()).toEqual(before);
  });

  it("puts an own version before a shipped one, and takes only the own one away", async () => {
    const [shipped] = await listed();
    const id = shipped?.id ?? "";
    const url = `${address}/${id}`;
    expect((await service.request({ method: "DELETE", url })).json()).toMatchObject({ code: "DOCUMENT_SHIPPED" });
    await service.request({ method: "PUT", url, payload: { ...body, id } });
    expect(await get<Document>(url)).toMatchObject({ shipped: false, title: "Mine" });
    await service.request({ method: "DELETE", url });
    expect(await get(url)).toEqual(shipped);
  });
});

describe("jobs and runs", () => {
  const scenario = lossScenario(["P1"], 96, 240);

  it.each([
    ["run", { scenario }],
    ["rank", { hours: 96, horizonHours: 240 }],
    ["structure", {}],
    ["trials", { scenario, trials: 20 }],
  ])("carries %s through to a stored result", async (analysis, parameters) => {
    const job = await jobDone({ analysis, dataset: "golden", parameters });
    expect(job).toMatchObject({ status: "done", problem: null });
    const result = await service.request({ url: `/api/jobs/${job.id}/result` });
    expect(result.statusCode).toBe(200);
    const run = await get<{ result: object; analysis: string }>(`/api/runs/${job.runId}`);
    expect(run.analysis).toBe(analysis);
    expect(JSON.stringify(run.result)).toBe(result.body);
  });

  it("compares with an overlay of the dataset", async () => {
    const { overlays } = await get<{ overlays: { id: string }[] }>("/api/datasets/golden/overlays");
    const ids = overlays.slice(0, 1).map(({ id }) => id);
    const body = { analysis: "compare", dataset: "golden", overlays: ids };
    for (const parameters of [{ scenario }, { scan: { hours: 96, horizonHours: 240 } }]) {
      const job = await jobDone({ ...body, parameters });
      expect(job.problem).toBeNull();
      expect(await get(`/api/jobs/${job.id}/result`)).toMatchObject({ kind: "compare" });
    }
  });

  it("gives the golden numbers: GC-1 reaches XB at 4 h and XC at 52 h, 631 outage hours", async () => {
    const job = await jobDone({ analysis: "run", dataset: "golden", parameters: { scenario } });
    const result = await get<{ totals: { outageHours: number }; states: object[] }>(`/api/jobs/${job.id}/result`);
    expect(result.totals.outageHours).toBe(631);
    expect(result.states).toContainEqual(expect.objectContaining({ code: "XB", firstHours: 4 }));
    expect(result.states).toContainEqual(expect.objectContaining({ code: "XC", firstHours: 52 }));
  });

  it("lists jobs, tells them as events until they end, and leaves a finished one alone", async () => {
    const job = await jobDone({ analysis: "structure", dataset: "golden" });
    const { jobs: all } = await get<{ jobs: Job[] }>("/api/jobs");
    expect(all[0]).toEqual(job);
    const events = await service.request({ url: `/api/jobs/${job.id}/events` });
    expect(events.headers["content-type"]).toContain("text/event-stream");
    expect(events.body).toBe(`event: job\ndata: ${JSON.stringify(job)}\n\n`);
    const cancelled = await service.request({ method: "DELETE", url: `/api/jobs/${job.id}` });
    expect(cancelled.json()).toEqual(job);
  });

  it("lists runs and removes one", async () => {
    const job = await jobDone({ analysis: "structure", dataset: "golden" });
    const listed = await get<{ total: number; runs: { id: string }[] }>("/api/runs?dataset=golden&limit=500");
    expect(listed.runs.map(({ id }) => id)).toContain(job.runId);
    expect(await get("/api/runs?dataset=nothing")).toEqual({ total: 0, runs: [] });
    expect((await service.request({ method: "DELETE", url: `/api/runs/${job.runId}` })).statusCode).toBe(204);
    expect((await service.request({ url: `/api/jobs/${job.id}/result` })).json()).toMatchObject({
      code: "RUN_NOT_FOUND",
    });
  });

  it("replays a run of a past revision, and stores nothing", async () => {
    const job = await jobDone({ analysis: "run", dataset: "golden", parameters: { scenario } });
    const before = await get<{ total: number }>("/api/runs");
    const later = { ...golden, dependencies: golden.dependencies.slice(1) };
    await store.importDataset(later, { by: "test", at: "2026-02-01T00:00:00.000Z" });
    const replay = async () => service.request({ method: "POST", url: `/api/runs/${job.runId}/replay` });
    const answer = await replay();
    expect(answer.statusCode, answer.body).toBe(202);
    const again = await followed(answer.json<Job>().id);
    expect(again).toMatchObject({ status: "done", runId: job.runId, replay: { outcome: "same" } });
    expect(await get("/api/runs")).toMatchObject({ total: before.total });
    await store.removeDataset("golden");
    const gone = await replay();
    expect(gone.json()).toMatchObject({ status: 409, code: "RUN_NOT_REPLAYABLE" });
    expect(gone.json<{ detail: string }>().detail).toContain("no dataset");
    await store.importDataset(golden, { by: "test", at: "2026-02-01T00:00:00.000Z" });
    const run = await store.run(job.runId ?? "");
    if (run !== null) await store.saveRun({ ...run, engine: "0.0.1", resultHash: "other" });
    const differs = await followed((await replay()).json<Job>().id);
    expect(differs.replay).toMatchObject({ outcome: "engine-differs" });
    expect(differs.replay?.explanation).toContain("0.0.1");
  });

  it("tells what differs between two runs", async () => {
    const a = await jobDone({ analysis: "run", dataset: "golden", parameters: { scenario } });
    const shorter = lossScenario(["P1"], 48, 240);
    const b = await jobDone({ analysis: "run", dataset: "golden", parameters: { scenario: shorter } });
    expect(await get(`/api/runs/diff?a=${a.runId}&b=${b.runId}`)).toMatchObject({
      inputs: { same: false, dataset: null, scenario: [{ pointer: "/shocks/0/hours", a: 96, b: 48 }] },
      results: { same: false, differences: { disrupted: { onlyA: expect.any(Array) } } },
    });
    expect(await get(`/api/runs/diff?a=${a.runId}&b=${a.runId}`)).toMatchObject({ results: { same: true } });
    const ranks = [{ hours: 96 }, { hours: 24 }];
    const [c, d] = [
      await jobDone({ analysis: "rank", dataset: "golden", parameters: ranks[0] }),
      await jobDone({ analysis: "rank", dataset: "golden", parameters: ranks[1] }),
    ];
    expect(await get(`/api/runs/diff?a=${c.runId}&b=${d.runId}`)).toMatchObject({
      results: { differences: { ranks: expect.any(Array) } },
    });
    const unknown = await service.request({ url: `/api/runs/diff?a=${a.runId}&b=none` });
    expect(unknown.json()).toMatchObject({ status: 404, code: "RUN_NOT_FOUND" });
    expect((await service.request({ url: "/api/runs/diff?a=x" })).statusCode).toBe(400);
  });

  it("prunes results and runs by one rule", async () => {
    const job = await jobDone({ analysis: "structure", dataset: "golden" });
    const prune = (payload: object) => service.request({ method: "POST", url: "/api/runs/prune", payload });
    for (const rule of [{}, { keep: 1, olderThanDays: 1 }, { keep: -1 }, { newest: 1 }])
      expect((await prune({ rule })).json()).toMatchObject({ status: 400, code: "REQUEST_INVALID" });
    const dry = await prune({ rule: { resultsOverMb: 0 }, dataset: "golden", dryRun: true });
    expect(dry.json<{ resultsDropped: string[] }>().resultsDropped).toContain(job.runId);
    const elsewhere = await prune({ rule: { keep: 0 }, dataset: "nothing" });
    expect(elsewhere.json()).toEqual({ dryRun: false, removed: [], resultsDropped: [], untouched: 0 });
    expect((await prune({ rule: { resultsOverMb: 0 } })).statusCode).toBe(200);
    expect(await get(`/api/runs/${job.runId}`)).toMatchObject({ id: job.runId, result: null });
    const { runs } = await get<{ runs: { resultBytes: number | null }[] }>("/api/runs");
    expect(runs.every(({ resultBytes }) => resultBytes === null)).toBe(true);
    const result = await service.request({ url: `/api/jobs/${job.id}/result` });
    expect(result.json()).toMatchObject({ status: 410, code: "RUN_RESULT_DROPPED" });
    expect((await prune({ rule: { olderThanDays: 10_000 } })).json()).toMatchObject({ removed: [] });
    await prune({ rule: { keep: 0 } });
    expect(await get("/api/runs")).toMatchObject({ total: 0 });
  });

  it("fails a job whose scenario selects nothing, and its result is that problem", async () => {
    const nothing = { ...scenario, shocks: [{ select: { sector: "space" } }] };
    const job = await jobDone({ analysis: "run", dataset: "golden", parameters: { scenario: nothing } });
    expect(job).toMatchObject({ status: "failed", runId: null, problem: { code: "ANALYSIS_REFUSED", status: 422 } });
    const result = await service.request({ url: `/api/jobs/${job.id}/result` });
    expect(result.statusCode).toBe(422);
    expect(result.json()).toEqual(job.problem);
  });
});

describe("the drawing", () => {
  it("holds every row in columns of equal length", async () => {
    const graph = await get<{ assets: object; dependencies: object; connections: object }>(
      "/api/datasets/golden/graph",
    );
    for (const table of ["assets", "dependencies", "connections"] as const) {
      const columns = Object.values(graph[table]) as unknown[][];
      expect(columns.map((column) => column.length)).toEqual(columns.map(() => golden[table].length));
    }
  });
});
