import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildApp } from "../../../api/http/app.ts";
import type { JobView } from "../../../api/http/job-view.ts";
import { isFinal, type JobPort } from "../../../api/jobs/job-port.ts";
import { openThreads } from "../../../api/jobs/threads.ts";
import { MemoryStore } from "../../../api/store/memory.ts";
import { chainDataset } from "../jobs/chain-dataset.ts";
import { longQuestion } from "../jobs/long-question.ts";
import { testTime } from "./test-service.ts";

let jobs: JobPort;
let address: string;
let close: () => Promise<void>;

beforeAll(async () => {
  const store = new MemoryStore();
  await store.importDataset(chainDataset(1500), { by: "test", at: testTime });
  const engine = "9.9.9";
  const now = () => new Date();
  jobs = openThreads({ store, engine, threads: 1, now });
  const app = await buildApp({ store, jobs, engine, now, shipped: { documents: async () => [] } });
  address = await app.listen({ host: "127.0.0.1", port: 0 });
  close = async () => {
    await jobs.close();
    await app.close();
  };
});
afterAll(() => close());

async function startLong(): Promise<string> {
  const answer = await fetch(`${address}/api/jobs`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-knockon": "1" },
    body: JSON.stringify({ ...longQuestion, dataset: "chain" }),
  });
  return ((await answer.json()) as { id: string }).id;
}

/** Reads a job's events from the socket, one job at a time, until the service ends the stream. */
async function* follow(id: string, signal: AbortSignal | null = null): AsyncGenerator<JobView> {
  const answer = await fetch(`${address}/api/jobs/${id}/events`, { headers: { accept: "text/event-stream" }, signal });
  expect(answer.headers.get("content-type")).toContain("text/event-stream");
  let text = "";
  const decoder = new TextDecoder();
  for await (const chunk of answer.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    const events = text.split("\n\n");
    text = events.pop() ?? "";
    for (const event of events) {
      const [name, data] = event.split("\n");
      if (name !== "event: job") continue;
      yield JSON.parse((data ?? "").replace("data: ", "")) as JobView;
    }
  }
}

describe("events over a socket", () => {
  it("tell progress while an analysis runs, then its end, and close", async () => {
    const id = await startLong();
    const seen: JobView[] = [];
    for await (const job of follow(id)) {
      seen.push(job);
      if (seen.filter(({ progress }) => progress.done > 0).length === 3) {
        const answer = await fetch(`${address}/api/jobs/${id}`, { method: "DELETE", headers: { "x-knockon": "1" } });
        expect(((await answer.json()) as JobView).status).toBe("cancelled");
      }
    }
    const done = seen.map(({ progress }) => progress.done);
    expect(done).toEqual(done.toSorted((a, b) => a - b));
    expect(seen.at(-1)?.status).toBe("cancelled");
    expect(seen.slice(0, -1).every(({ status }) => !isFinal(status))).toBe(true);
  });

  it("may be left: the job goes on, and can be followed again", async () => {
    const id = await startLong();
    const leave = new AbortController();
    for await (const job of follow(id, leave.signal)) {
      if (job.status === "running") break;
    }
    leave.abort();
    expect(jobs.find(id)?.status).toBe("running");
    for await (const job of follow(id)) {
      expect(job.id).toBe(id);
      if (!isFinal(job.status)) await jobs.cancel(id);
    }
    expect(jobs.find(id)?.status).toBe("cancelled");
  });
});

/** Status of a request written to the socket by hand: no client adds or mends its headers. */
function rawStatus(head: readonly string[]): Promise<number> {
  const { port } = new URL(address);
  return new Promise((resolve, reject) => {
    const socket = connect({ host: "127.0.0.1", port: Number(port) });
    socket.on("error", reject);
    socket.once("data", (data) => {
      socket.destroy();
      resolve(Number(/^HTTP\/1\.1 (\d+)/u.exec(data.toString())?.[1]));
    });
    socket.write(`${head.join("\r\n")}\r\n\r\n`);
  });
}

describe("the guard on a socket", () => {
  it("knows the port the request came in on", async () => {
    const { host, port } = new URL(address);
    expect(await rawStatus(["GET /api/health HTTP/1.1", `Host: ${host}`])).toBe(200);
    expect(await rawStatus(["GET /api/health HTTP/1.1", `Host: localhost:${port}`])).toBe(200);
    expect(await rawStatus(["GET /api/health HTTP/1.1", "Host: 127.0.0.1"])).toBe(403);
    expect(await rawStatus(["GET /api/health HTTP/1.1", "Host: 127.0.0.1:1"])).toBe(403);
    expect(await rawStatus(["GET /api/health HTTP/1.1", `Host: evil.example:${port}`])).toBe(403);
    expect(await rawStatus([`GET http://evil.example/api/health HTTP/1.1`, `Host: evil.example`])).toBe(403);
  });

  it("refuses a request without a host", async () => {
    expect(await rawStatus(["GET /api/health HTTP/1.1", "Host:"])).toBe(403);
    expect(await rawStatus(["GET /api/health HTTP/1.0"])).toBe(403);
    expect(await rawStatus(["GET /api/health HTTP/1.1"])).toBe(400);
  });
});
