import { type AnalysisInput, type AnalysisResult, type Issue, runAnalysis } from "../../analyzer/index.ts";
import { isFinal, type Job, type JobPort } from "../jobs/job-port.ts";
import { openThreads } from "../jobs/threads.ts";
import { MemoryStore } from "../store/memory.ts";
import { CliError } from "./cli-error.ts";
import type { Io } from "./io.ts";
import { withProgress } from "./progress.ts";
import { RefusedError } from "./refused-error.ts";

const refusal = "The analysis cannot run on this input";

/** Analyses are called as their results. */
type Kind = AnalysisResult["kind"];
type Answer<K extends Kind> = Extract<AnalysisResult, { readonly kind: K }>;

/** One analysis of the catalogue and what it is asked. */
export interface Question<K extends Kind> {
  readonly analysis: K;
  readonly input: AnalysisInput;
  readonly parameters: unknown;
}

/** Runs an analysis that takes a moment, at once. Throws `RefusedError`. */
export function askHere<K extends Kind>({ analysis, input, parameters }: Question<K>): Answer<K> {
  const outcome = runAnalysis(analysis, input, parameters, { progress: () => undefined, aborted: () => false });
  if (outcome.kind === "refused") throw new RefusedError(refusal, outcome.issues);
  if (outcome.kind === "aborted") throw new CliError("ANALYSIS_BROKE", `${analysis} ended without an answer.`);
  return ofKind(outcome.result, analysis);
}

/**
 * Runs an analysis that takes long on a thread, so that its progress is seen and Ctrl-C ends it. Throws `RefusedError`,
 * `CliError`, and the signal's reason where cancelled.
 */
export async function askOnThread<K extends Kind>(io: Io, label: string, question: Question<K>): Promise<Answer<K>> {
  // The result passes through a store of its own: what the command line asks leaves nothing in the user's.
  const store = new MemoryStore();
  const jobs = openThreads({ store, engine: question.input.engine, threads: 1, now: () => io.now() });
  try {
    const job = await withProgress(io, label, (report) => follow(submit(jobs, question), jobs, io.signal, report));
    io.signal.throwIfAborted();
    const record = job.runId === null ? null : await store.run(job.runId);
    if (record === null) throw failureOf(job);
    // The text was written from a result on the other side of the thread.
    return ofKind(JSON.parse(record.result) as AnalysisResult, question.analysis);
  } finally {
    await jobs.close();
  }
}

function submit(jobs: JobPort, { analysis, input, parameters }: Question<Kind>): Job {
  const { dataset, hash, overlays } = input;
  const { id, version } = dataset.description;
  return jobs.submit({ analysis, parameters, overlays, dataset: { id, version, hash }, load: async () => dataset });
}

/** The job once it has ended; an abort of the signal ends it. */
async function follow(
  { id }: Job,
  jobs: JobPort,
  signal: AbortSignal,
  report: (done: number, total: number) => void,
): Promise<Job> {
  const cancel = (): void => void jobs.cancel(id);
  signal.addEventListener("abort", cancel, { once: true });
  if (signal.aborted) cancel();
  try {
    return await new Promise((resolve) => {
      jobs.watch(id, (job) => {
        if (isFinal(job.status)) resolve(job);
        else if (job.progress.total > 0) report(job.progress.done, job.progress.total);
      });
    });
  } finally {
    signal.removeEventListener("abort", cancel);
  }
}

function failureOf({ problem, analysis }: Job): Error {
  const issues: readonly Issue[] | undefined = problem?.issues;
  if (issues !== undefined) return new RefusedError(refusal, issues);
  return new CliError("ANALYSIS_BROKE", problem?.detail ?? `${analysis} ended without an answer.`);
}

/** The answer as what the catalogue promises of the analysis. */
function ofKind<K extends Kind>(result: AnalysisResult, kind: K): Answer<K> {
  if (isKind(result, kind)) return result;
  throw new CliError("ANALYSIS_BROKE", `${kind} answered with a ${result.kind}.`);
}

function isKind<K extends Kind>(result: AnalysisResult, kind: K): result is Answer<K> {
  return result.kind === kind;
}
