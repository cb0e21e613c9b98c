import {
  type Asset,
  atOnce,
  compareIds,
  type Connection,
  type Dataset,
  type Dependency,
  networkCommodity,
} from "../../analyzer/index.ts";
import { ownColumnPattern } from "../../datasets/formats/index.ts";
import { isKept, isName } from "./check-text.ts";
import type { DatasetCounts } from "./store.ts";
import { StoreError } from "./store-error.ts";

/** Where the rows of a whole dataset point: positions in its list of assets. */
export interface DatasetLayout {
  readonly counts: DatasetCounts;
  /** Rows of all three tables: the total of an import's progress. */
  readonly rows: number;
  readonly position: (assetId: string) => number;
}

/**
 * Makes sure that a dataset can be stored whole: lists in canonical order without duplicates, no row that names an
 * asset which is not there, texts and own columns that every store keeps as they are. Fails with `STORE_BAD_DATASET`. O(rows).
 */
export function layOut(dataset: Dataset): DatasetLayout {
  return atOnce(layOutSteps(dataset));
}

/** Rows looked at between two steps. */
const rowsPerStep = 10_000;

/** `layOut` in steps of a few milliseconds, for whoever has others to let in. */
export function* layOutSteps(dataset: Dataset): Generator<undefined, DatasetLayout> {
  const { assets, dependencies, connections } = dataset;
  const { id } = dataset.description;
  if (findUnkept(dataset.description) !== undefined)
    throw new StoreError("STORE_BAD_DATASET", `The description of ${JSON.stringify(id)} holds what cannot be kept`);
  checkKey(id);
  for (const list of [assets, dependencies, connections]) {
    checkIds(list);
    yield* each(list, checkRow);
  }
  yield* each(assets, ({ states }) => states.forEach(({ state }) => checkKey(state)));
  const positions = new Map(assets.map((asset, n) => [asset.id, n]));
  const position = (assetId: string): number => {
    const n = positions.get(assetId);
    if (n === undefined) throw new StoreError("STORE_BAD_DATASET", `There is no asset ${JSON.stringify(assetId)}`);
    return n;
  };
  yield* each(dependencies, ({ provider, dependent }) => {
    checkKey(provider);
    if (networkCommodity(provider) === null) position(provider);
    position(dependent);
  });
  yield* each(connections, ({ a, b }) => {
    position(a);
    position(b);
  });
  return {
    counts: countDataset(dataset),
    rows: assets.length + dependencies.length + connections.length,
    position,
  };
}

function* each<Row>(rows: readonly Row[], look: (row: Row) => void): Generator<undefined, void> {
  for (let at = 0; at < rows.length; at += 1) {
    look(rows[at]!);
    if ((at + 1) % rowsPerStep === 0) yield;
  }
}

function countDataset({ assets, dependencies, connections }: Dataset): DatasetCounts {
  return {
    assets: assets.length,
    dependencies: dependencies.length,
    connections: connections.length,
    states: new Set(assets.flatMap((asset) => asset.states.map((share) => share.state))).size,
    sectors: new Set(assets.map((asset) => asset.sector)).size,
  };
}

function checkIds(rows: readonly { readonly id: string }[]): void {
  let last: string | undefined;
  for (const { id } of rows) {
    if (last !== undefined && compareIds(last, id) >= 0)
      throw new StoreError("STORE_BAD_DATASET", `Row ${JSON.stringify(id)} comes after ${JSON.stringify(last)}`);
    last = id;
  }
}

/** What rows are found by, and tied to, is the key of something in a store. */
function checkKey(name: string): void {
  if (!isName(name)) throw new StoreError("STORE_BAD_DATASET", `${JSON.stringify(name.slice(0, 40))} is too long`);
}

/** Every text of a row, names of own columns too; these become names of properties beside ours. */
function checkRow(row: Asset | Dependency | Connection): void {
  checkKey(row.id);
  const bad = findUnkept(row) ?? Object.keys(row.extra ?? {}).find((column) => !ownColumnPattern.test(column));
  if (bad === undefined) return;
  const where = `Row ${JSON.stringify(row.id)}`;
  throw new StoreError("STORE_BAD_DATASET", `${where} holds ${JSON.stringify(bad)}, which cannot be kept`);
}

/** The first text within a value of JSON that not every store would keep. */
function findUnkept(value: unknown): string | undefined {
  if (typeof value === "string") return isKept(value) ? undefined : value;
  if (typeof value !== "object" || value === null) return undefined;
  for (const name of Object.keys(value)) {
    const found = isKept(name) ? findUnkept((value as Readonly<Record<string, unknown>>)[name]) : name;
    if (found !== undefined) return found;
  }
  return undefined;
}
