import { randomUUID } from "node:crypto";
import { totalmem } from "node:os";
import type { Dataset } from "../../analyzer/index.ts";
import { findAnalysis } from "../analyses/find-analysis.ts";
import { estimateSeconds, sizeOf } from "../analyses/estimate-seconds.ts";
import { replayVerdict } from "../runs/replay-verdict.ts";
import { runRecord } from "../runs/run-record.ts";
import type { RunRecord, Store } from "../store/store.ts";
import { StoreError } from "../store/store-error.ts";
import { Crew } from "./crew.ts";
import { type Flag, newFlag, raise } from "./flag.ts";
import { type Job, JobError, type JobPort, type JobProblem, type JobRequest } from "./job-port.ts";
import { JobTable } from "./job-table.ts";
import type { LeadReply } from "./worker-messages.ts";

interface ThreadOptions {
  readonly store: Store;
  readonly engine: string;
  readonly threads: number;
  /** Threads that are made ready at once; 1 unless said. */
  readonly readyThreads?: number;
  /** The most that a thread's objects, and the plan and parts of a job, may take. Unless said, half of this machine's memory. */
  readonly memoryMebibytes?: number;
  /** Jobs that may wait or run at a time. */
  readonly queueLimit?: number;
  /** Jobs that take less on one core stay on one thread; unless said, what it costs to bring in another. */
  readonly sharedFromSeconds?: number;
  /** Another program for the threads: tests bring one with analyses of their own. */
  readonly worker?: URL;
  now(): Date;
}

const keptFinishedJobs = 200;
const defaultQueueLimit = 100;
/** How long an analysis may take to notice that it is to stop before its thread is ended. */
const graceMilliseconds = 150;

const defaultSharedFromSeconds = 0.1;
const mebibyte = 1024 * 1024;
const mostMebibytes = 4096;

/** Jobs on the worker threads of this machine. */
export function openThreads(options: ThreadOptions): JobPort {
  return new Threads(options);
}

/** What it takes to stop one job, and when it has stopped. */
interface Running {
  readonly stop: Flag;
  readonly abort: AbortController;
  readonly ended: Promise<void>;
  isCancelled: boolean;
}

class Threads implements JobPort {
  readonly #options: ThreadOptions;
  readonly #table = new JobTable<Job>(keptFinishedJobs);
  readonly #running = new Map<string, Running>();
  readonly #crew: Crew;

  constructor(options: ThreadOptions) {
    this.#options = options;
    const isSource = import.meta.url.endsWith(".ts");
    this.#crew = new Crew({
      threads: options.threads,
      readyThreads: options.readyThreads ?? 1,
      memoryMebibytes: this.#memoryMebibytes(),
      worker: options.worker ?? new URL(isSource ? "./worker.ts" : "./worker.js", import.meta.url),
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
    const stop = newFlag();
    const abort = new AbortController();
    const ended = this.#work(job.id, request, stop, abort).finally(() => this.#running.delete(job.id));
    this.#running.set(job.id, { stop, abort, ended, isCancelled: false });
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
      running.isCancelled = true;
      raise(running.stop);
      const isWaiting = this.#table.find(id)?.status === "queued";
      const timer = setTimeout(() => running.abort.abort(), isWaiting ? 0 : graceMilliseconds);
      await running.ended;
      clearTimeout(timer);
    }
    return this.#table.find(id);
  }

  async close(): Promise<void> {
    await Promise.all([...this.#running.keys()].map((id) => this.cancel(id)));
    await this.#crew.close();
  }

  #time(): string {
    return this.#options.now().toISOString();
  }

  #memoryMebibytes(): number {
    return this.#options.memoryMebibytes ?? Math.min(mostMebibytes, Math.floor(totalmem() / 2 / mebibyte));
  }

  /** Takes one job through its life. Never rejects: whatever goes wrong becomes the job's problem. */
  async #work(id: string, request: JobRequest, stop: Flag, abort: AbortController): Promise<void> {
    try {
      const dataset = await untilAborted(request.load(), abort.signal);
      const reply = await this.#crew.run({
        request,
        dataset,
        engine: this.#options.engine,
        isShared: this.#isShared(request, dataset),
        stop,
        abort,
        started: () => this.#table.change(id, { status: "running", startedAt: this.#time() }),
        progress: (progress) => this.#table.change(id, { progress }),
      });
      await this.#settle(id, request, reply);
    } catch (error) {
      const isCancelled = this.#running.get(id)?.isCancelled ?? false;
      this.#end(id, isCancelled ? { status: "cancelled" } : { status: "failed", problem: this.#problemOf(error) });
    }
  }

  /** Whether more threads than one are worth their while. An analysis that cannot tell what it takes counts as long. */
  #isShared({ analysis: id, parameters }: JobRequest, dataset: Dataset): boolean {
    const analysis = findAnalysis(id);
    if (analysis === null) return true;
    const known = typeof parameters === "object" && parameters !== null ? parameters : {};
    const seconds = estimateSeconds(analysis, sizeOf(dataset), known);
    return seconds === null || seconds >= (this.#options.sharedFromSeconds ?? defaultSharedFromSeconds);
  }

  async #settle(id: string, request: JobRequest, reply: LeadReply): Promise<void> {
    if (reply.kind === "aborted") {
      this.#end(id, { status: "cancelled" });
    } else if (reply.kind === "refused") {
      const detail = reply.issues[0]?.text ?? "The analysis refused this input.";
      this.#end(id, { status: "failed", problem: { code: "ANALYSIS_REFUSED", detail, issues: reply.issues } });
    } else if (reply.kind === "memory") {
      this.#end(id, { status: "failed", problem: this.#memoryProblem() });
    } else if (request.replays !== undefined) {
      const { replays } = request;
      const replay = replayVerdict(replays, { engine: this.#options.engine, resultHash: reply.hash });
      this.#end(id, { status: "done", runId: replays.id, replay });
    } else {
      await this.#options.store.saveRun(this.#record(id, request, reply));
      this.#end(id, { status: "done", runId: id });
    }
  }

  #record(id: string, request: JobRequest, reply: Extract<LeadReply, { kind: "done" }>): RunRecord {
    const { dataset, analysis, parameters, overlays } = request;
    const { engine } = this.#options;
    const endedAt = this.#time();
    const startedAt = this.#table.find(id)?.startedAt ?? endedAt;
    return runRecord({ id, dataset, analysis, parameters, overlays, engine, startedAt, endedAt }, reply);
  }

  #problemOf(error: unknown): JobProblem {
    if (error instanceof StoreError) return { code: error.code, detail: error.message };
    if (isOutOfMemory(error)) return this.#memoryProblem();
    const reason = error instanceof Error ? error.message : String(error);
    return { code: "JOB_FAILED", detail: `The analysis broke off: ${reason}` };
  }

  #memoryProblem(): JobProblem {
    const cap = `${this.#memoryMebibytes().toLocaleString("en")} MiB`;
    const detail = `The analysis needs more than the ${cap} of memory that a job may take. Ask for less (fewer assets, trials or rows), or allow more with KNOCKON_JOB_MEMORY_MB.`;
    return { code: "JOB_MEMORY", detail };
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

/** The thread's heap was full, or there was no room for an array or a text. */
function isOutOfMemory(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ("code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY") return true;
  return /allocation failed|invalid (array|string) length/i.test(error.message);
}
