import type { Dataset, Issue, Overlay } from "../../analyzer/index.ts";
import type { Replayed, ReplayVerdict } from "../runs/replay-verdict.ts";
import type { RunSummary } from "../store/store.ts";
import type { StoreErrorCode } from "../store/store-error.ts";
import type { JobProgress } from "./round-board.ts";

/** `done`, `failed` and `cancelled` are final. */
export const jobStatuses = ["queued", "running", "done", "failed", "cancelled"] as const;
export type JobStatus = (typeof jobStatuses)[number];

type JobProblemCode = "ANALYSIS_REFUSED" | "JOB_MEMORY" | "JOB_FAILED" | StoreErrorCode;

/** Why a job failed. */
export interface JobProblem {
  readonly code: JobProblemCode;
  readonly detail: string;
  readonly issues?: readonly Issue[];
}

/** One analysis asked for. Times are ISO 8601 in UTC; null where not yet. `runId` is the stored run, once done. */
export interface Job {
  readonly id: string;
  readonly analysis: string;
  readonly dataset: string;
  readonly status: JobStatus;
  readonly progress: JobProgress;
  readonly createdAt: string;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  readonly runId: string | null;
  readonly problem: JobProblem | null;
  /** For a replay that is done: what came of it. Its `runId` is the run that was made again. */
  readonly replay?: ReplayVerdict;
}

export interface JobRequest {
  readonly analysis: string;
  readonly parameters: unknown;
  readonly overlays: readonly Overlay[];
  readonly dataset: RunSummary["dataset"];
  /** Gives the dataset of that hash; called once, when the job's turn comes near. */
  load(): Promise<Dataset>;
  /** The run that this makes again: its hash is compared, and nothing is stored. */
  readonly replays?: Replayed;
}

/**
 * Runs analyses away from the thread that answers requests. A job goes on whoever looks at it; its result is kept in the store
 * before it is called done.
 */
export interface JobPort {
  /** Takes a job into the queue. Throws `JobError` where the queue is full. */
  submit(request: JobRequest): Job;
  /** Jobs of this process, the newest first; the oldest finished ones are forgotten. */
  list(): readonly Job[];
  find(id: string): Job | null;
  /** Asks a job to stop and answers once it has; a finished job stays as it is. */
  cancel(id: string): Promise<Job | null>;
  /** Calls back on each change until the job ends or the returned function is called. */
  watch(id: string, listener: (job: Job) => void): () => void;
  /** Cancels what runs and gives the threads back. */
  close(): Promise<void>;
}

export function isFinal(status: JobStatus): boolean {
  return status === "done" || status === "failed" || status === "cancelled";
}

/** A job that could not be taken. */
export class JobError extends Error {
  override readonly name = "JobError";
  readonly code = "JOB_QUEUE_FULL";
}
