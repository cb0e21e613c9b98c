import { type Static, Type } from "typebox";
import {
  checkRows,
  byId,
  type Dataset,
  type DatasetDescription,
  hasErrors,
  type Issue,
  type Overlay,
  type Place,
  type Table,
} from "../../analyzer/index.ts";
import { knownState, statesAt } from "../states.ts";
import { defaultCaps } from "./caps.ts";
import { readChange } from "./overlay-change.ts";
import { deriveIds } from "./derive-ids.ts";
import { IssueList } from "./issue-list.ts";
import { fillingsOf } from "./mapping.ts";
import { ReadError } from "./read-error.ts";
import { RowObjectReader } from "./read-row-object.ts";
import { rowOf, type TableRow } from "./row-cells.ts";
import { parseShape } from "./parse-shape.ts";
import { TableCollector } from "./table-collector.ts";

const strict = { additionalProperties: false } as const;
const word = Type.String({ minLength: 1 });
const rows = Type.Optional(Type.Array(Type.Unknown()));
const ids = Type.Optional(Type.Array(word));
/** The order of its fields is the order in which they are written. */
export const overlaySchema = Type.Object(
  {
    id: word,
    title: word,
    add: Type.Optional(Type.Object({ assets: rows, dependencies: rows, connections: rows }, strict)),
    remove: Type.Optional(Type.Object({ assets: ids, dependencies: ids, connections: ids }, strict)),
    change: Type.Optional(Type.Array(Type.Object({ id: word }))),
  },
  strict,
);

type OverlayText = Static<typeof overlaySchema>;

/**
 * Reads the value of an `overlay.json`. Rows to add are objects keyed by column, as in a bundle; changes name columns too,
 * null takes a value away. Checks what rows say by themselves, with the words and States of the dataset described by `base`;
 * whether the ids they name exist is known when the overlay is applied. Added rows without an id get a derived one.
 * Issues of rows are in `FILE#/add/assets` and so on, `row` being the place in the list from 1.
 */
export function parseOverlay(
  value: unknown,
  base: DatasetDescription,
  file = "overlay.json",
): { overlay: Overlay | null; issues: Issue[] } {
  const { value: text, issues: faults } = parseShape(overlaySchema, value, file);
  if (text === null) return { overlay: null, issues: faults };
  const issues = new IssueList(defaultCaps.issues);
  try {
    const add = readAdded(text, base, file, issues);
    const change = (text.change ?? []).map((entry, index) =>
      readChange(entry, { file: `${file}#/change`, row: index + 1 }, issues),
    );
    const remove = {
      assets: text.remove?.assets ?? [],
      dependencies: text.remove?.dependencies ?? [],
      connections: text.remove?.connections ?? [],
    };
    const overlay: Overlay = { id: text.id, title: text.title, add, remove, change };
    return { overlay: hasErrors(issues.issues) ? null : overlay, issues: [...issues.issues] };
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    return { overlay: null, issues: [...issues.issues, error.issue] };
  }
}

function readAdded(text: OverlayText, base: DatasetDescription, file: string, issues: IssueList): Overlay["add"] {
  const collected = (table: Table) => collect(table, text.add?.[table] ?? [], `${file}#/add/${table}`, issues);
  const added: Readonly<Record<Table, TableCollector>> = {
    assets: collected("assets"),
    dependencies: collected("dependencies"),
    connections: collected("connections"),
  };
  const dataset: Dataset = {
    description: base,
    assets: rowsOf("assets", added.assets),
    dependencies: rowsOf("dependencies", added.dependencies),
    connections: rowsOf("connections", added.connections),
  };
  const locate = (table: Table, index: number): Place => ({
    file: added[table].file,
    row: added[table].rowNumberAt(index),
  });
  for (const issue of checkRows(dataset, { locate, statesAt, knownState })) {
    if (!issues.told(issue.file, issue.row, issue.column)) issues.add(issue);
  }
  const sorted = <R extends { readonly id: string }>(list: readonly R[]) => list.toSorted(byId);
  return {
    assets: sorted(dataset.assets),
    dependencies: sorted(dataset.dependencies),
    connections: sorted(dataset.connections),
  };
}

function collect(table: Table, list: readonly unknown[], file: string, issues: IssueList): TableCollector {
  const collector = new TableCollector(table, file, fillingsOf(table), defaultCaps, issues);
  const reader = new RowObjectReader(collector, issues);
  list.forEach((row, index) => reader.read(index + 1, row));
  if (table !== "assets") deriveIds(table, collector.rows);
  return collector;
}

function rowsOf<T extends Table>(table: T, { rows }: TableCollector): TableRow[T][] {
  return rows.map((values) => rowOf(table, values));
}
