import {
  type Attribute,
  compareIds,
  type Dataset,
  ownColumnPrefix,
  type Table,
  tableAttributes,
  tables,
} from "../../../analyzer/index.ts";
import type { Cells } from "../cell.ts";
import { rowCells } from "../row-cells.ts";
import { descriptionRows } from "./description-rows.ts";
import type { Written } from "./format.ts";
import { writeXlsxText } from "./xlsx-text.ts";
import { zipFiles } from "./zip-files.ts";

const lastRow = 1_048_576;
const names = [...tables, "dataset"] as const;
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packageOf = "http://schemas.openxmlformats.org/package/2006";
const contentOf = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** A dataset as a workbook: all our columns and those in use, choices to pick from, text as text. */
export async function writeXlsx(dataset: Dataset): Promise<Written> {
  const files: (readonly [string, string])[] = [
    ["[Content_Types].xml", contentTypes()],
    ["_rels/.rels", relations([["officeDocument", "xl/workbook.xml"]])],
    ["xl/workbook.xml", workbook()],
    ["xl/_rels/workbook.xml.rels", relations(names.map((_, at) => ["worksheet", `worksheets/sheet${at + 1}.xml`]))],
    ...tables.map((table, at) => [`xl/worksheets/sheet${at + 1}.xml`, tableSheet(table, dataset)] as const),
    [`xl/worksheets/sheet${names.length}.xml`, descriptionSheet(dataset)],
  ];
  const bytes = await zipFiles(files.map(([path, text]) => [path, head + text] as const));
  return { files: new Map([["dataset.xlsx", bytes]]), lost: [] };
}

function contentTypes(): string {
  const sheets = names.map((_, at) => {
    return `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${contentOf}.worksheet+xml"/>`;
  });
  return `<Types xmlns="${packageOf}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${contentOf}.sheet.main+xml"/>${sheets.join("")}</Types>`;
}

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  const all = targets.map(([type, target], at) => {
    return `<Relationship Id="rId${at + 1}" Type="${relationships}/${type}" Target="${target}"/>`;
  });
  return `<Relationships xmlns="${packageOf}/relationships">${all.join("")}</Relationships>`;
}

function workbook(): string {
  const sheets = names.map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`);
  return `<workbook xmlns="${main}" xmlns:r="${relationships}"><sheets>${sheets.join("")}</sheets></workbook>`;
}

function tableSheet(table: Table, dataset: Dataset): string {
  const rows = dataset[table].map((row) => rowCells(table, row));
  const own = new Set(rows.flatMap((row) => Object.keys(row).filter((column) => column.startsWith(ownColumnPrefix))));
  const columns = [...tableAttributes[table].map(({ column }) => column), ...[...own].sort(compareIds)];
  const lines = rows.map((row: Cells) => columns.map((column) => row[column]));
  return sheet([columns, ...lines], choicesOf(tableAttributes[table]));
}

function descriptionSheet({ description }: Dataset): string {
  return sheet([["key", "value"], ...descriptionRows(description)], "");
}

/** Lists to pick from, for the columns that take one of a few words. */
function choicesOf(attributes: readonly Attribute[]): string {
  const lists = attributes.flatMap(({ type, choices }, at) => {
    const words = type === "boolean" ? ["TRUE", "FALSE"] : choices;
    if (words === undefined) return [];
    const cells = `${letters(at)}2:${letters(at)}${lastRow}`;
    return `<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${cells}"><formula1>"${words.join(",")}"</formula1></dataValidation>`;
  });
  return lists.length === 0 ? "" : `<dataValidations count="${lists.length}">${lists.join("")}</dataValidations>`;
}

function sheet(rows: readonly (readonly (string | number | boolean | undefined)[])[], after: string): string {
  const lines = rows.map((cells, row) => {
    const written = cells.map((cell, column) => writeCell(`${letters(column)}${row + 1}`, cell));
    return `<row r="${row + 1}">${written.join("")}</row>\n`;
  });
  const view =
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';
  return `<worksheet xmlns="${main}">${view}<sheetData>\n${lines.join("")}</sheetData>${after}</worksheet>`;
}

function writeCell(at: string, cell: string | number | boolean | undefined): string {
  if (cell === undefined || cell === "") return "";
  if (typeof cell === "number") return `<c r="${at}"><v>${cell}</v></c>`;
  if (typeof cell === "boolean") return `<c r="${at}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${writeXlsxText(cell)}</t></is></c>`;
}

/** Of a column, counted from 0: A, Z, AA. */
function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}
