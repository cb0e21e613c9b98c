import { createHash } from "node:crypto";
import { once } from "node:events";
import { type AnalysisHost, type Dataset, runAnalysis } from "../../analyzer/index.ts";
import type { DatasetMessage, WorkerMessage, WorkerReply, WorkerTask } from "./worker-messages.ts";

const keptDatasets = 2;
const millisecondsBetweenReports = 200;

/** Datasets this thread was sent, the last used at the end. */
const datasets = new Map<string, Dataset>();

/** One analysis on a thread. The result leaves as JSON text: no other thread has to turn megabytes into text again. */
export default async function work(task: WorkerTask): Promise<WorkerReply> {
  const { port, cancel, datasetHash, overlays, engine } = task;
  const send = (message: WorkerMessage): void => port.postMessage(message);
  send({ kind: "started" });
  const dataset = await findDataset(task);
  const host: AnalysisHost = {
    progress: throttled((done, total) => send({ kind: "progress", done, total })),
    aborted: () => Atomics.load(cancel, 0) === 1,
  };
  if (host.aborted()) return { kind: "aborted" };
  const outcome = runAnalysis(task.analysis, { dataset, hash: datasetHash, overlays, engine }, task.parameters, host);
  if (outcome.kind !== "done") return outcome;
  const text = JSON.stringify(outcome.result);
  return { kind: "done", text, hash: resultHash(outcome.result, text) };
}

async function findDataset({ datasetHash, port }: WorkerTask): Promise<Dataset> {
  let dataset = datasets.get(datasetHash);
  if (dataset === undefined) {
    const answer = once(port, "message") as Promise<[DatasetMessage]>;
    port.postMessage({ kind: "needDataset" } satisfies WorkerMessage);
    [{ dataset }] = await answer;
  }
  datasets.delete(datasetHash);
  datasets.set(datasetHash, dataset);
  for (const oldest of [...datasets.keys()].slice(0, -keptDatasets)) datasets.delete(oldest);
  return dataset;
}

/** Passes on the first report, the last, and one per interval between them. */
function throttled(report: AnalysisHost["progress"]): AnalysisHost["progress"] {
  let last = Number.NEGATIVE_INFINITY;
  return (done, total) => {
    const now = performance.now();
    if (now - last < millisecondsBetweenReports && done < total) return;
    last = now;
    report(done, total);
  };
}

/** The hash a result states of itself, or that of its text. */
function resultHash(result: object, text: string): string {
  if ("resultHash" in result && typeof result.resultHash === "string") return result.resultHash;
  return createHash("sha256").update(text).digest("hex");
}
