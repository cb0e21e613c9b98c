import { randomUUID } from "node:crypto";
import type { Static } from "typebox";
import { JobError, type JobStatus } from "../jobs/job-port.ts";
import { JobTable } from "../jobs/job-table.ts";
import type { Problem } from "./problems.ts";
import type { ImportReportSchema } from "./schemas/dataset.ts";

type ImportReport = Static<typeof ImportReportSchema>;

/** How far an import is: rows read of how many nobody knows yet, then rows written of so many. */
export interface ImportProgress {
  readonly step: "reading" | "writing";
  readonly rows: number;
  readonly total: number | null;
}

/** One upload on its way into the store. Times are ISO 8601 in UTC; null where not yet. */
export interface ImportJob {
  readonly id: string;
  /** What the upload is called. */
  readonly name: string;
  readonly dryRun: boolean;
  readonly status: JobStatus;
  readonly progress: ImportProgress;
  readonly createdAt: string;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  /** Once done. */
  readonly report: ImportReport | null;
  readonly problem: Problem | null;
}

/** What an import watches and tells while it works. */
export interface ImportWatch {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: ImportProgress) => void;
}

interface ImportTask {
  readonly name: string;
  readonly dryRun: boolean;
  readonly work: (watch: ImportWatch) => Promise<ImportReport>;
}

const keptFinishedImports = 50;
/** Uploads that wait are held in memory. */
const mostUnfinished = 4;

/**
 * Imports one after the other, whoever looks at them: one that was asked for goes on when its page is closed. One that is
 * cancelled has written nothing, since the store takes a dataset whole or not at all.
 */
export class ImportJobs {
  readonly #table = new JobTable<ImportJob>(keptFinishedImports);
  readonly #running = new Map<string, { readonly cancel: AbortController; readonly ended: Promise<void> }>();
  readonly #now: () => Date;
  readonly #problemOf: (error: unknown) => Problem;
  #last: Promise<void> = Promise.resolve();

  constructor(now: () => Date, problemOf: (error: unknown) => Problem) {
    this.#now = now;
    this.#problemOf = problemOf;
  }

  /** Throws `JobError` where too many are waiting. */
  submit({ name, dryRun, work }: ImportTask): ImportJob {
    if (this.#table.countUnfinished() >= mostUnfinished)
      throw new JobError(`${mostUnfinished} imports are waiting. Try again later.`);
    const job = this.#table.add({
      id: randomUUID(),
      name,
      dryRun,
      status: "queued",
      progress: { step: "reading", rows: 0, total: null },
      createdAt: this.#time(),
      startedAt: null,
      endedAt: null,
      report: null,
      problem: null,
    });
    const cancel = new AbortController();
    const ended = this.#last.then(() => this.#run(job.id, work, cancel.signal));
    this.#last = ended;
    this.#running.set(job.id, { cancel, ended });
    return job;
  }

  list(): readonly ImportJob[] {
    return this.#table.list();
  }

  find(id: string): ImportJob | null {
    return this.#table.find(id);
  }

  watch(id: string, listener: (job: ImportJob) => void): () => void {
    return this.#table.watch(id, listener);
  }

  /** Asks an import to stop and answers once it has; one that has ended stays as it is. */
  async cancel(id: string): Promise<ImportJob | null> {
    const running = this.#running.get(id);
    if (running !== undefined) {
      running.cancel.abort(new Error("cancelled"));
      // One that waits has nothing to stop, and need not wait for those before it.
      if (this.#table.find(id)?.status === "queued") this.#end(id, { status: "cancelled" });
      else await running.ended;
    }
    return this.#table.find(id);
  }

  async close(): Promise<void> {
    await Promise.all([...this.#running.keys()].map((id) => this.cancel(id)));
    await this.#last;
  }

  /** Never rejects: whatever goes wrong becomes the problem of the import. */
  async #run(id: string, work: ImportTask["work"], signal: AbortSignal): Promise<void> {
    try {
      if (signal.aborted) return;
      this.#table.change(id, { status: "running", startedAt: this.#time() });
      const onProgress = (progress: ImportProgress): void => this.#table.change(id, { progress });
      this.#end(id, { status: "done", report: await work({ signal, onProgress }) });
    } catch (error) {
      this.#end(id, signal.aborted ? { status: "cancelled" } : { status: "failed", problem: this.#problemOf(error) });
    } finally {
      this.#running.delete(id);
    }
  }

  #time(): string {
    return this.#now().toISOString();
  }

  #end(id: string, part: Partial<ImportJob>): void {
    this.#table.change(id, { ...part, endedAt: this.#time() });
  }
}
