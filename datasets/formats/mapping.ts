import { Type } from "typebox";
import { type Attribute, type Issue, type Table, tableAttributes, tables } from "../../analyzer/index.ts";
import type { Cell } from "./cell.ts";
import { formatIssue } from "./read-error.ts";
import { ownColumnPattern } from "./row-cells.ts";
import { parseShape } from "./parse-shape.ts";

/** Which of their columns fills one of ours, and by what its numbers are multiplied (kilowatts to megawatts: 0.001). */
export interface MappedColumn {
  readonly column: string;
  readonly factor?: number;
}

/** How their table becomes one of ours. */
export interface TableMapping {
  /** Their file, where it is not called as ours. */
  readonly file?: string;
  /** Our column: theirs. Their columns that are called as ours need no line. */
  readonly columns?: Readonly<Record<string, string | MappedColumn>>;
  /** Our column: one value for every row that has none of its own. */
  readonly constants?: Readonly<Record<string, string | number | boolean>>;
  /** Their columns to leave out. */
  readonly drop?: readonly string[];
}

/**
 * `mapping.json`: how the columns of somebody else's files become ours, table by table:
 * `{ "assets": { "file": "plants.csv", "columns": { "name": "label", "capacity": { "column": "kw", "factor": 0.001 } },
 * "constants": { "sector": "energy", "unit": "MW" }, "drop": ["note"] } }`.
 */
export type Mapping = { readonly [table in Table]?: TableMapping };

const strict = { additionalProperties: false } as const;
const word = Type.String({ minLength: 1 });
/** `columns` and `constants`, in whatever is mapped. */
export const fillingFields = {
  columns: Type.Optional(
    Type.Record(
      Type.String(),
      Type.Union([word, Type.Object({ column: word, factor: Type.Optional(Type.Number()) }, strict)]),
    ),
  ),
  constants: Type.Optional(Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Boolean()]))),
};
const tableSchema = Type.Optional(
  Type.Object({ file: Type.Optional(word), ...fillingFields, drop: Type.Optional(Type.Array(word)) }, strict),
);
const mappingSchema = Type.Object({ assets: tableSchema, dependencies: tableSchema, connections: tableSchema }, strict);

/** Reads the value of a `mapping.json`: its shape, and that it fills columns of ours, each once. */
export function parseMapping(value: unknown, file: string | null = null): { mapping: Mapping | null; issues: Issue[] } {
  const { value: mapping, issues } = parseShape(mappingSchema, value, file);
  if (mapping === null) return { mapping, issues };
  for (const table of tables) issues.push(...mappingFaults(table, mapping[table] ?? {}, { file, path: table }));
  return { mapping: issues.length === 0 ? mapping : null, issues };
}

/** What is wrong with the columns that a mapping fills; `path` leads to it in its file. */
export function mappingFaults(
  table: Table,
  { columns = {}, constants = {} }: TableMapping,
  { file, path }: { readonly file: string | null; readonly path: string },
): Issue[] {
  const attributes = new Map(tableAttributes[table].map((attribute) => [attribute.column, attribute]));
  const unknown = [...Object.keys(columns), ...Object.keys(constants)]
    .filter((column) => !attributes.has(column) && !ownColumnPattern.test(column))
    .map((column) => {
      const text = `${column} is no column of ${table}: map to one of ours, or to one that starts with x_.`;
      return formatIssue("MAPPING_COLUMN_UNKNOWN", { file, column: `${path}.${column}`, text });
    });
  const scaled = Object.entries(columns)
    .filter(([column, theirs]) => factorOf(theirs) !== 1 && attributes.get(column)?.type !== "number")
    .map(([column]) => {
      const text = `${column} is no number and cannot be multiplied by a factor.`;
      return formatIssue("MAPPING_CONFLICT", { file, column: `${path}.columns.${column}`, text });
    });
  return [...unknown, ...scaled];
}

function factorOf(theirs: string | MappedColumn): number {
  return typeof theirs === "string" ? 1 : (theirs.factor ?? 1);
}

/** What one column of a file fills: an attribute of ours (times `factor`), or an own column (`attribute` null). */
export interface Filling {
  readonly ours: string;
  readonly attribute: Attribute | null;
  readonly factor: number;
}

/**
 * What the columns of a table fill. `of(name)` is null for a name that is neither ours, nor mapped, nor an own column, and
 * empty for one that is left out; `constants` fill what a row leaves empty.
 */
export interface Fillings {
  of(name: string): readonly Filling[] | null;
  readonly constants: readonly { readonly filling: Filling; readonly cell: Cell }[];
}

/** How one column of theirs fills one of ours. */
export function fillingFrom(table: Table, ours: string, theirs: string | MappedColumn): Filling {
  const attribute = tableAttributes[table].find(({ column }) => column === ours) ?? null;
  return { ours, attribute, factor: factorOf(theirs) };
}

/** Makes the fillings of a table from its attributes and a mapping. */
export function fillingsOf(table: Table, { columns = {}, constants = {}, drop = [] }: TableMapping = {}): Fillings {
  const attributes = new Set(tableAttributes[table].map(({ column }) => column));
  const filling = (ours: string, theirs: string | MappedColumn = ours): Filling => fillingFrom(table, ours, theirs);
  const mapped = new Map<string, Filling[]>(drop.map((name) => [name, []]));
  for (const [ours, theirs] of Object.entries(columns)) {
    const name = typeof theirs === "string" ? theirs : theirs.column;
    mapped.set(name, [...(mapped.get(name) ?? []), filling(ours, theirs)]);
  }
  const taken = new Set(Object.keys(columns));
  const own = (name: string) => (attributes.has(name) || ownColumnPattern.test(name)) && !taken.has(name);
  return {
    of: (name) => mapped.get(name) ?? (own(name) ? [filling(name)] : null),
    constants: Object.entries(constants).map(([ours, cell]) => ({ filling: filling(ours), cell })),
  };
}
