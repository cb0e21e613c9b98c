import type { IssueList } from "../issue-list.ts";
import { formatIssue, ReadError } from "../read-error.ts";
import { numberCell } from "./number-cell.ts";

/** What a column of Neo4j's import holds, as its header says: `name`, `capacity:double`, `id:ID(Asset)`, `:LABEL`. */
export interface Neo4jColumn {
  /** The header as it stands in the file. */
  readonly header: string;
  /** Name of the property, empty where the column is none. */
  readonly name: string;
  /** In lower case, without the brackets of an array. */
  readonly type: string;
  readonly isArray: boolean;
  /** Where ids are unique, for an id or an end. */
  readonly space: string;
}

const pattern = /^(?<name>.*?)(?::(?<type>[A-Za-z_]+)(?<array>\[\])?(?:\((?<space>[^)]*)\))?(?:\{[^}]*\})?)?$/u;
const numbers: readonly string[] = ["int", "long", "float", "double", "byte", "short"];

/** Reads a header. Throws ReadError where two columns are of one property, or two are the id, an end or the type. */
export function neo4jColumns(file: string, header: readonly string[]): Neo4jColumn[] {
  const columns = header.map((text): Neo4jColumn => {
    const { name = "", type = "string", array, space = "" } = pattern.exec(text)?.groups ?? { name: text };
    return { header: text, name, type: type.toLowerCase(), isArray: array !== undefined, space };
  });
  const seen = new Set<string>();
  for (const { name, type, header } of columns.filter(({ type }) => type !== "ignore")) {
    const keys = isRole(type) ? [`:${type}`, name] : [name];
    const twice = keys.some((key) => key !== "" && seen.has(key));
    for (const key of keys) seen.add(key);
    if (!twice) continue;
    const text = `The header has two columns of what ${header} is: keep one.`;
    throw new ReadError("HEADER_REPEATED", { file, row: 1, column: header, text });
  }
  return columns;
}

function isRole(type: string): boolean {
  return type === "id" || type === "label" || type === "start_id" || type === "end_id" || type === "type";
}

/** The properties of a row: arrays joined by a bar, a point as `lon` and `lat`. What is no value of its type is told. */
export function neo4jProperties(
  issues: IssueList,
  columns: readonly Neo4jColumn[],
  { file, row, cells }: { file: string; row: number; cells: Readonly<Record<string, string>> },
): Record<string, unknown> {
  const properties: [string, unknown][] = [];
  for (const { header, name, type, isArray } of columns) {
    const cell = cells[header] ?? "";
    if (cell === "" || name === "" || isRole(type) || type === "ignore") continue;
    const place = { file, row, column: header };
    if (isArray) properties.push([name, cell.split(";").join("|")]);
    else if (numbers.includes(type)) properties.push([name, numberCell(issues, cell, place)]);
    else if (type === "boolean") properties.push([name, cell.trim().toLowerCase()]);
    else if (type === "point") properties.push(...pointOf(issues, cell, place));
    else properties.push([name, cell]);
  }
  return Object.fromEntries(properties);
}

/** `{latitude: 52.5, longitude: 13.4}` or `{x: 13.4, y: 52.5}`. */
function pointOf(
  issues: IssueList,
  cell: string,
  place: { file: string; row: number; column: string },
): [string, unknown][] {
  const part = (names: string): string | undefined =>
    new RegExp(`\\b(?:${names})"?\\s*:\\s*"?([-+\\d.eE]+)`, "u").exec(cell)?.[1];
  const [lon, lat] = [part("longitude|x"), part("latitude|y")];
  if (lon !== undefined && lat !== undefined) {
    return [
      ["lon", numberCell(issues, lon, place)],
      ["lat", numberCell(issues, lat, place)],
    ];
  }
  const text = `${place.column} must be a point such as {latitude: 52.5, longitude: 13.4}.`;
  issues.add(formatIssue("LITERAL_MALFORMED", { ...place, value: cell, text }));
  return [];
}
