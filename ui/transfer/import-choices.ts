import { type Attribute, type Table, tableAttributes, tables } from "../../analyzer/index.ts";
import type { Inspection } from "../data/api-types.ts";
import type { UploadQuery } from "../data/transfer.ts";

/** A mapping as the service gives and takes it. */
export type MappingFile = {
  readonly [table in Table]?: {
    readonly columns?: Readonly<Record<string, string | { readonly column: string; readonly factor?: number }>>;
    readonly constants?: Readonly<Record<string, string | number | boolean>>;
    readonly drop?: readonly string[];
  };
};

/** What was chosen so far; empty text is nothing said. */
export interface ImportChoices {
  /** Null: as it looks. */
  readonly format: string | null;
  /** Null: as it is proposed. */
  readonly mapping: MappingFile | null;
  /** One value for all rows, by `table.column`. */
  readonly values: Readonly<Record<string, string>>;
  readonly title: string;
  readonly licence: string;
}

export const noChoices: ImportChoices = { format: null, mapping: null, values: {}, title: "", licence: "" };

/** What a column of theirs comes to: one of ours by name, an own column, or nothing. */
export type Fate =
  | { readonly kind: "ours"; readonly column: string; readonly factor: number }
  | { readonly kind: "own" }
  | { readonly kind: "left out" };

export function fateOf(mapping: MappingFile, table: Table, theirs: string): Fate {
  const { columns = {}, drop = [] } = mapping[table] ?? {};
  if (drop.includes(theirs)) return { kind: "left out" };
  for (const [ours, from] of Object.entries(columns)) {
    const { column, factor = 1 } = typeof from === "string" ? { column: from } : from;
    if (column === theirs) return { kind: "ours", column: ours, factor };
  }
  return isOurs(table, theirs) ? { kind: "ours", column: theirs, factor: 1 } : { kind: "own" };
}

/** Whether a column of theirs is called as one of ours: it fills that without a line in the mapping. */
export function isOurs(table: Table, theirs: string): boolean {
  return tableAttributes[table].some(({ column }) => column === theirs);
}

/** The mapping with another fate for one column; a column of ours is filled by one of theirs. */
export function withFate(mapping: MappingFile, table: Table, theirs: string, fate: Fate): MappingFile {
  const { columns = {}, drop = [], ...others } = mapping[table] ?? {};
  const kept = Object.entries(columns).filter(([ours, from]) => {
    const column = typeof from === "string" ? from : from.column;
    return column !== theirs && !(fate.kind === "ours" && ours === fate.column);
  });
  const added = fate.kind === "ours" && fate.column !== theirs ? [[fate.column, mapped(theirs, fate.factor)]] : [];
  const dropped = drop.filter((column) => column !== theirs).concat(fate.kind === "left out" ? [theirs] : []);
  return {
    ...mapping,
    [table]: {
      ...others,
      columns: Object.fromEntries([...kept, ...added]),
      ...(dropped.length === 0 ? {} : { drop: dropped }),
    },
  };
}

function mapped(column: string, factor: number): string | { readonly column: string; readonly factor: number } {
  return factor === 1 ? column : { column, factor };
}

/** Issues that one value for all rows can end. */
const fillable: ReadonlySet<string> = new Set(["COLUMN_MISSING", "VALUE_MISSING", "CAPACITY_WITHOUT_UNIT"]);

/** A column that is needed, that no column of theirs fills, and that one value for all rows could. */
export interface OpenColumn {
  readonly table: Table;
  readonly attribute: Attribute;
}

/** Such columns, by what the inspection missed, and those that have a value by now. */
export function openColumns({ issues, columns }: Inspection, { values }: ImportChoices): OpenColumn[] {
  const missed = new Set(
    issues
      .filter(({ code }) => fillable.has(code))
      .flatMap(({ file, column }) => {
        const found = columns.find((each) => each.file === file);
        return found === undefined ? [] : [`${found.table}.${column}`];
      }),
  );
  return tables.flatMap((table) =>
    tableAttributes[table]
      .filter(({ required = false, type, column }) => (required && type !== "id") || column === "unit")
      .filter(({ column }) => missed.has(`${table}.${column}`) || values[`${table}.${column}`] !== undefined)
      .map((attribute) => ({ table, attribute })),
  );
}

/** The choices as the service takes them. */
export function queryOf(name: string, { format, mapping, values, title, licence }: ImportChoices): UploadQuery {
  const set = Object.entries(values).flatMap(([column, text]) =>
    text.trim() === "" ? [] : [`${column}=${text.trim()}`],
  );
  const about = {
    ...(title.trim() === "" ? {} : { title: title.trim() }),
    ...(licence.trim() === "" ? {} : { licence: licence.trim() }),
  };
  return {
    name,
    ...(format === null ? {} : { format }),
    ...(mapping === null ? {} : { mapping: JSON.stringify(mapping) }),
    ...(Object.keys(about).length === 0 ? {} : { about: JSON.stringify(about) }),
    ...(set.length === 0 ? {} : { set }),
  };
}
