import { type Dataset, datasetHash, type Overlay } from "../../analyzer/index.ts";
import { checkParameters } from "../analyses/check-parameters.ts";
import { findAnalysis } from "../analyses/find-analysis.ts";
import type { DatasetCounts, Revision, RunRecord, Store } from "../store/store.ts";
import { StoreError } from "../store/store-error.ts";
import type { ReplayVerdict } from "./replay-verdict.ts";

/** What a run was made from, as it was; or why it cannot be had. */
export type Recalled =
  | { readonly kind: "ready"; readonly dataset: Dataset; readonly overlays: readonly Overlay[] }
  | { readonly kind: "lost"; readonly verdict: ReplayVerdict };

/**
 * Brings back what a run was made from: the dataset of then, from the revision that holds it, and the overlays of then, whatever
 * became of the documents. Makes sure that the analysis still takes the parameters. Costs reading the dataset.
 */
export async function recallRun(store: Store, run: RunRecord): Promise<Recalled> {
  const verdict = whyNotAsked(run);
  if (verdict !== null) return { kind: "lost", verdict };
  const dataset = await recallDataset(store, run.dataset);
  if ("outcome" in dataset) return { kind: "lost", verdict: dataset };
  // They were kept as they were applied.
  return { kind: "ready", dataset, overlays: run.overlayBodies as readonly Overlay[] };
}

/** Why the catalogue of this engine does not take what was asked; null where it does. */
function whyNotAsked(run: RunRecord): ReplayVerdict | null {
  const analysis = findAnalysis(run.analysis);
  if (analysis === null) {
    const explanation = `The analysis ${JSON.stringify(run.analysis)} of engine ${run.engine} is no longer in the catalogue.`;
    return { outcome: "analysis-gone", explanation };
  }
  const faults = checkParameters(analysis, run.parameters);
  if (faults.length > 0) {
    const texts = faults.map(({ pointer, text }) => `${pointer || "they"} ${text}`).join("; ");
    const explanation = `The parameters no longer fit the schema of ${run.analysis}: ${texts}. The run was made with engine ${run.engine}.`;
    return { outcome: "parameters-refused", explanation };
  }
  if (run.overlays.length === run.overlayBodies.length) return null;
  const explanation = `The overlays ${run.overlays.join(", ")} were not kept with the run: it was recorded by an older version.`;
  return { outcome: "overlays-not-kept", explanation };
}

/** The dataset a run was made from, whichever revision holds it now, or why there is none. */
export async function recallDataset(store: Store, of: RunRecord["dataset"]): Promise<Dataset | ReplayVerdict> {
  const { id, hash } = of;
  const revisions = await unlessMissing(() => store.revisions(id));
  if (revisions === null) {
    const explanation = `The store holds no dataset ${JSON.stringify(id)} any more. Import version ${of.version} of it again (hash ${hash}) to replay the run.`;
    return { outcome: "dataset-gone", explanation };
  }
  // The same content may be there more than once; the later one has the shorter way back.
  const holding = revisions.filter((revision) => revision.hash === hash).toReversed();
  for (const { revision } of holding) {
    const dataset = await unlessMissing(() => store.readDataset(id, { revision }));
    if (dataset !== null && datasetHash(dataset) === hash) return dataset;
  }
  return whyNotHeld(of, revisions, holding[0]);
}

function whyNotHeld(
  { id, hash, revision }: RunRecord["dataset"],
  revisions: readonly Revision[],
  held: Revision | undefined,
): ReplayVerdict {
  const last = revisions.at(-1);
  const now = last === undefined ? "" : ` Revision ${last.revision}, the last one, holds ${countsText(last.counts)}`;
  if (held !== undefined) {
    const explanation = `The content of revision ${held.revision} of ${id} (${countsText(held.counts)}) was not kept.${now}${changeText(held.counts, last?.counts)}.`;
    return { outcome: "revision-not-kept", explanation };
  }
  const numbered = revision === null ? "a dataset from outside the store" : `revision ${revision}`;
  const explanation = `The dataset differs: the run was made from ${numbered} of ${id} with hash ${hash}, and none of its revisions in the store (${revisions.length}) has that content.${now}, hash ${last?.hash}.`;
  return { outcome: "dataset-differs", explanation };
}

const countedTables = ["assets", "dependencies", "connections"] as const;

function countsText(counts: DatasetCounts): string {
  return countedTables.map((table) => `${counts[table]} ${table}`).join(", ");
}

function changeText(before: DatasetCounts, after: DatasetCounts | undefined): string {
  if (after === undefined) return "";
  const changes = countedTables.flatMap((table) => {
    const change = after[table] - before[table];
    return change === 0 ? [] : [`${change > 0 ? "+" : ""}${change} ${table}`];
  });
  return changes.length === 0 ? " (as many rows of each table)" : ` (${changes.join(", ")})`;
}

/** What the store answers, null where it holds no such thing. */
async function unlessMissing<T>(ask: () => Promise<T>): Promise<T | null> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof StoreError && error.code === "STORE_NOT_FOUND") return null;
    throw error;
  }
}
