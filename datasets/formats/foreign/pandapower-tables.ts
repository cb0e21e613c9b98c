import type { Caps } from "../caps.ts";
import { ReadError } from "../read-error.ts";
import { parseJson } from "../read-json.ts";
import type { CountedIssues } from "./counted-issues.ts";

/** A row of a table; `row` from 1, `index` as other tables refer to it. */
export interface PandapowerRow {
  readonly row: number;
  readonly index: string;
  readonly cells: Readonly<Record<string, unknown>>;
}

/** The tables of a pandapower network and what else it states, by name. */
export interface PandapowerNet {
  readonly tables: ReadonlyMap<string, readonly PandapowerRow[]>;
  readonly name: string;
}

type Members = Readonly<Record<string, unknown>>;

/** Takes a network apart as `pandapower.to_json` writes it: tables as JSON in JSON. Throws ReadError where it is none. */
export function pandapowerNet(root: unknown, file: string, caps: Caps): PandapowerNet {
  const net = isMembers(root) && root["_class"] === "pandapowerNet" ? membersOf(root["_object"], file, caps) : null;
  if (net === null) {
    const text = "The file is no network of pandapower: it needs the _class pandapowerNet and an _object.";
    throw new ReadError("FILE_KIND_UNKNOWN", { file, text });
  }
  const tables = new Map<string, PandapowerRow[]>();
  for (const [name, value] of Object.entries(net)) {
    if (!isMembers(value) || value["_class"] !== "DataFrame") continue;
    tables.set(name, rowsOf(value["_object"], `${file}#/${name}`, caps));
  }
  return { tables, name: typeof net["name"] === "string" ? net["name"] : "" };
}

/** A table of pandas in the orientation `split`. */
function rowsOf(value: unknown, file: string, caps: Caps): PandapowerRow[] {
  const table = membersOf(value, file, caps);
  const { columns, index, data } = table ?? {};
  if (!Array.isArray(columns) || !Array.isArray(index) || !Array.isArray(data) || index.length !== data.length) {
    const text = "A table must have columns, an index and data of the same length (orient split).";
    throw new ReadError("FIELD_MISSING", { file, text });
  }
  if (columns.length > caps.columns) {
    const text = `The table has ${columns.length} columns; at most ${caps.columns} are read.`;
    throw new ReadError("COLUMNS_TOO_MANY", { file, text });
  }
  return data.map((cells: unknown, at) => {
    if (!Array.isArray(cells) || cells.length !== columns.length) {
      const text = "The row has not as many cells as the table has columns.";
      throw new ReadError("CSV_ROW_LENGTH", { file, row: at + 1, text });
    }
    const entries = columns.map((name: unknown, column) => [String(name), cells[column]] as const);
    return { row: at + 1, index: String(index[at]), cells: Object.fromEntries(entries) };
  });
}

function membersOf(value: unknown, file: string, caps: Caps): Members | null {
  const parsed = typeof value === "string" ? parseJson(value, file, caps.jsonDepth) : value;
  return isMembers(parsed) ? parsed : null;
}

function isMembers(value: unknown): value is Members {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The rows of a table that are in service: the others are told. */
export function inService(net: PandapowerNet, table: string, file: string, counted: CountedIssues): PandapowerRow[] {
  return (net.tables.get(table) ?? []).filter(({ row, cells }) => {
    if (cells["in_service"] !== false) return true;
    counted.count({ code: "ROWS_LEFT_OUT", file: `${file}#/${table}`, text: "Rows out of service are left out" }, row);
    return false;
  });
}

/** A number that is one, above 0; null else. */
export function above0(value: unknown): number | null {
  return typeof value === "number" && value > 0 && value < Infinity ? value : null;
}

/** The name of a row; cases of other programs have numbers there. Null where it has none. */
export function nameOf({ name }: PandapowerRow["cells"]): string | null {
  return typeof name === "string" || typeof name === "number" ? String(name) : null;
}

/** The place in a cell `geo`, a point as GeoJSON; null where there is none. */
export function placeIn(geo: unknown, file: string, caps: Caps): { lon: number; lat: number } | null {
  const point =
    typeof geo === "string" && geo.startsWith("{") ? membersOf(geo, file, caps) : isMembers(geo) ? geo : null;
  const coordinates = point?.["type"] === "Point" ? point["coordinates"] : null;
  if (!Array.isArray(coordinates)) return null;
  const [lon, lat]: unknown[] = coordinates;
  return typeof lon === "number" && typeof lat === "number" ? { lon, lat } : null;
}

/** Cells without those that were used, as own columns. */
export function ownCells(cells: Members, used: readonly string[]): Record<string, unknown> {
  const others = Object.entries(cells).filter(([name, value]) => {
    return ![...used, "name", "in_service"].includes(name) && value !== null && value !== "";
  });
  return Object.fromEntries(others.map(([name, value]) => [`x_${name}`, value]));
}
