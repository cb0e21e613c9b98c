import * as fc from "fast-check";
import type { Dataset } from "../../analyzer/index.ts";
import type { Store } from "../../api/store/store.ts";
import { StoreError } from "../../api/store/store-error.ts";
import { sampleDataset } from "./sample-dataset.ts";

/** One step of a history: what is done to which of its datasets, with which of a few names or versions. */
interface Step {
  readonly act: "import" | "remove" | "save" | "drop" | "list" | "read" | "revisions" | "past" | "stale" | "archive";
  readonly dataset: 0 | 1;
  readonly variant: number;
}

/** Histories of up to 12 steps over two datasets. */
export const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    act: fc.constantFrom(
      "import",
      "import",
      "remove",
      "save",
      "drop",
      "list",
      "read",
      "revisions",
      "past",
      "stale",
      "archive",
    ),
    dataset: fc.constantFrom(0, 1),
    variant: fc.nat({ max: 2 }),
  }),
  { minLength: 3, maxLength: 12 },
);

/** Goes through a history and notes what each step answered, an error by its code, and what is there in the end. */
export async function runHistory(store: Store, ids: readonly string[], history: readonly Step[]): Promise<unknown[]> {
  const log: unknown[] = [];
  for (const [at, { act, dataset, variant }] of history.entries())
    log.push(await answer(() => take[act](store, ids[dataset] ?? "", variant, at)));
  for (const id of ids) log.push(await answer(() => store.readDataset(id)), await store.dataset(id));
  return log;
}

type Take = (store: Store, id: string, variant: number, at: number) => Promise<unknown>;

const take: Readonly<Record<Step["act"], Take>> = {
  import: (store, id, variant, at) =>
    store.importDataset(version(id, variant), { by: "ada", at: `2025-01-01T00:00:${at}.000Z` }),
  remove: (store, id) => store.removeDataset(id),
  save: (store, id, variant, at) => store.saveDocument(id, "scenario", `name ${variant}`, { at }),
  drop: (store, id, variant) => store.removeDocument(id, "scenario", `name ${variant}`),
  list: (store, id) => store.documents(id, "scenario"),
  read: (store, id) => store.neighbours(id, "G1"),
  revisions: (store, id) => store.revisions(id),
  past: (store, id, variant) => store.readDataset(id, { revision: variant + 1 }),
  stale: (store, id, variant, at) =>
    store.importDataset(version(id, variant), {
      by: "bob",
      at: `2025-01-01T00:00:${at}.000Z`,
      expectedRevision: variant,
    }),
  archive: (store, id) => store.archiveDataset(id),
};

/** Three versions of a dataset, with different rows. */
function version(id: string, variant: number): Dataset {
  const { description, assets, dependencies, connections } = sampleDataset(id);
  return {
    description: { ...description, version: String(variant) },
    assets,
    dependencies: dependencies.slice(variant),
    connections: connections.slice(0, variant),
  };
}

async function answer(ask: () => Promise<unknown>): Promise<unknown> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof StoreError) return error.code;
    throw error;
  }
}
