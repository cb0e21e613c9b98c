import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { MessageChannel, type MessagePort } from "node:worker_threads";
import { Piscina } from "piscina";
import { type Dataset, knownCompiledOf } from "../../analyzer/index.ts";
import { type Flag, newFlag, raise } from "./flag.ts";
import type { JobRequest } from "./job-port.ts";
import { type JobProgress, RoundBoard } from "./round-board.ts";
import type {
  DatasetMessage,
  HelpTask,
  LeadMessage,
  LeadReply,
  LeadTask,
  WorkerReply,
  WorkerTask,
} from "./worker-messages.ts";

const millisecondsBetweenLooks = 200;
const mebibyte = 1024 * 1024;
const untold: JobProgress = { done: 0, total: 0 };

interface CrewOptions {
  readonly threads: number;
  /** Threads that are made ready at once. */
  readonly readyThreads: number;
  /** The most that a thread's objects, and the plan and parts of a job, may take. */
  readonly memoryMebibytes: number;
  /** The program of the threads. */
  readonly worker: URL;
}

/** A job for the crew. */
export interface CrewJob {
  readonly request: JobRequest;
  readonly dataset: Dataset;
  readonly engine: string;
  /** Whether its pieces are worth the way to other threads. */
  readonly isShared: boolean;
  readonly stop: Flag;
  /** Ends its threads, whatever they are at. */
  readonly abort: AbortController;
  started(): void;
  progress(progress: JobProgress): void;
}

interface Seat {
  readonly place: number;
  readonly port: MessagePort;
}

/** A job under way, as those see it who find helpers for it. */
interface Leading {
  readonly job: CrewJob;
  readonly seats: Seat[];
  readonly helpers: Set<Helper>;
  board: RoundBoard | null;
  /** What was told of the round last. */
  told: JobProgress;
  /** Why a helper broke off. */
  failure: unknown;
}

interface Helper {
  readonly leave: Flag;
  isLeaving: boolean;
}

/**
 * The worker threads of this machine. Each job has one thread that leads it; threads that nobody else needs help with its
 * pieces, and leave it again after the piece at hand when another job comes.
 */
export class Crew {
  readonly #pool: Piscina<WorkerTask, WorkerReply>;
  readonly #options: CrewOptions;
  readonly #leading = new Set<Leading>();
  /** Tasks given to the pool, jobs that wait for a thread among them. */
  #tasks = 0;

  constructor(options: CrewOptions) {
    this.#options = options;
    this.#pool = new Piscina({
      ...programOf(options.worker),
      minThreads: options.readyThreads,
      maxThreads: options.threads,
      idleTimeout: Number.POSITIVE_INFINITY,
      resourceLimits: { maxOldGenerationSizeMb: options.memoryMebibytes },
    });
  }

  /** Takes a job to its end. Rejects where it is aborted, or a thread breaks off. */
  async run(job: CrewJob): Promise<LeadReply> {
    const leading: Leading = { job, seats: [], helpers: new Set(), board: null, told: untold, failure: undefined };
    this.#leading.add(leading);
    const { port1: own, port2: port } = new MessageChannel();
    own.on("message", (message: LeadMessage) => this.#hear(leading, message, own));
    const look = setInterval(() => tellProgress(leading), millisecondsBetweenLooks);
    try {
      const task = this.#give(this.#leadTask(job, port), port, job);
      this.#makeRoom();
      const reply = await task;
      if (reply.kind === "helped") throw new Error("the thread that led did not know that it did");
      tellProgress(leading);
      return reply;
    } catch (error) {
      throw leading.failure ?? error;
    } finally {
      clearInterval(look);
      own.close();
      this.#leading.delete(leading);
      for (const seat of leading.seats) seat.port.close();
      this.#findHelpers();
    }
  }

  async close(): Promise<void> {
    await this.#pool.destroy();
  }

  #leadTask({ request, engine, stop, isShared }: CrewJob, port: MessagePort): LeadTask {
    const { analysis, parameters, overlays, dataset } = request;
    const { threads, memoryMebibytes } = this.#options;
    return {
      kind: "lead",
      analysis,
      parameters,
      overlays,
      engine,
      datasetHash: dataset.hash,
      stop,
      seats: isShared ? threads - 1 : 0,
      memoryBytes: memoryMebibytes * mebibyte,
      port,
    };
  }

  #hear(leading: Leading, message: LeadMessage, port: MessagePort): void {
    const { job } = leading;
    if (message.kind === "needDataset") {
      const { dataset } = job;
      port.postMessage({ dataset, compiled: knownCompiledOf(dataset) } satisfies DatasetMessage);
    } else if (message.kind === "started") {
      job.started();
    } else if (message.kind === "round") {
      leading.board = new RoundBoard(message.pieces, message.cells);
      leading.told = untold;
    } else {
      leading.seats.push({ place: message.place, port: message.seat });
      this.#findHelpers();
    }
  }

  async #give(task: WorkerTask, port: MessagePort, { abort }: CrewJob): Promise<WorkerReply> {
    this.#tasks += 1;
    try {
      return await this.#pool.run(task, { transferList: [port], signal: abort.signal });
    } finally {
      this.#tasks -= 1;
    }
  }

  /** Fills free threads with helpers, the job with the fewest first. */
  #findHelpers(): void {
    while (this.#tasks < this.#options.threads) {
      const open = [...this.#leading].filter(({ seats, job }) => seats.length > 0 && !job.abort.signal.aborted);
      const [next] = open.sort((a, b) => a.helpers.size - b.helpers.size);
      const seat = next?.seats.shift();
      if (next === undefined || seat === undefined) return;
      void this.#help(next, seat);
    }
  }

  async #help(leading: Leading, { place, port: seat }: Seat): Promise<void> {
    const { job, helpers } = leading;
    const helper: Helper = { leave: newFlag(), isLeaving: false };
    helpers.add(helper);
    const { stop, request } = job;
    const task: HelpTask = { kind: "help", analysis: request.analysis, stop, leave: helper.leave, place, seat };
    try {
      await this.#give(task, seat, job);
    } catch (error) {
      if (job.abort.signal.aborted) return;
      // The part it was at will never come: the job cannot end well any more.
      leading.failure = error;
      job.abort.abort();
    } finally {
      helpers.delete(helper);
      this.#findHelpers();
    }
  }

  /** Asks as many helpers to leave as jobs wait for a thread. */
  #makeRoom(): void {
    const all = [...this.#leading].flatMap(({ helpers }) => [...helpers]);
    let wanted = this.#tasks - this.#options.threads - all.filter(({ isLeaving }) => isLeaving).length;
    for (const helper of all) {
      if (wanted <= 0) return;
      if (helper.isLeaving) continue;
      helper.isLeaving = true;
      raise(helper.leave);
      wanted -= 1;
    }
  }
}

/**
 * Tells how far the round is, where that is known, also where nothing is new: who follows sees that it goes on. A look between
 * two steps of a thread may see less than before, which is not told.
 */
function tellProgress(leading: Leading): void {
  const progress = leading.board?.progress();
  if (progress === undefined || progress.total === 0) return;
  const { done, total } = leading.told;
  if (progress.total !== total || progress.done > done) leading.told = progress;
  leading.job.progress(leading.told);
}

/** TypeScript goes through tsx when run from source; what the build made of it needs nothing. */
function programOf(worker: URL): { filename: string; execArgv?: string[] } {
  const filename = fileURLToPath(worker);
  if (!filename.endsWith(".ts")) return { filename };
  const loader = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
  return { filename, execArgv: ["--import", loader] };
}
