import { type Dataset, datasetChange } from "../../analyzer/index.ts";
import { type TableCounts, tallyChange } from "../history/change-tally.ts";
import type { RunDescription, RunRecord, Store } from "../store/store.ts";
import { askedParameters } from "./asked-parameters.ts";
import { type FieldDifference, fieldDifferences } from "./field-differences.ts";
import { recallDataset } from "./recall-run.ts";
import { type ResultDifferences, resultDifferences } from "./result-differences.ts";

/** What the two runs say of one thing, where they do not say the same. */
export interface Pair<T> {
  readonly a: T;
  readonly b: T;
}

/** How the dataset changed from one run to the other, in rows. */
export interface DatasetRows {
  /** Null where a side cannot be had any more; `unknown` then says why. */
  readonly rows: TableCounts | null;
  /** Whether `dataset.json` changed; null as above. */
  readonly description: boolean | null;
  readonly unknown: string | null;
}

export interface OverlayDifference {
  readonly onlyA: readonly string[];
  readonly onlyB: readonly string[];
  /** In both by id, with other content. */
  readonly changed: readonly string[];
  /** The same ones, applied in another order. */
  readonly reordered: boolean;
}

type RunReference = Pick<RunDescription, "id" | "dataset" | "analysis" | "engine" | "startedAt" | "resultHash">;

/** What differs between two runs; null and empty lists where nothing does. */
export interface RunDifference {
  readonly a: RunReference;
  readonly b: RunReference;
  readonly inputs: {
    readonly same: boolean;
    readonly dataset: DatasetRows | null;
    readonly analysis: Pair<string> | null;
    readonly scenario: readonly FieldDifference[];
    /** All but scenario and seed. */
    readonly parameters: readonly FieldDifference[];
    readonly overlays: OverlayDifference | null;
    readonly seed: Pair<number | null> | null;
    readonly engine: Pair<string> | null;
  };
  readonly results: {
    /** Their hashes are the same. */
    readonly same: boolean;
    /** Null where they are the same or cannot be compared; `unknown` then says why. */
    readonly differences: ResultDifferences | null;
    readonly unknown: string | null;
  };
}

/** Sets two runs side by side: what they were made from, and what came of it. Costs reading both datasets where they differ. */
export async function runDifference(store: Store, a: RunRecord, b: RunRecord): Promise<RunDifference> {
  const [askedA, askedB] = [askedParameters(a), askedParameters(b)];
  const parts = {
    dataset: await datasetRows(store, a, b),
    analysis: pair(a.analysis, b.analysis),
    scenario: fieldDifferences(askedA.scenario, askedB.scenario),
    parameters: fieldDifferences(askedA.others, askedB.others),
    overlays: overlayDifference(a, b),
    seed: pair(askedA.seed, askedB.seed),
    engine: pair(a.engine, b.engine),
  };
  const same = Object.values(parts).every((part) => part === null || (Array.isArray(part) && part.length === 0));
  return { a: reference(a), b: reference(b), inputs: { same, ...parts }, results: resultsOf(a, b) };
}

async function datasetRows(store: Store, a: RunRecord, b: RunRecord): Promise<DatasetRows | null> {
  if (a.dataset.hash === b.dataset.hash) return null;
  const before = await recallDataset(store, a.dataset);
  const after = await recallDataset(store, b.dataset);
  if ("outcome" in before) return { rows: null, description: null, unknown: before.explanation };
  if ("outcome" in after) return { rows: null, description: null, unknown: after.explanation };
  return rowsBetween(before, after);
}

function rowsBetween(before: Dataset, after: Dataset): DatasetRows {
  const change = datasetChange(before, after);
  const { counts } = tallyChange(before, after, change);
  return { rows: counts, description: change.description !== null, unknown: null };
}

function overlayDifference(a: RunRecord, b: RunRecord): OverlayDifference | null {
  const only = (these: readonly string[], others: readonly string[]) => these.filter((id) => !others.includes(id));
  const bodyOf = (run: RunRecord, id: string): unknown => run.overlayBodies[run.overlays.indexOf(id)];
  const shared = a.overlays.filter((id) => b.overlays.includes(id));
  const onlyA = only(a.overlays, b.overlays);
  const onlyB = only(b.overlays, a.overlays);
  const changed = shared.filter((id) => fieldDifferences(bodyOf(a, id), bodyOf(b, id)).length > 0);
  const isSameList = fieldDifferences(a.overlays, b.overlays).length === 0;
  const reordered = onlyA.length === 0 && onlyB.length === 0 && !isSameList;
  return isSameList && changed.length === 0 ? null : { onlyA, onlyB, changed, reordered };
}

function resultsOf(a: RunRecord, b: RunRecord): RunDifference["results"] {
  if (a.resultHash === b.resultHash) return { same: true, differences: null, unknown: null };
  const unknown = (text: string) => ({ same: false, differences: null, unknown: text });
  if (a.analysis !== b.analysis) return unknown("The runs are of different analyses.");
  const pruned = [a, b].find(({ result }) => result === null);
  if (pruned !== undefined) return unknown(`The result of run ${pruned.id} was pruned; only its hash is kept.`);
  const [left, right] = [a, b].map(({ result }): Readonly<Record<string, unknown>> => JSON.parse(result ?? "{}"));
  return { same: false, differences: resultDifferences(left ?? {}, right ?? {}), unknown: null };
}

function pair<T>(a: T, b: T): Pair<T> | null {
  return a === b ? null : { a, b };
}

function reference({ id, dataset, analysis, engine, startedAt, resultHash }: RunRecord): RunReference {
  return { id, dataset, analysis, engine, startedAt, resultHash };
}
