import { randomUUID } from "node:crypto";
import {
  type AnalysisInput,
  type AnalysisOutcome,
  type AnalysisResult,
  type Issue,
  runAnalysis,
} from "../../analyzer/index.ts";
import { estimateSeconds, sizeOf } from "../analyses/estimate-seconds.ts";
import { findAnalysis } from "../analyses/find-analysis.ts";
import { isFinal, type Job, type JobPort } from "../jobs/job-port.ts";
import { openThreads } from "../jobs/threads.ts";
import { readSettings } from "../settings.ts";
import { resultHash } from "../runs/result-hash.ts";
import { runRecord } from "../runs/run-record.ts";
import { MemoryStore } from "../store/memory.ts";
import type { RunRecord } from "../store/store.ts";
import { CliError } from "./cli-error.ts";
import type { Io } from "./io.ts";
import { inPercent, withProgress } from "./progress.ts";
import { durationText } from "./quantities.ts";
import { RefusedError } from "./refused-error.ts";

const refusal = "The analysis cannot run on this input";
/** What takes less on one core is not worth a further thread. */
const sharedFromSeconds = 0.3;
/** What takes longer is announced. */
const announcedFromSeconds = 1;

/** The analyses that commands of their own ask are called as their results. */
type Kind = AnalysisResult["kind"];
type Answer<K extends Kind> = Extract<AnalysisResult, { readonly kind: K }>;

/** One analysis of the catalogue and what it is asked. */
export interface Question<Id extends string = string> {
  readonly analysis: Id;
  readonly input: AnalysisInput;
  readonly parameters: object;
}

/** What an analysis answered, and the run as a store keeps it: of no revision, as the dataset was given by hand. */
export interface Asked<Result = AnalysisResult> {
  readonly result: Result;
  readonly record: RunRecord;
}

/** Runs an analysis that takes a moment, at once. Throws `RefusedError`. */
export function askHere<K extends Kind>(io: Io, question: Question<K>): Asked<Answer<K>> {
  const { result, record } = runHere(io, question);
  return { result: ofKind(result, question.analysis), record };
}

/** Runs any analysis: at once where that takes a moment, else on threads. Throws as `askAnything` does. */
export async function askAgain(io: Io, question: Question): Promise<Asked> {
  const seconds = secondsOf(question);
  return seconds !== null && seconds < sharedFromSeconds ? runHere(io, question) : askAnything(io, question);
}

function runHere(io: Io, { analysis, input, parameters }: Question): Asked {
  const { overlays, engine } = input;
  const startedAt = io.now().toISOString();
  const outcome = runAnalysis(analysis, input, parameters, { progress: () => undefined, aborted: () => false });
  const result = resultOf(outcome, analysis);
  const text = JSON.stringify(result);
  const times = { startedAt, endedAt: io.now().toISOString() };
  const asked = { id: randomUUID(), dataset: datasetOf(input), analysis, parameters, overlays, engine, ...times };
  return { result, record: runRecord(asked, { text, hash: resultHash(result, text) }) };
}

/** As `askAnything`, for an analysis whose result is known. */
export async function askOnThreads<K extends Kind>(io: Io, question: Question<K>): Promise<Asked<Answer<K>>> {
  const { result, record } = await askAnything(io, question);
  return { result: ofKind(result, question.analysis), record };
}

/**
 * Runs an analysis that may take long on threads, as many as there are cores, so that its progress is seen and Ctrl-C ends it.
 * Says beforehand what it will take where that is more than a moment. Throws `RefusedError`, `CliError`, and the signal's
 * reason where cancelled.
 */
export async function askAnything(io: Io, question: Question): Promise<Asked> {
  const { analysis, input } = question;
  const seconds = secondsOf(question);
  const { threads: most, jobMemoryMebibytes } = readSettings({}, io.environment);
  const threads = seconds !== null && seconds < sharedFromSeconds ? 1 : most;
  if (seconds !== null && seconds >= announcedFromSeconds) io.stderr.write(`note: ${announcement(seconds, threads)}\n`);
  // The result passes through a store of its own: whether it is recorded in the user's is not for the threads to know.
  const store = new MemoryStore();
  const jobs = openThreads({
    store,
    engine: input.engine,
    threads,
    readyThreads: threads,
    ...(jobMemoryMebibytes === undefined ? {} : { memoryMebibytes: jobMemoryMebibytes }),
    now: () => io.now(),
  });
  try {
    const label = (findAnalysis(analysis)?.title ?? analysis).toLowerCase();
    const ask = (report: Report) => follow(submit(jobs, question), jobs, io.signal, report);
    const job = await withProgress(io, label, ask, inPercent);
    io.signal.throwIfAborted();
    const record = job.runId === null ? null : await store.run(job.runId);
    if (record === null || record.result === null) throw failureOf(job);
    // The text was written from a result on the other side of the thread.
    return { result: JSON.parse(record.result) as AnalysisResult, record };
  } finally {
    await jobs.close();
  }
}

/** What an analysis takes on one core; null where that cannot be told. */
function secondsOf({ analysis, input, parameters }: Question): number | null {
  const entry = findAnalysis(analysis);
  return entry === null ? null : estimateSeconds(entry, sizeOf(input.dataset), parameters);
}

type Report = (done: number, total: number) => void;

function announcement(seconds: number, threads: number): string {
  const alone = `takes ${durationText(seconds)} on one core`;
  return threads === 1 ? alone : `${alone}; ${threads} share it`;
}

function submit(jobs: JobPort, { analysis, input, parameters }: Question): Job {
  const { dataset, overlays } = input;
  return jobs.submit({ analysis, parameters, overlays, dataset: datasetOf(input), load: async () => dataset });
}

function datasetOf({ dataset, hash }: AnalysisInput): RunRecord["dataset"] {
  const { id, version } = dataset.description;
  return { id, version, hash, revision: null };
}

/** The job once it has ended; an abort of the signal ends it. */
async function follow({ id }: Job, jobs: JobPort, signal: AbortSignal, report: Report): Promise<Job> {
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
  if (problem?.code === "JOB_MEMORY") return new CliError("JOB_MEMORY", problem.detail);
  return new CliError("ANALYSIS_BROKE", problem?.detail ?? `${analysis} ended without an answer.`);
}

function resultOf(outcome: AnalysisOutcome, analysis: string): AnalysisResult {
  if (outcome.kind === "done") return outcome.result;
  if (outcome.kind === "refused") throw new RefusedError(refusal, outcome.issues);
  throw new CliError("ANALYSIS_BROKE", `${analysis} ended without an answer.`);
}

/** The answer as what the catalogue promises of the analysis. */
function ofKind<K extends Kind>(result: AnalysisResult, kind: K): Answer<K> {
  if (isKind(result, kind)) return result;
  throw new CliError("ANALYSIS_BROKE", `${kind} answered with a ${result.kind}.`);
}

function isKind<K extends Kind>(result: AnalysisResult, kind: K): result is Answer<K> {
  return result.kind === kind;
}
