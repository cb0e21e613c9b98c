import { randomUUID } from "node:crypto";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { MessageChannel } from "node:worker_threads";
import { Piscina } from "piscina";
import type { Dataset } from "../../analyzer/index.ts";
import type { RunRecord, Store } from "../store/store.ts";
import { StoreError } from "../store/store-error.ts";
import { type Job, JobError, type JobPort, type JobProblem, type JobRequest } from "./job-port.ts";
import { JobTable } from "./job-table.ts";
import type { DatasetMessage, WorkerMessage, WorkerReply, WorkerTask } from "./worker-messages.ts";

interface ThreadOptions {
  readonly store: Store;
  readonly engine: string;
  readonly threads: number;
  /** Jobs that may wait or run at a time. */
  readonly queueLimit?: number;
  now(): Date;
}

const keptFinishedJobs = 200;
const defaultQueueLimit = 100;
/** How long an analysis may take to notice that it is to stop before its thread is ended. */
const graceMilliseconds = 150;

/** Jobs on the worker threads of this machine. */
export function openThreads(options: ThreadOptions): JobPort {
  return new Threads(options);
}

/** What it takes to stop one job, and when it has stopped. */
interface Running {
  readonly cancel: Int32Array;
  readonly abort: AbortController;
  readonly ended: Promise<void>;
}

class Threads implements JobPort {
  readonly #options: ThreadOptions;
  readonly #table = new JobTable(keptFinishedJobs);
  readonly #running = new Map<string, Running>();
  readonly #pool: Piscina<WorkerTask, WorkerReply>;

  constructor(options: ThreadOptions) {
    this.#options = options;
    this.#pool = new Piscina({
      ...workerFile(),
      minThreads: 1,
      maxThreads: options.threads,
      idleTimeout: Number.POSITIVE_INFINITY,
    });
  }

  submit(request: JobRequest): Job {
    const limit = this.#options.queueLimit ?? defaultQueueLimit;
    if (this.#table.countUnfinished() >= limit) throw new JobError(`${limit} jobs are waiting. Try again later.`);
    const job = this.#table.add({
      id: randomUUID(),
      analysis: request.analysis,
      dataset: request.dataset.id,
      status: "queued",
      progress: { done: 0, total: 0 },
      createdAt: this.#time(),
      startedAt: null,
      endedAt: null,
      runId: null,
      problem: null,
    });
    const cancel = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
    const abort = new AbortController();
    const ended = this.#work(job.id, request, cancel, abort.signal).finally(() => this.#running.delete(job.id));
    this.#running.set(job.id, { cancel, abort, ended });
    return job;
  }

  list(): readonly Job[] {
    return this.#table.list();
  }

  find(id: string): Job | null {
    return this.#table.find(id);
  }

  watch(id: string, listener: (job: Job) => void): () => void {
    return this.#table.watch(id, listener);
  }

  async cancel(id: string): Promise<Job | null> {
    const running = this.#running.get(id);
    if (running !== undefined) {
      Atomics.store(running.cancel, 0, 1);
      const isWaiting = this.#table.find(id)?.status === "queued";
      const timer = setTimeout(() => running.abort.abort(), isWaiting ? 0 : graceMilliseconds);
      await running.ended;
      clearTimeout(timer);
    }
    return this.#table.find(id);
  }

  async close(): Promise<void> {
    await Promise.all([...this.#running.keys()].map((id) => this.cancel(id)));
    await this.#pool.destroy();
  }

  #time(): string {
    return this.#options.now().toISOString();
  }

  /** Takes one job through its life. Never rejects: whatever goes wrong becomes the job's problem. */
  async #work(id: string, request: JobRequest, cancel: Int32Array, signal: AbortSignal): Promise<void> {
    try {
      const dataset = await untilAborted(request.load(), signal);
      const reply = await this.#runOnThread(id, request, dataset, cancel, signal);
      await this.#settle(id, request, reply);
    } catch (error) {
      const cancelled = Atomics.load(cancel, 0) === 1;
      this.#end(id, cancelled ? { status: "cancelled" } : { status: "failed", problem: problemOf(error) });
    }
  }

  async #runOnThread(
    id: string,
    { analysis, parameters, overlays, dataset: { hash } }: JobRequest,
    dataset: Dataset,
    cancel: Int32Array,
    signal: AbortSignal,
  ): Promise<WorkerReply> {
    const { port1, port2: port } = new MessageChannel();
    port1.on("message", (message: WorkerMessage) => {
      if (message.kind === "needDataset") port1.postMessage({ dataset } satisfies DatasetMessage);
      else if (message.kind === "started") this.#table.change(id, { status: "running", startedAt: this.#time() });
      else this.#table.change(id, { progress: { done: message.done, total: message.total } });
    });
    const { engine } = this.#options;
    const task: WorkerTask = { analysis, parameters, overlays, engine, datasetHash: hash, cancel, port };
    try {
      return await this.#pool.run(task, { transferList: [port], signal });
    } finally {
      port1.close();
    }
  }

  async #settle(id: string, request: JobRequest, reply: WorkerReply): Promise<void> {
    if (reply.kind === "aborted") {
      this.#end(id, { status: "cancelled" });
    } else if (reply.kind === "refused") {
      const detail = reply.issues[0]?.text ?? "The analysis refused this input.";
      this.#end(id, { status: "failed", problem: { code: "ANALYSIS_REFUSED", detail, issues: reply.issues } });
    } else {
      await this.#options.store.saveRun(this.#record(id, request, reply));
      this.#end(id, { status: "done", runId: id });
    }
  }

  #record(id: string, request: JobRequest, { text, hash }: Extract<WorkerReply, { kind: "done" }>): RunRecord {
    const endedAt = this.#time();
    return {
      id,
      dataset: request.dataset,
      analysis: request.analysis,
      parameters: request.parameters,
      overlays: request.overlays.map((overlay) => overlay.id),
      engine: this.#options.engine,
      startedAt: this.#table.find(id)?.startedAt ?? endedAt,
      endedAt,
      resultHash: hash,
      result: text,
    };
  }

  #end(id: string, part: Partial<Job>): void {
    this.#table.change(id, { ...part, endedAt: this.#time() });
  }
}

/** What the promise brings, or a rejection as soon as the signal aborts. */
function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener("abort", () => reject(new Error("aborted")), { once: true });
    promise.then(resolve, reject);
  });
}

function problemOf(error: unknown): JobProblem {
  if (error instanceof StoreError) return { code: error.code, detail: error.message };
  const reason = error instanceof Error ? error.message : String(error);
  return { code: "JOB_FAILED", detail: `The analysis broke off: ${reason}` };
}

/** The thread's program: TypeScript through tsx when run from source, else what the build made of it. */
function workerFile(): { filename: string; execArgv?: string[] } {
  const isSource = import.meta.url.endsWith(".ts");
  const filename = fileURLToPath(new URL(isSource ? "./worker.ts" : "./worker.js", import.meta.url));
  if (!isSource) return { filename };
  const loader = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
  return { filename, execArgv: ["--import", loader] };
}
