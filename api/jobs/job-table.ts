import { isFinal, type JobStatus } from "./job-port.ts";

/** What every kind of job has. */
interface AnyJob {
  readonly id: string;
  readonly status: JobStatus;
}

/** The jobs of this process, with those who watch them. The oldest finished jobs are forgotten once there are too many. */
export class JobTable<J extends AnyJob> {
  readonly #jobs = new Map<string, J>();
  readonly #listeners = new Map<string, Set<(job: J) => void>>();
  readonly #keptFinished: number;

  constructor(keptFinished: number) {
    this.#keptFinished = keptFinished;
  }

  add(job: J): J {
    this.#jobs.set(job.id, job);
    this.#forget();
    return job;
  }

  find(id: string): J | null {
    return this.#jobs.get(id) ?? null;
  }

  list(): readonly J[] {
    return [...this.#jobs.values()].reverse();
  }

  countUnfinished(): number {
    return this.list().filter(({ status }) => !isFinal(status)).length;
  }

  /** Replaces parts of a job and tells its watchers; a job that has ended stays as it is. */
  change(id: string, part: Partial<J>): void {
    const job = this.#jobs.get(id);
    if (job === undefined || isFinal(job.status)) return;
    const next = { ...job, ...part };
    this.#jobs.set(id, next);
    for (const listener of this.#listeners.get(id) ?? []) listener(next);
    if (isFinal(next.status)) this.#listeners.delete(id);
  }

  watch(id: string, listener: (job: J) => void): () => void {
    const listeners = this.#listeners.get(id) ?? new Set<(job: J) => void>();
    this.#listeners.set(id, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) this.#listeners.delete(id);
    };
  }

  #forget(): void {
    const finished = [...this.#jobs.values()].filter(({ status }) => isFinal(status));
    for (const { id } of finished.slice(0, Math.max(0, finished.length - this.#keptFinished))) this.#jobs.delete(id);
  }
}
