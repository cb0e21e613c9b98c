import type { Static } from "typebox";
import { datasetHash, hasErrors } from "../../analyzer/index.ts";
import { type FileSet, readDataset } from "../../datasets/formats/index.ts";
import { readForeign, withSettings } from "../../datasets/formats/foreign/index.ts";
import type { Caps } from "./caps.ts";
import type { Reading } from "./foreign-upload.ts";
import { ProblemError } from "./problems.ts";
import type { ImportReportSchema } from "./schemas/dataset.ts";
import { readDocumentsIn, saveDocuments } from "../documents-beside.ts";
import { guardedWrite } from "../history/guarded-write.ts";
import { keepStored } from "../store/read-stored.ts";
import type { ImportWatch } from "./import-jobs.ts";
import type { Services } from "./services.ts";

type ImportReport = Static<typeof ImportReportSchema>;

interface ImportFilesOptions {
  readonly watch?: ImportWatch;
  /** The revision that the one who imports has seen, 0 for none; left out, whatever is there. */
  readonly expectedRevision?: number | undefined;
}

/**
 * Reads and checks a dataset and puts it into the store, unless `dryRun`. Data with errors are refused with their issues and
 * nothing is written. The same content again changes nothing. Rejects with the reason of the signal where that aborts before
 * the store has all of it, and nothing is written then. Throws `StaleError` where another revision is there than was seen.
 */
export async function importFiles(
  files: FileSet,
  { format, mapping, settings, description }: Reading,
  dryRun: boolean,
  services: Services,
  caps: Caps,
  { watch, expectedRevision }: ImportFilesOptions = {},
): Promise<ImportReport> {
  const { store } = services;
  const isMapped = mapping !== null || settings.length > 0;
  const mapped = isMapped ? { mapping: withSettings(mapping ?? {}, settings).mapping } : {};
  const retrieved = services.now().toISOString().slice(0, 10);
  const reading = watch && {
    signal: watch.signal,
    onProgress: (rows: number) => watch.onProgress({ step: "reading", rows, total: null }),
  };
  const { dataset, issues, counts } = await (format === null
    ? readDataset(files, { ...mapped, ...reading })
    : readForeign(files, format, { ...mapped, ...reading, description, retrieved }));
  watch?.signal.throwIfAborted();
  const beside =
    dataset === null || format !== null
      ? { documents: [], issues: [] }
      : await readDocumentsIn(files, dataset.description);
  const all = [...issues, ...beside.issues];
  const shown = all.slice(0, caps.issues);
  if (dataset === null || hasErrors(all)) {
    const errors = all.filter(({ severity }) => severity === "error").length;
    const detail = `${errors} errors; the first ${shown.length} issues are listed. Nothing was written.`;
    throw new ProblemError("DATASET_REFUSED", detail, shown);
  }
  const shipped = services.shipped.documents.bind(services.shipped);
  const { id, title } = dataset.description;
  const report = { id, title, counts, dryRun, issues: shown };
  if (dryRun) {
    const stored = await store.dataset(id);
    const hash = datasetHash(dataset);
    const documents = await saveDocuments(store, id, beside.documents, { shipped, isDryRun: true });
    return { ...report, hash, changed: stored?.hash !== hash, revision: stored?.revision ?? null, documents };
  }
  const writing = watch && {
    signal: watch.signal,
    onProgress: (rows: number, total: number) => watch.onProgress({ step: "writing", rows, total }),
  };
  const options = { by: "local", at: services.now().toISOString(), ...writing };
  const outcome = await (expectedRevision === undefined
    ? store.importDataset(dataset, options)
    : guardedWrite(store, dataset, { ...options, expectedRevision }));
  if (outcome.changed) await keepStored(store, outcome, dataset, services.snapshots ?? null);
  return { ...report, ...outcome, documents: await saveDocuments(store, id, beside.documents, { shipped }) };
}
