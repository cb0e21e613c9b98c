import type { AnalysisResult, AnalysisText, Asset, Dataset, Overlay } from "../../../analyzer/index.ts";
import { assetsById } from "../asset-titles.ts";
import { type Paint, printable } from "../paint.ts";
import { figure, quantity } from "../quantities.ts";
import { type Column, sectionLines } from "../table.ts";
import { fieldTitle } from "./field-title.ts";

const shownRows = 20;
const shownItems = 12;
const mostOfCell = 60;
/** Wide enough that the values of most results stand in one column. */
const labelWidth = 28;

/** What the head of the report says, or only programs need. */
const saidAlready = new Set(["kind", "engine", "dataset", "overlays", "resultHash"]);

type Fields = Readonly<Record<string, unknown>>;

interface Drawing {
  readonly assets: ReadonlyMap<string, Asset>;
  readonly paint: Paint;
}

/**
 * Any result for people, drawn from its shape: values as lines, lists of rows as tables with the names of assets beside their
 * ids, objects as sections. Long lists are cut and say so; `--json` gives all.
 */
export function resultReport(
  { title }: Pick<AnalysisText, "title">,
  result: AnalysisResult,
  dataset: Dataset,
  overlays: readonly Overlay[],
  paint: Paint,
): string[] {
  const { id, version } = dataset.description;
  const applied = overlays.length === 0 ? "" : ` with ${overlays.map((overlay) => printable(overlay.id)).join(", ")}`;
  const found = Object.fromEntries(Object.entries(result).filter(([name]) => !saidAlready.has(name)));
  return [
    paint("bold", title),
    `${printable(id)} ${version}${applied}`,
    "",
    ...objectLines("", found, { assets: assetsById(dataset, overlays), paint }),
    paint("dim", "the same with --json for programs"),
  ];
}

/** The simple values of an object as lines, then what lies deeper, each as a section of its own. */
function objectLines(path: string, fields: Fields, drawing: Drawing): string[] {
  const entries = Object.entries(fields).map(([name, value]): [string, unknown] => [under(path, name), value]);
  const simple = entries.flatMap(([name, value]) => {
    const text = simpleText(value);
    return text === null ? [] : [`${fieldTitle(shortOf(path, name)).padEnd(labelWidth)}  ${printable(text)}`];
  });
  const head =
    simple.length === 0 ? [] : [...(path === "" ? [] : [drawing.paint("bold", fieldTitle(path))]), ...simple, ""];
  return [...head, ...entries.flatMap(([name, value]) => deepLines(name, value, drawing))];
}

function deepLines(name: string, value: unknown, drawing: Drawing): string[] {
  if (simpleText(value) !== null) return [];
  if (!Array.isArray(value)) return isFields(value) ? objectLines(name, value, drawing) : [];
  const rows = value.filter((row) => isFields(row));
  if (rows.length === value.length) {
    return sectionLines(fieldTitle(name), columnsOf(rows, drawing), rows, { most: shownRows, paint: drawing.paint });
  }
  return [`${fieldTitle(name)}: ${quantity(value.length)} lists of numbers; --json gives them`, ""];
}

/** A column for each field of the rows that is simple or an object of simple ones. */
function columnsOf(rows: readonly Fields[], { assets }: Drawing): Column<Fields>[] {
  const paths = [...new Set(rows.flatMap(pathsOf))];
  const columns = paths.map((path): Column<Fields> => {
    const isNumber = rows.some((row) => typeof valueAt(row, path) === "number");
    const cell = (row: Fields): string => simpleText(valueAt(row, path)) ?? "";
    return { title: fieldTitle(path), right: isNumber, most: mostOfCell, cell };
  });
  const at = paths.indexOf("id");
  const asset = (row: Fields): Asset | undefined => assets.get(String(row["id"]));
  if (at === -1 || !rows.some((row) => asset(row) !== undefined)) return columns;
  const named: Column<Fields>[] = [
    { title: "name", most: 32, cell: (row) => asset(row)?.name ?? "" },
    { title: "State", cell: (row) => (asset(row)?.states ?? []).map(({ state }) => state).join(" ") },
  ];
  return columns.toSpliced(at + 1, 0, ...named);
}

/** `a`, and `b.c` for the simple fields of an object. */
function pathsOf(row: Fields): string[] {
  return Object.entries(row).flatMap(([name, value]) => {
    if (simpleText(value) !== null) return [name];
    if (!isFields(value)) return [];
    return Object.keys(value).flatMap((inner) => (simpleText(value[inner]) === null ? [] : [`${name}.${inner}`]));
  });
}

function valueAt(row: Fields, path: string): unknown {
  const [name = "", inner] = path.split(".");
  const value = row[name];
  return inner === undefined ? value : isFields(value) ? value[inner] : undefined;
}

/** A value that fits on a line: a word, a number, a short list of them. Null for anything else. */
function simpleText(value: unknown): string | null {
  if (value === undefined) return "";
  if (value === null) return quantity(null);
  if (typeof value === "number") return figure(value);
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "string") return value;
  if (!Array.isArray(value) || value.some((item) => item === null || typeof item === "object")) return null;
  const more = value.length - shownItems;
  const texts = value.slice(0, shownItems).map((item: unknown) => simpleText(item) ?? "");
  if (value.length === 0) return "none";
  return more > 0 ? `${texts.join(", ")} and ${quantity(more)} more` : texts.join(", ");
}

function isFields(value: unknown): value is Fields {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

function under(path: string, name: string): string {
  return path === "" ? name : `${path}.${name}`;
}

function shortOf(path: string, name: string): string {
  return path === "" ? name : name.slice(path.length + 1);
}
