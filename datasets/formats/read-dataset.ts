import {
  type Asset,
  type CheckContext,
  checkDataset,
  byId,
  type Connection,
  type Dataset,
  type Dependency,
  type DatasetDescription,
  hasErrors,
  type Issue,
  type Place,
  type Table,
} from "../../analyzer/index.ts";
import { knownState, statesAt } from "../states.ts";
import { type Caps, defaultCaps } from "./caps.ts";
import type { DatasetParts } from "./dataset-parts.ts";
import { deriveIds } from "./derive-ids.ts";
import type { FileSet } from "./file-set.ts";
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
  /** Called now and then with the number of rows read so far. */
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
  const checked = parts.complete && description !== null ? checkParts(found, parts, issues) : [];
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
  readonly places: Readonly<Record<Table, readonly Place[]>>;
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
      assets: assets.map(({ values }): Asset => rowOf("assets", values)),
      dependencies: dependencies.map(({ values }): Dependency => rowOf("dependencies", values)),
      connections: connections.map(({ values }): Connection => rowOf("connections", values)),
    },
    places: {
      assets: assets.map(({ place }) => place),
      dependencies: dependencies.map(({ place }) => place),
      connections: connections.map(({ place }) => place),
    },
  };
}

function sortRows(
  table: Table,
  collectors: readonly TableCollector[],
): { id: string; values: RowValues; place: Place }[] {
  if (table !== "assets")
    deriveIds(
      table,
      collectors.flatMap(({ rows }) => rows),
    );
  return collectors
    .flatMap(({ file, rows, rowNumbers }) =>
      rows.map((values, index) => ({
        id: String(values["id"]),
        values,
        place: { file, row: rowNumbers[index] ?? null },
      })),
    )
    .sort(byId);
}

/** The issues of the checks in the terms of the files, without those that only follow from what reading told of the same cell. */
function checkParts({ dataset, places }: Assembled, parts: DatasetParts, issues: IssueList): Issue[] {
  const context: CheckContext = {
    locate: (table, index) => places[table][index] ?? { file: null, row: null },
    statesAt,
    knownState,
    descriptionFile: parts.descriptionFile,
  };
  const byFile = new Map(parts.collectors.map((collector) => [collector.file, collector]));
  return checkDataset(dataset, context)
    .map((issue) => (issue.file === null ? issue : (byFile.get(issue.file)?.inFileTerms(issue) ?? issue)))
    .filter(({ file, row, column }) => !issues.told(file, row, column));
}

/** How many of each. O(assets). */
export function countDataset({ assets, dependencies, connections }: Dataset): DatasetCounts {
  return {
    assets: assets.length,
    dependencies: dependencies.length,
    connections: connections.length,
    states: new Set(assets.flatMap((asset) => asset.states.map(({ state }) => state))).size,
    sectors: new Set(assets.map(({ sector }) => sector)).size,
  };
}
