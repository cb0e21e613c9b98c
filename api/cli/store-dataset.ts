import { type Dataset, datasetHash } from "../../analyzer/index.ts";
import { shippedDocuments } from "../dataset-source.ts";
import { type DocumentBeside, type DocumentCounts, saveDocuments } from "../documents-beside.ts";
import { guardedWrite } from "../history/guarded-write.ts";
import { openSnapshots } from "../open-snapshots.ts";
import { keepStored } from "../store/read-stored.ts";
import type { Store } from "../store/store.ts";
import type { Cli } from "./cli.ts";
import type { RevisionOptions } from "./options.ts";
import { withProgress } from "./progress.ts";
import { type StoreOption, withStore } from "./with-store.ts";
import { writeOptions } from "./write-options.ts";

/** What became of a dataset on its way into the store; `revision` is null for a dry run of what the store does not hold. */
export interface Stored {
  readonly dryRun: boolean;
  readonly store: string;
  readonly dataset: { readonly id: string; readonly version: string; readonly hash: string };
  readonly changed: boolean;
  readonly revision: number | null;
  /** Scenarios and overlays that were saved with it, those left out that the store holds already. */
  readonly documents: DocumentCounts;
}

/**
 * Puts a dataset into the store with the documents beside it, or only compares them with what is there. Throws `SettingError`,
 * `StoreError`, `HistoryError`.
 */
export function storeDataset(
  cli: Cli,
  dataset: Dataset,
  beside: readonly DocumentBeside[],
  { dryRun = false, ...options }: StoreOption & RevisionOptions & { readonly dryRun?: boolean },
): Promise<Stored> {
  return withStore(cli.io, options, async (open) => {
    const store = await open();
    const { id, version } = dataset.description;
    const { hash, ...outcome } = await (dryRun ? compare(store, dataset) : write(cli, store, dataset, options));
    if (!dryRun && outcome.changed) await keepStored(store, { hash }, dataset, openSnapshots(cli.io.environment));
    const documents = await saveDocuments(store, id, beside, { shipped: shippedDocuments, isDryRun: dryRun });
    return { dryRun, store: store.address, dataset: { id, version, hash }, ...outcome, documents };
  });
}

/** What became of it, in words. */
export function storedText({ dryRun, changed, revision }: Stored): string {
  if (dryRun)
    return changed ? "would be imported; nothing was written" : "is in the store already; nothing would change";
  return changed
    ? `imported as revision ${revision}`
    : `is in the store already, as revision ${revision}; nothing was written`;
}

type Outcome = Pick<Stored, "changed" | "revision"> & { readonly hash: string };

async function compare(store: Store, dataset: Dataset): Promise<Outcome> {
  const hash = datasetHash(dataset);
  const stored = await store.dataset(dataset.description.id);
  return { changed: stored?.hash !== hash, revision: stored?.revision ?? null, hash };
}

function write(cli: Cli, store: Store, dataset: Dataset, options: RevisionOptions): Promise<Outcome> {
  return withProgress(cli.io, "rows written", (onProgress) => {
    const { expectedRevision, ...writing } = { ...writeOptions(cli, options), onProgress };
    if (expectedRevision === undefined) return store.importDataset(dataset, writing);
    return guardedWrite(store, dataset, { ...writing, expectedRevision });
  });
}
