import {
  type Asset,
  type CheckContext,
  checkDatasetSteps,
  type Connection,
  type Dataset,
  type Dependency,
  type DatasetDescription,
  hasErrors,
  type Issue,
  type Place,
  type Table,
} from "../../analyzer/index.ts";
import { inTurns } from "../in-turns.ts";
import { knownState, statesAt } from "../states.ts";
import { type Caps, defaultCaps } from "./caps.ts";
import type { DatasetParts } from "./dataset-parts.ts";
import { deriveIds } from "./derive-ids.ts";
import type { FileSet } from "./file-set.ts";
import { idOrder } from "./id-order.ts";
import { IssueList } from "./issue-list.ts";
import type { Mapping } from "./mapping.ts";
import type { TableReading } from "./read-csv-table.ts";
import { readDatasetParts } from "./read-dataset-parts.ts";
import { repairStates } from "./repair-states.ts";
import { type RowValues, rowOf } from "./row-cells.ts";
import type { TableCollector } from "./table-collector.ts";

/** How many of each a dataset has. */
export interface DatasetCounts {
  readonly assets: number;
  readonly dependencies: number;
  readonly connections: number;
  readonly states: number;
  readonly sectors: number;
}

/** What reading found: issues of reading and of the checks, and the dataset, or null where an error refuses it. */
export interface ReadOutcome {
  readonly dataset: Dataset | null;
  readonly issues: readonly Issue[];
  readonly counts: DatasetCounts;
}

export interface ReadOptions {
  readonly caps?: Caps;
  /** Instead of the `mapping.json` among the files. */
  readonly mapping?: Mapping;
  readonly signal?: AbortSignal;
  /** Called now and then with the number of rows read so far, and with that of all before they are checked. */
  readonly onProgress?: (rows: number) => void;
}

/** Rows between two pauses, in which the rest of the program runs. */
const rowsPerPause = 2000;

/**
 * Reads and checks a dataset. Bad input never throws: it comes back as issues with file, row and column, and without a
 * dataset. Rejects with the signal's reason where aborted, and where the outside fails. Linear in the rows, but for sorting.
 */
export function readDataset(files: FileSet, options: ReadOptions = {}): Promise<ReadOutcome> {
  return readAndCheck((reading) => readDatasetParts(files, options.mapping ?? null, reading), options);
}

/** Puts what `readParts` finds, in files or elsewhere, together as a dataset and checks it. */
export async function readAndCheck(
  readParts: (reading: TableReading) => Promise<DatasetParts>,
  options: ReadOptions,
): Promise<ReadOutcome> {
  const caps = options.caps ?? defaultCaps;
  const issues = new IssueList(caps.issues);
  const parts = await readParts({ caps, issues, step: pacer(options) });
  const { description, collectors } = parts;
  repairStates(collectors, description ?? noDescription, issues);
  const found = assemble(description, collectors);
  const checked = parts.complete && description !== null ? await checkParts(found, parts, issues, options) : [];
  const all = [...issues.issues, ...checked];
  const counts = countDataset(found.dataset);
  return { dataset: hasErrors(all) || description === null ? null : found.dataset, issues: all, counts };
}

function pacer({ signal, onProgress }: ReadOptions): TableReading["step"] {
  let rows = 0;
  return () => {
    rows += 1;
    if (rows % rowsPerPause !== 0) return null;
    signal?.throwIfAborted();
    onProgress?.(rows);
    return new Promise((resolve) => {
      setImmediate(resolve);
    });
  };
}

/** A dataset in canonical order, and where each of its rows came from. */
interface Assembled {
  readonly dataset: Dataset;
  readonly sorted: Readonly<Record<Table, SortedRows>>;
}

/** Rows of one table, of whatever files, by id. */
interface SortedRows {
  readonly rows: readonly RowValues[];
  placeOf(index: number): Place;
}

const noDescription: DatasetDescription = {
  id: "",
  title: "",
  version: "",
  description: "",
  licence: "",
  sources: [],
};

function assemble(description: DatasetDescription | null, collectors: readonly TableCollector[]): Assembled {
  const sorted = (table: Table) =>
    sortRows(
      table,
      collectors.filter((collector) => collector.table === table),
    );
  const [assets, dependencies, connections] = [sorted("assets"), sorted("dependencies"), sorted("connections")];
  return {
    dataset: {
      description: description ?? noDescription,
      assets: assets.rows.map((values): Asset => rowOf("assets", values)),
      dependencies: dependencies.rows.map((values): Dependency => rowOf("dependencies", values)),
      connections: connections.rows.map((values): Connection => rowOf("connections", values)),
    },
    sorted: { assets, dependencies, connections },
  };
}

function sortRows(table: Table, collectors: readonly TableCollector[]): SortedRows {
  const [only, ...others] = collectors;
  const rows = only !== undefined && others.length === 0 ? only.rows : collectors.flatMap((each) => each.rows);
  if (table !== "assets") deriveIds(table, rows);
  const order = idOrder(rows.map((values) => String(values["id"])));
  return {
    rows: Array.from(order, (at) => rows[at]!),
    placeOf: (index) => {
      let at = order[index] ?? -1;
      for (const { file, rowNumbers } of collectors) {
        if (at < rowNumbers.length) return { file: at < 0 ? null : file, row: rowNumbers[at] ?? null };
        at -= rowNumbers.length;
      }
      return { file: null, row: null };
    },
  };
}

/** The issues of the checks in the terms of the files, without those that only follow from what reading told of the same cell. */
async function checkParts(
  { dataset, sorted }: Assembled,
  parts: DatasetParts,
  issues: IssueList,
  { signal, onProgress }: ReadOptions,
): Promise<Issue[]> {
  const context: CheckContext = {
    locate: (table, index) => sorted[table].placeOf(index),
    statesAt,
    knownState,
    descriptionFile: parts.descriptionFile,
  };
  const byFile = new Map(parts.collectors.map((collector) => [collector.file, collector]));
  const rows = parts.collectors.reduce((sum, collector) => sum + collector.rows.length, 0);
  onProgress?.(rows);
  const checked = await inTurns(checkDatasetSteps(dataset, context), signal);
  return checked
    .map((issue) => (issue.file === null ? issue : (byFile.get(issue.file)?.inFileTerms(issue) ?? issue)))
    .filter(({ file, row, column }) => !issues.told(file, row, column));
}

/** How many of each. O(assets). */
export function countDataset({ assets, dependencies, connections }: Dataset): DatasetCounts {
  const states = new Set<string>();
  const sectors = new Set<string>();
  for (const asset of assets) {
    // Empty where nothing says it, which is an error of its own.
    if (asset.sector !== "") sectors.add(asset.sector);
    for (const { state } of asset.states) states.add(state);
  }
  return {
    assets: assets.length,
    dependencies: dependencies.length,
    connections: connections.length,
    states: states.size,
    sectors: sectors.size,
  };
}
