import { randomUUID } from "node:crypto";
import { afterEach, beforeEach } from "vitest";
import type { Dataset } from "../../analyzer/index.ts";
import type { ImportOptions, Page, Store } from "../../api/store/store.ts";

/** What a store under test needs: a way to open it, and how many random cases it can bear. */
export interface StoreUnderTest {
  open(): Promise<Store>;
  readonly randomDatasets: number;
  readonly randomQueries: number;
  readonly randomHistories: number;
}

/** A store opened afresh for each test, and what tests do with it. */
export interface Bench {
  readonly underTest: StoreUnderTest;
  readonly store: Store;
  /** A dataset id of this test's own: the store may be shared. It is cleared away after the test. */
  newId(): string;
  /** Imports a dataset and gives it back. */
  put(dataset: Dataset, options?: Partial<ImportOptions>): Promise<Dataset>;
}

/** The first page, with all there is in tests. */
export const all: Page = { offset: 0, limit: 1_000 };

/** Who imports, and when. */
export const by = { by: "ada", at: "2025-03-01T10:00:00.000Z" };

/** Opens a store before each test of the suite around it, and clears and closes it afterwards. */
export function setUpBench(underTest: StoreUnderTest): Bench {
  let store: Store | undefined;
  const used = new Set<string>();
  const opened = (): Store => {
    if (store === undefined) throw new Error("the store is open only while a test runs");
    return store;
  };
  beforeEach(async () => {
    store = await underTest.open();
  });
  afterEach(async () => {
    for (const id of used) await clear(opened(), id);
    used.clear();
    await opened().close();
    store = undefined;
  });
  return {
    underTest,
    get store() {
      return opened();
    },
    newId() {
      const id = `t-${randomUUID()}`;
      used.add(id);
      return id;
    },
    async put(dataset, options = {}) {
      await opened().importDataset(dataset, { ...by, ...options });
      return dataset;
    },
  };
}

async function clear(store: Store, id: string): Promise<void> {
  for (const run of (await store.runs(id, all)).runs) await store.removeRun(run.id);
  if ((await store.dataset(id)) !== null) await store.removeDataset(id);
}
