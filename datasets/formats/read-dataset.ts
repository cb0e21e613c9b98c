import {
  type Asset,
  type CheckContext,
  checkDatasetSteps,
  type Connection,
  type Dataset,
  type Dependency,
  type DatasetDescription,
  giveDependencyColumns,
  hasErrors,
  type Issue,
  type Place,
  type StatedTable,
  type Table,
} from "../../analyzer/index.ts";
import { inTurns } from "../in-turns.ts";
import { knownState, statesAt } from "../states.ts";
import { type Caps, defaultCaps } from "./caps.ts";
import type { DatasetParts } from "./dataset-parts.ts";
import { givenColumns, positionsOfIds } from "./csv/given-columns.ts";
import { SortedColumns } from "./csv/sorted-columns.ts";
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
  const counts = countRows(found.dataset, {
    dependencies: found.sorted.dependencies.count,
    connections: found.sorted.connections.count,
  });
  return { dataset: hasErrors(all) || description === null ? null : found.dataset, issues: all, counts };
}

function pacer({ signal, onProgress }: ReadOptions): TableReading["step"] {
  let rows = 0;
  let next = rowsPerPause;
  return (more = 1) => {
    rows += more;
    if (rows < next) return null;
    next = rows + rowsPerPause;
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
  /** What the rows of a table state, where they were read as columns. */
  readonly stated: (table: Table) => StatedTable | null;
}

/** Rows of one table, of whatever files, by id. */
interface SortedRows {
  readonly count: number;
  /** The rows, made where they are not yet. */
  readonly rows: () => readonly RowValues[];
  /** Where all rows are columns as well. */
  readonly columns: SortedColumns | null;
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
    sortTable(
      table,
      collectors.filter((collector) => collector.table === table),
    );
  const [assets, dependencies, connections] = [sorted("assets"), sorted("dependencies"), sorted("connections")];
  const dataset = withDependencies(
    {
      description: description ?? noDescription,
      assets: assets.rows().map((values): Asset => rowOf("assets", values)),
      connections: connections.rows().map((values): Connection => rowOf("connections", values)),
    },
    dependencies.rows,
  );
  const positions = assets.columns === null ? null : positionsOfIds(assets.columns);
  if (positions !== null && dependencies.columns !== null) {
    const columns = givenColumns(dependencies.columns, positions);
    if (columns !== null) giveDependencyColumns(dataset, columns);
  }
  const isAsset = new Uint8Array(positions?.length ?? 0);
  for (let id = 0; id < isAsset.length; id += 1) isAsset[id] = positions![id] === -1 ? 0 : 1;
  const tables = { assets, dependencies, connections };
  return {
    dataset,
    sorted: tables,
    stated: (table) => (positions === null ? null : (tables[table].columns?.stated(table, isAsset) ?? null)),
  };
}

/** A dataset whose dependencies are made when someone asks for one: the checks and the compiler have no use for a million objects. */
function withDependencies(others: Omit<Dataset, "dependencies">, make: () => readonly RowValues[]): Dataset {
  let maker: typeof make | null = make;
  let made: readonly Dependency[] = [];
  return {
    ...others,
    get dependencies() {
      if (maker !== null) {
        made = maker().map((values): Dependency => rowOf("dependencies", values));
        maker = null;
      }
      return made;
    },
  };
}

function sortTable(table: Table, collectors: readonly TableCollector[]): SortedRows {
  const [only, ...others] = collectors;
  const columns = others.length === 0 && only?.columns != null ? SortedColumns.of(table, only.columns) : null;
  if (only === undefined || columns === null) return sortRows(table, collectors);
  const { file } = only;
  return {
    count: columns.order.length,
    rows: () => columns.rows(),
    columns,
    placeOf: (index) => {
      const at = columns.order[index];
      return at === undefined ? { file: null, row: null } : { file, row: columns.columns.lineAt(at) };
    },
  };
}

function sortRows(table: Table, collectors: readonly TableCollector[]): SortedRows {
  const [only, ...others] = collectors;
  const rows = only !== undefined && others.length === 0 ? only.rows : collectors.flatMap((each) => each.rows);
  if (table !== "assets") deriveIds(table, rows);
  const order = idOrder(rows.map((values) => String(values["id"])));
  return {
    count: order.length,
    rows: () => Array.from(order, (at) => rows[at]!),
    columns: null,
    placeOf: (index) => {
      let at = order[index] ?? -1;
      for (const collector of collectors) {
        if (at < collector.count) return { file: at < 0 ? null : collector.file, row: collector.rowNumberAt(at) };
        at -= collector.count;
      }
      return { file: null, row: null };
    },
  };
}

/** The issues of the checks in the terms of the files, without those that only follow from what reading told of the same cell. */
async function checkParts(
  { dataset, sorted, stated }: Assembled,
  parts: DatasetParts,
  issues: IssueList,
  { signal, onProgress }: ReadOptions,
): Promise<Issue[]> {
  const context: CheckContext = {
    locate: (table, index) => sorted[table].placeOf(index),
    stated,
    statesAt,
    knownState,
    descriptionFile: parts.descriptionFile,
  };
  const byFile = new Map(parts.collectors.map((collector) => [collector.file, collector]));
  const rows = parts.collectors.reduce((sum, collector) => sum + collector.count, 0);
  onProgress?.(rows);
  const checked = await inTurns(checkDatasetSteps(dataset, context), signal);
  return checked
    .map((issue) => (issue.file === null ? issue : (byFile.get(issue.file)?.inFileTerms(issue) ?? issue)))
    .filter(({ file, row, column }) => !issues.told(file, row, column));
}

/** How many of each. O(assets). */
export function countDataset({ assets, dependencies, connections }: Dataset): DatasetCounts {
  return countRows({ assets }, { dependencies: dependencies.length, connections: connections.length });
}

function countRows(
  { assets }: Pick<Dataset, "assets">,
  { dependencies, connections }: Readonly<Record<"dependencies" | "connections", number>>,
): DatasetCounts {
  const states = new Set<string>();
  const sectors = new Set<string>();
  for (const asset of assets) {
    // Empty where nothing says it, which is an error of its own.
    if (asset.sector !== "") sectors.add(asset.sector);
    for (const { state } of asset.states) states.add(state);
  }
  return {
    assets: assets.length,
    dependencies,
    connections,
    states: states.size,
    sectors: sectors.size,
  };
}
