import { writeXlsxText } from "./xlsx-text.ts";
import { zipFiles } from "./zip-files.ts";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packageOf = "http://schemas.openxmlformats.org/package/2006";
const contentOf = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** A sheet of a workbook: rows of cells, the first of which stays in view. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly (string | number | boolean | undefined)[])[];
  /** What may be picked in its columns. */
  readonly choices?: readonly ColumnChoices[];
  readonly isHidden?: true;
}

/** What may be picked in a column, from row 2 on. */
export interface ColumnChoices {
  readonly column: number;
  /** Words joined by commas in quotes, or a range of cells: `lists!$A$2:$A$9`. */
  readonly list: string;
  /** Whether something else is refused; where not, it is taken without a word. */
  readonly isStrict: boolean;
}

/** The last row that a sheet can have. */
export const lastRow = 1_048_576;

/** Sheets as the bytes of a workbook (.xlsx). The same sheets give the same bytes. */
export function packSheets(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const files: (readonly [string, string])[] = [
    ["[Content_Types].xml", contentTypes(sheets)],
    ["_rels/.rels", relations([["officeDocument", "xl/workbook.xml"]])],
    ["xl/workbook.xml", workbook(sheets)],
    ["xl/_rels/workbook.xml.rels", relations(sheets.map((_, at) => ["worksheet", `worksheets/sheet${at + 1}.xml`]))],
    ...sheets.map((sheet, at) => [`xl/worksheets/sheet${at + 1}.xml`, writeSheet(sheet)] as const),
  ];
  return zipFiles(files.map(([path, text]) => [path, head + text] as const));
}

/** The letters of a column, counted from 0: A, Z, AA. */
export function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last;
}

function contentTypes(sheets: readonly Sheet[]): string {
  const parts = sheets.map((_, at) => {
    return `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${contentOf}.worksheet+xml"/>`;
  });
  return `<Types xmlns="${packageOf}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${contentOf}.sheet.main+xml"/>${parts.join("")}</Types>`;
}

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  const all = targets.map(([type, target], at) => {
    return `<Relationship Id="rId${at + 1}" Type="${relationships}/${type}" Target="${target}"/>`;
  });
  return `<Relationships xmlns="${packageOf}/relationships">${all.join("")}</Relationships>`;
}

function workbook(sheets: readonly Sheet[]): string {
  const listed = sheets.map(({ name, isHidden }, at) => {
    const state = isHidden === true ? ' state="hidden"' : "";
    return `<sheet name="${name}" sheetId="${at + 1}"${state} r:id="rId${at + 1}"/>`;
  });
  return `<workbook xmlns="${main}" xmlns:r="${relationships}"><sheets>${listed.join("")}</sheets></workbook>`;
}

function writeSheet({ rows, choices = [] }: Sheet): string {
  const lines = rows.map((cells, row) => {
    const written = cells.map((cell, column) => writeCell(`${columnLetters(column)}${row + 1}`, cell));
    return `<row r="${row + 1}">${written.join("")}</row>\n`;
  });
  const view =
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';
  return `<worksheet xmlns="${main}">${view}<sheetData>\n${lines.join("")}</sheetData>${writeChoices(choices)}</worksheet>`;
}

function writeChoices(choices: readonly ColumnChoices[]): string {
  if (choices.length === 0) return "";
  const lists = choices.map(({ column, list, isStrict }) => {
    const cells = `${columnLetters(column)}2:${columnLetters(column)}${lastRow}`;
    const errors = isStrict ? ' showErrorMessage="1"' : "";
    return `<dataValidation type="list" allowBlank="1"${errors} sqref="${cells}"><formula1>${list}</formula1></dataValidation>`;
  });
  return `<dataValidations count="${lists.length}">${lists.join("")}</dataValidations>`;
}

function writeCell(at: string, cell: string | number | boolean | undefined): string {
  if (cell === undefined || cell === "") return "";
  if (typeof cell === "number") return `<c r="${at}"><v>${cell}</v></c>`;
  if (typeof cell === "boolean") return `<c r="${at}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${writeXlsxText(cell)}</t></is></c>`;
}
