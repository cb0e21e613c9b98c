import type { Dataset } from "../../analyzer/index.ts";
import type { RunRecord, Store } from "../../api/store/store.ts";
import { StoreError } from "../../api/store/store-error.ts";
import { sampleDataset } from "../contract/sample-dataset.ts";

const all = { offset: 0, limit: 3 };

const runOf = (text: string): RunRecord => ({
  id: text,
  dataset: { id: text, version: text, hash: text, revision: 1 },
  analysis: text,
  parameters: { [text]: [text] },
  overlays: [text],
  overlayBodies: [{ id: text, [text]: text }],
  engine: text,
  startedAt: text,
  endedAt: text,
  resultHash: text,
  result: JSON.stringify({ [text]: text }),
});

/** What no reader lets in: an own column of any name, which would be a property beside ours. */
function withOwnColumn(id: string, column: string): Dataset {
  const { assets, ...rest } = sampleDataset(id);
  const extra = Object.fromEntries([[column, "1"]]);
  return { ...rest, assets: assets.map((asset) => ({ ...asset, extra })) };
}

type Ask = (store: Store, id: string, text: string) => Promise<unknown>;

/** Every place where the port takes a text but the rows of a dataset, each asked about one dataset with one text. */
export const textInputs: Readonly<Record<string, Ask>> = {
  "dataset id of dataset": (store, _, text) => store.dataset(text),
  "dataset id of description": (store, _, text) => store.description(text),
  "dataset id of readDataset": (store, _, text) => store.readDataset(text),
  "dataset id of a past revision": (store, _, text) => store.readDataset(text, { revision: 1 }),
  "dataset id of revisions": (store, _, text) => store.revisions(text),
  "dataset id of archiveDataset": (store, _, text) => store.archiveDataset(text),
  "dataset id of removeDataset": (store, _, text) => store.removeDataset(text),
  "dataset id of assets": (store, _, text) => store.assets(text, all),
  "dataset id of asset": (store, _, text) => store.asset(text, "G1"),
  "dataset id of neighbours": (store, _, text) => store.neighbours(text, "G1"),
  "dataset id of saveDocument": (store, _, text) => store.saveDocument(text, "overlay", "o", {}),
  "dataset id of documents": (store, _, text) => store.documents(text, "overlay"),
  "dataset id of document": (store, _, text) => store.document(text, "overlay", "o"),
  "dataset id of removeDocument": (store, _, text) => store.removeDocument(text, "overlay", "o"),
  "dataset id of runs": (store, _, text) => store.runs(text, all),
  "own column, refused": (store, id, text) => store.importDataset(withOwnColumn(id, text), { by: text, at: "2025" }),
  "text of a search": (store, id, text) => store.assets(id, { ...all, text }),
  "sector of a search": (store, id, sector) => store.assets(id, { ...all, sector }),
  "State of a search": (store, id, state) => store.assets(id, { ...all, state }),
  "kind of a search": (store, id, kind) => store.assets(id, { ...all, kind }),
  "asset id of asset": (store, id, text) => store.asset(id, text),
  "asset id of neighbours": (store, id, text) => store.neighbours(id, text),
  "provider of a path": (store, id, text) => store.path(id, text, "none", { maxSteps: 2 }),
  "dependent of a path": (store, id, text) => store.path(id, "none", text, { maxSteps: 2 }),
  "scenario, saved": (store, id, text) => store.saveDocument(id, "scenario", text, { [text]: [text] }),
  "scenario, read": (store, id, text) => store.document(id, "scenario", text),
  "scenario, removed": (store, id, text) => store.removeDocument(id, "scenario", text),
  "scenario that is gone": (store, id, text) => store.removeDocument(id, "scenario", text),
  "overlay, saved": (store, id, text) => store.saveDocument(id, "overlay", text, text),
  "overlay, read": (store, id, text) => store.document(id, "overlay", text),
  "run, saved": (store, _, text) => store.saveRun(runOf(text)),
  "run, read": (store, _, text) => store.run(text),
  "runs of a dataset": (store, _, text) => store.runs(text, all),
  "result, dropped": (store, _, text) => store.dropResult(text),
  "run, removed": (store, _, text) => store.removeRun(text),
  "run that is gone": (store, _, text) => store.run(text),
};

/** What an operation gives, a refusal by its code. */
export async function outcomeOf(asked: () => Promise<unknown>): Promise<unknown> {
  try {
    return await asked();
  } catch (error) {
    if (error instanceof StoreError) return error.code;
    throw error;
  }
}
