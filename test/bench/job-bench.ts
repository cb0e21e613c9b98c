import type { Dataset } from "../../analyzer/index.ts";
import { datasetHash } from "../../analyzer/index.ts";
import { isFinal, type Job, type JobPort, type JobRequest } from "../../api/jobs/job-port.ts";
import { openThreads } from "../../api/jobs/threads.ts";
import { MemoryStore } from "../../api/store/memory.ts";
import type { Contender } from "./side-by-side.ts";
import { wallTime } from "./timing.ts";

interface JobQuestion {
  readonly analysis: string;
  readonly parameters: unknown;
  readonly about: string;
  readonly answer?: (result: string) => string;
}

/** Jobs as the service runs them, on so many threads; made once, since threads take their time to be ready. */
export class JobBench {
  readonly #store = new MemoryStore();
  readonly #jobs: JobPort;
  readonly threads: number;

  constructor(threads: number) {
    this.threads = threads;
    const options = { store: this.#store, engine: "bench", threads, readyThreads: threads, sharedFromSeconds: 0 };
    this.#jobs = openThreads({ ...options, now: () => new Date() });
  }

  /**
   * An analysis from submission to the stored result, by the clock on the wall.
   *
   * @param about what is worked through, in words
   * @param answer makes the answer of the result's text; unless said, the hash of the result
   */
  contender(dataset: Dataset, { analysis, parameters, about, answer }: JobQuestion): Contender {
    const { id, version } = dataset.description;
    const request: JobRequest = {
      analysis,
      parameters,
      overlays: [],
      dataset: { id, version, hash: datasetHash(dataset), revision: null },
      load: async () => dataset,
    };
    return {
      name: this.threads === 1 ? "one thread" : `${this.threads} threads`,
      run: async () => {
        const { value: job, milliseconds } = await wallTime(() => this.#toItsEnd(request));
        const run = await this.#store.run(job.id);
        if (run === null) throw new Error(`${analysis} ended as ${job.status}: ${JSON.stringify(job.problem)}`);
        return {
          milliseconds,
          checksum: answer === undefined ? run.resultHash : answer(run.result ?? ""),
          work: about,
        };
      },
    };
  }

  async close(): Promise<void> {
    await this.#jobs.close();
  }

  #toItsEnd(request: JobRequest): Promise<Job> {
    const { id } = this.#jobs.submit(request);
    return new Promise((resolve) => {
      const look = (job: Job | null): void => {
        if (job !== null && isFinal(job.status)) resolve(job);
      };
      this.#jobs.watch(id, look);
      look(this.#jobs.find(id));
    });
  }
}
