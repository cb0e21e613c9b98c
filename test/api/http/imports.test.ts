import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { buildApp } from "../../../api/http/app.ts";
import type { ImportJob } from "../../../api/http/import-jobs.ts";
import { isFinal } from "../../../api/jobs/job-port.ts";
import { noJobs } from "../../../api/jobs/no-jobs.ts";
import { SqliteStore } from "../../../api/store/sqlite.ts";
import type { Store } from "../../../api/store/store.ts";
import { chainBundle } from "../cli/chain-bundle.ts";

const many = 12_000;
const bundle = chainBundle(many);
const plants = ["Code,Type,Country,Longitude"]
  .concat(Array.from({ length: 60_000 }, (_, at) => `p${at},power plant,DE,`))
  .join("\n");
const asPlants = new URLSearchParams({
  name: "plants.csv",
  format: "csv",
  about: JSON.stringify({ licence: "CC0-1.0" }),
  mapping: JSON.stringify({
    assets: { columns: { id: "Code", kind: "Type", states: "Country" }, constants: { sector: "energy" } },
  }),
}).toString();

let folder: string;
let store: Store;
let app: FastifyInstance;
let address: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "knockon-imports-"));
  store = new SqliteStore(join(folder, "store.db"));
  const shipped = { documents: async () => [] };
  app = await buildApp({ store, jobs: noJobs, engine: "9.9.9", now: () => new Date(), shipped });
  address = await app.listen({ host: "127.0.0.1", port: 0 });
});
afterEach(async () => {
  await app.close();
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

const headers = { "content-type": "application/octet-stream", "x-knockon": "1" };

async function start(query: string, body: string): Promise<ImportJob> {
  const answer = await fetch(`${address}/api/imports?${query}`, { method: "POST", headers, body });
  expect(answer.status).toBe(202);
  const job = (await answer.json()) as ImportJob;
  expect(answer.headers.get("location")).toBe(`/api/imports/${job.id}`);
  return job;
}

async function cancel({ id }: ImportJob): Promise<ImportJob> {
  const answer = await fetch(`${address}/api/imports/${id}`, { method: "DELETE", headers: { "x-knockon": "1" } });
  return (await answer.json()) as ImportJob;
}

/** The import as its events tell it, to the end of the stream. */
async function* follow({ id }: ImportJob, signal: AbortSignal | null = null): AsyncGenerator<ImportJob> {
  const answer = await fetch(`${address}/api/imports/${id}/events`, {
    headers: { accept: "text/event-stream" },
    signal,
  });
  let text = "";
  const decoder = new TextDecoder();
  for await (const chunk of answer.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    const events = text.split("\n\n");
    text = events.pop() ?? "";
    for (const event of events) {
      const [name, data = ""] = event.split("\n");
      if (name === "event: import") yield JSON.parse(data.replace("data: ", "")) as ImportJob;
    }
  }
}

async function ended(job: ImportJob): Promise<ImportJob> {
  let last = job;
  for await (const state of follow(job)) last = state;
  return last;
}

async function storedIds(): Promise<readonly string[]> {
  return (await store.datasets()).map(({ id }) => id);
}

describe("an import", () => {
  it("tells rows read and written, and ends with the report of what it wrote", async () => {
    const steps = new Set<string>();
    let last: ImportJob | null = null;
    let rows = -1;
    for await (const job of follow(await start("", bundle))) {
      if (job.progress.rows > 0) steps.add(job.progress.step);
      if (last?.progress.step === job.progress.step) expect(job.progress.rows).toBeGreaterThanOrEqual(rows);
      rows = job.progress.rows;
      last = job;
    }
    expect([...steps]).toEqual(["reading", "writing"]);
    expect(last).toMatchObject({ status: "done", problem: null, report: { id: "chain", changed: true, revision: 1 } });
    expect(last?.progress).toMatchObject({ step: "writing", total: expect.any(Number) });
    expect(await storedIds()).toEqual(["chain"]);
  });

  it("goes on when who follows it leaves, and is found again", async () => {
    const job = await start("", bundle);
    const leave = new AbortController();
    for await (const state of follow(job, leave.signal)) if (state.status === "running") break;
    leave.abort();
    const { imports } = (await (await fetch(`${address}/api/imports`)).json()) as { imports: ImportJob[] };
    expect(imports.map(({ id }) => id)).toEqual([job.id]);
    expect((await ended(job)).status).toBe("done");
  });

  it("as a dry run writes nothing", async () => {
    const { status, report } = await ended(await start("dryRun=true", bundle));
    expect([status, report?.dryRun, report?.changed]).toEqual(["done", true, true]);
    expect(await storedIds()).toEqual([]);
  });

  it("that is refused keeps its issues as its problem", async () => {
    const { status, problem, report } = await ended(await start("format=csv&name=plants.csv", "Code\nA\n"));
    expect([status, report]).toEqual(["failed", null]);
    expect(problem).toMatchObject({ status: 422, code: "DATASET_REFUSED" });
    expect(problem?.issues?.length).toBeGreaterThan(0);
    expect(await storedIds()).toEqual([]);
  });
});

describe("an import that is broken off", () => {
  it.each([
    ["read", asPlants, plants, "reading"],
    ["written", "", bundle, "writing"],
  ])(
    "while rows are %s has written nothing",
    async (_what, query, body, step) => {
      const job = await start(query, body);
      let after: ImportJob | null = null;
      let last: ImportJob | null = null;
      for await (const state of follow(job)) {
        last = state;
        if (after === null && state.progress.step === step && state.progress.rows > 0) after = await cancel(job);
      }
      expect(after).toMatchObject({ status: "cancelled", report: null });
      expect(last?.status).toBe("cancelled");
      expect(await storedIds()).toEqual([]);
      expect((await ended(await start(query, body))).status).toBe("done");
    },
    60_000,
  );

  it("before its turn ends at once, and the one before it goes on", async () => {
    const first = await start("", bundle);
    const second = await start(asPlants, plants);
    expect((await cancel(second)).status).toBe("cancelled");
    expect((await ended(first)).status).toBe("done");
    expect(await storedIds()).toEqual(["chain"]);
  });

  it("after its end stays as it is", async () => {
    const job = await ended(await start("", bundle));
    expect(await cancel(job)).toEqual(job);
  });

  it("by a lost connection in the middle of the upload never begins", async () => {
    const { port, host } = new URL(address);
    const socket = connect({ host: "127.0.0.1", port: Number(port) });
    await once(socket, "connect");
    const lines = ["POST /api/imports HTTP/1.1", `Host: ${host}`, "X-Knockon: 1", "Content-Type: application/json"];
    socket.write(`${[...lines, `Content-Length: ${bundle.length}`].join("\r\n")}\r\n\r\n`);
    socket.write(bundle.slice(0, bundle.length / 2));
    await new Promise((resolve) => setTimeout(resolve, 100));
    socket.destroy();
    await once(socket, "close");
    const { imports } = (await (await fetch(`${address}/api/imports`)).json()) as { imports: ImportJob[] };
    expect(imports).toEqual([]);
    expect(await storedIds()).toEqual([]);
  });

  it("by the end of the service has written nothing", async () => {
    const job = await start("", bundle);
    for await (const state of follow(job)) if (state.progress.rows > 0) break;
    await app.close();
    expect(await storedIds()).toEqual([]);
  });
});

it("is refused where four wait already, and says when to come back", async () => {
  const jobs: ImportJob[] = [];
  for (let time = 0; time < 4; time += 1) jobs.push(await start(asPlants, plants));
  const answer = await fetch(`${address}/api/imports?${asPlants}`, { method: "POST", headers, body: plants });
  expect([answer.status, await answer.json()]).toEqual([503, expect.objectContaining({ code: "JOB_QUEUE_FULL" })]);
  expect(answer.headers.get("retry-after")).not.toBeNull();
  for (const job of jobs.toReversed()) await cancel(job);
  for (const job of jobs) {
    const { status } = (await (await fetch(`${address}/api/imports/${job.id}`)).json()) as ImportJob;
    expect(isFinal(status)).toBe(true);
  }
});

it("of an id that nobody gave is not found", async () => {
  const answer = await fetch(`${address}/api/imports/none`);
  expect([answer.status, await answer.json()]).toEqual([404, expect.objectContaining({ code: "IMPORT_NOT_FOUND" })]);
});
