import type { FormatCode } from "../codes.ts";
import type { Caps } from "../caps.ts";
import type { FileSet } from "../file-set.ts";
import { ReadError } from "../read-error.ts";
import type { XlsxWorkbook } from "./xlsx-workbook.ts";
import { xmlEvents } from "./xml-events.ts";
import { type OpenElement, walkXml } from "./xml-tree-walk.ts";
import { readXlsxText } from "./xlsx-text.ts";

/** Why a cell is not read. */
interface XlsxFault {
  readonly code: FormatCode;
  readonly value: string;
  readonly text: string;
}

/** A cell that is not empty: its text (numbers as JavaScript writes them, `true` or `false`), or why it has none. */
export type XlsxCell = string | XlsxFault;

/** A row that is not empty: its number in the sheet, and its cells by column, from 0. */
export interface XlsxRow {
  readonly row: number;
  readonly cells: ReadonlyMap<number, XlsxCell>;
}

const mostColumns = 16_384;
const mostRows = 1_048_576;
/** Elements on the way to the text of a cell. */
const kept = new Set(["worksheet", "sheetData", "row", "c", "v", "f", "is", "r", "t"]);

/**
 * Reads a sheet row by row; rows without a value are not handed over. Formulas are never worked out: they are faults, as are
 * dates. Throws ReadError. Holds one row.
 */
export async function readXlsxRows(
  files: FileSet,
  path: string,
  file: string,
  { strings, dateStyles }: XlsxWorkbook,
  caps: Caps,
  take: (row: XlsxRow) => Promise<void> | null,
): Promise<void> {
  let row = 0;
  let column = -1;
  let cells = new Map<number, XlsxCell>();
  let cell: CellParts = {};
  await walkXml(xmlEvents(files.open(path), file, caps), {
    open({ name, attributes, row: line }, around) {
      if (!kept.has(name)) return false;
      if (name === "row") {
        row = placeOf(attributes["r"], row + 1, mostRows, file, line);
        column = -1;
        cells = new Map();
      } else if (name === "c" && around.at(-1)?.name === "row") {
        const letters = attributes["r"]?.replace(/\d+$/u, "");
        column =
          placeOf(letters === undefined ? undefined : numberOf(letters), column + 2, mostColumns, file, line) - 1;
        cell = {};
      }
      return true;
    },
    close(element, around) {
      if (element.name === "row") return cells.size === 0 ? null : take({ row, cells });
      if (element.name === "c") {
        const value = cellOf(element, cell, strings, dateStyles);
        if (value !== null) cells.set(column, value);
      } else if (around.some(({ name }) => name === "c")) addPart(cell, element);
      return null;
    },
  });
}

/** What stands in the elements of a cell: formula, value, inline text. */
interface CellParts {
  f?: string;
  v?: string;
  t?: string;
}

function addPart(cell: CellParts, { name, text }: OpenElement): void {
  if (name === "f" || name === "v") cell[name] = text;
  if (name === "t") cell.t = (cell.t ?? "") + text;
}

function cellOf(
  { attributes }: OpenElement,
  { f: formula, v: value, t: inline }: CellParts,
  strings: readonly string[],
  dateStyles: ReadonlySet<number>,
): XlsxCell | null {
  if (formula !== undefined) {
    const text = "The cell holds a formula, which is not worked out: paste its value in its place.";
    return { code: "XLSX_FORMULA", value: `=${formula}`, text };
  }
  const said = inline ?? value ?? "";
  if (said === "") return null;
  const type = attributes["t"] ?? "n";
  const isDate = type === "d" || (type === "n" && dateStyles.has(Number(attributes["s"] ?? 0)));
  if (isDate) {
    const text = "The cell holds a date, which is no number: format it as text, such as 2025-01-31.";
    return { code: "XLSX_DATE", value: said, text };
  }
  switch (type) {
    case "s": {
      const text = `The workbook has no text number ${said}.`;
      return strings[Number(said)] ?? { code: "XLSX_MALFORMED", value: said, text };
    }
    case "b":
      return said === "1" || said === "true" ? "true" : "false";
    case "e":
      return { code: "XLSX_FAULT", value: said, text: `The cell holds the fault ${said}: correct it, or empty it.` };
    case "n":
      return Number.isFinite(Number(said)) ? String(Number(said)) : said;
    default:
      return readXlsxText(said);
  }
}

/** A row or column, counted from 1, where the file may leave it to the order. */
function placeOf(stated: string | number | undefined, next: number, most: number, file: string, line: number): number {
  const place = stated === undefined ? next : Number(stated);
  if (Number.isInteger(place) && place >= 1 && place <= most) return place;
  const text = `The sheet has a row or cell at no place that there is (line ${line} of its file).`;
  throw new ReadError("XLSX_MALFORMED", { file, text });
}

/** Of the letters of a column: A is 1, AA 27. */
function numberOf(letters: string): number {
  if (!/^[A-Z]{1,3}$/u.test(letters)) return Number.NaN;
  let number = 0;
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}
