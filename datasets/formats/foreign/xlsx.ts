import { type Table, tables } from "../../../analyzer/index.ts";
import type { Caps } from "../caps.ts";
import type { FileSet } from "../file-set.ts";
import { columnForTag, isTagRow } from "../hxl.ts";
import { formatIssue, ReadError } from "../read-error.ts";
import { zipFileSet } from "../zip-file-set.ts";
import { CountedIssues } from "./counted-issues.ts";
import { refuseHeader } from "./csv-header.ts";
import { tableOf } from "./csv-tables.ts";
import { type DescriptionRow, descriptionOfRows } from "./description-rows.ts";
import type { Format, FormatInput } from "./format.ts";
import { onlyFile } from "./only-file.ts";
import { guideSheets, writeXlsx } from "./write-xlsx.ts";
import { readXlsxRows, type XlsxRow } from "./xlsx-rows.ts";
import { readWorkbook, type XlsxSheet, type XlsxWorkbook } from "./xlsx-workbook.ts";

const workbookPath = "xl/workbook.xml";
const datasetSheet = "dataset";

/** Workbooks of spreadsheets: a sheet a table, called as ours, and one of keys and values for the description. */
export const xlsx: Format = {
  id: "xlsx",
  title: "Excel workbook (XLSX)",
  ending: ".xlsx",
  detect({ paths }) {
    const [path = ""] = paths;
    // A workbook is a zip: what is sent as one comes as the files in it.
    if (paths.includes(workbookPath)) return Promise.resolve(0.98);
    return Promise.resolve(paths.length === 1 && /\.xls[xm]?$/iu.test(path) ? 0.95 : 0);
  },
  read,
  write: writeXlsx,
};

async function read(input: FormatInput): Promise<object | null> {
  const { reading } = input;
  const isOpen = input.paths.includes(workbookPath);
  const name = isOpen ? input.files.name : onlyFile(input, /\.xls[xm]?$/iu);
  const files = isOpen ? input.files : await unzip(input, name);
  const workbook = await readWorkbook(files, await files.list(), reading.caps);
  const counted = new CountedIssues(reading.issues);
  let said: object | null = null;
  for (const { sheet, table } of sheetsToRead(workbook, name)) {
    const file = `${name}#/${sheet.name}`;
    const from = { files, path: sheet.path, file, workbook };
    if (table === null && guideSheets.includes(sheet.name)) continue;
    if (table === null) {
      const text = `The sheet ${sheet.name} is not read: it is called as none of ours`;
      counted.count({ code: "ROWS_LEFT_OUT", file, text }, 1);
    } else if (table === datasetSheet) said = await readDescription(input, from);
    else await readTable(input, from, table);
  }
  counted.tell();
  return said;
}

async function unzip({ files, reading: { caps } }: FormatInput, path: string): Promise<FileSet> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of files.open(path)) {
    size += part.length;
    if (size > caps.zipBytes) {
      const text = `The workbook is larger than ${caps.zipBytes} bytes: split it, or raise the cap.`;
      throw new ReadError("FILE_TOO_LARGE", { file: path, text });
    }
    parts.push(Buffer.from(part));
  }
  const bytes = Buffer.concat(parts);
  if (bytes.toString("latin1", 0, 2) !== "PK") {
    const text = "The workbook is protected by a password, of an old kind (.xls) or damaged: save it as .xlsx.";
    throw new ReadError("FILE_KIND_UNKNOWN", { file: path, text });
  }
  return zipFileSet(path, bytes, caps);
}

interface SheetToRead {
  readonly sheet: XlsxSheet;
  /** Null: it is left out; undefined: its header says. */
  readonly table: Table | typeof datasetSheet | null | undefined;
}

function sheetsToRead({ sheets }: XlsxWorkbook, file: string): readonly SheetToRead[] {
  const known = [...tables, datasetSheet] as const;
  const named = sheets.map((sheet) => {
    return { sheet, table: known.find((table) => table === sheet.name.trim().toLowerCase()) ?? null };
  });
  if (named.some(({ table }) => table !== null && table !== datasetSheet)) return named;
  const shown = named.filter(({ sheet, table }) => table === null && !sheet.isHidden);
  const [only] = shown;
  if (shown.length === 1) return named.map((each) => (each === only ? { ...each, table: undefined } : each));
  const names = sheets.map(({ name }) => name).join(", ");
  const text = `None of the sheets (${names}) is called assets, dependencies or connections, and there is not one alone.`;
  throw new ReadError("FILE_KIND_UNKNOWN", { file, text });
}

interface SheetFile {
  readonly files: FileSet;
  readonly path: string;
  readonly file: string;
  readonly workbook: XlsxWorkbook;
}

function readSheet(sheet: SheetFile, caps: Caps, take: (row: XlsxRow) => Promise<void> | null): Promise<void> {
  return readXlsxRows(sheet.files, sheet.path, sheet.file, sheet.workbook, caps, take);
}

async function readTable({ rows, reading }: FormatInput, sheet: SheetFile, stated: Table | undefined): Promise<void> {
  const { file } = sheet;
  let header: readonly string[] | null = null;
  let names: readonly string[] = [];
  let table: Table = stated ?? "assets";
  let isFirst = true;
  await readSheet(sheet, reading.caps, (found) => {
    const { row, cells } = found;
    if (header === null) {
      header = texts(found, Math.max(...cells.keys()) + 1).map((text) => text.trim());
      refuseHeader(file, header, reading.caps.columns);
      names = header;
      table = stated ?? tableOf(file, header);
      return null;
    }
    const tags = isFirst ? texts(found, header.length) : [];
    isFirst = false;
    if (isTagRow(tags)) {
      names = header.map((name, at) => columnForTag(tags[at] ?? "") ?? name);
      return null;
    }
    return rows.add(table, file, row, cellsByName(found, names, file, reading));
  });
}

function texts({ cells }: XlsxRow, length: number): string[] {
  return Array.from({ length }, (_, at) => {
    const cell = cells.get(at) ?? "";
    return typeof cell === "string" ? cell : "";
  });
}

function cellsByName(
  { row, cells }: XlsxRow,
  names: readonly string[],
  file: string,
  { issues }: FormatInput["reading"],
): Readonly<Record<string, string>> {
  const values: [string, string][] = [];
  for (const [at, cell] of cells) {
    const column = names[at];
    if (column === undefined) {
      const text = `The row has a value in column ${at + 1}, which has no name: name it, or remove the value.`;
      issues.add(formatIssue("HEADER_EMPTY", { file, row, text }));
    } else if (typeof cell === "string") values.push([column, cell]);
    else issues.add(formatIssue(cell.code, { file, row, column, value: cell.value, text: cell.text }));
  }
  return Object.fromEntries(values);
}

async function readDescription({ reading }: FormatInput, sheet: SheetFile): Promise<object> {
  const { file } = sheet;
  const found: DescriptionRow[] = [];
  await readSheet(sheet, reading.caps, (each) => {
    const { key = "", value = "" } = cellsByName(each, ["key", "value"], file, reading);
    if (each.row > 1 || key !== "key") found.push({ row: each.row, key: key.trim(), value });
    return reading.step();
  });
  return descriptionOfRows(found, file, reading.caps.jsonDepth);
}
