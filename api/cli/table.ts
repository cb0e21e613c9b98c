import { type Paint, printable } from "./paint.ts";

/** A column of a table for people; units belong in the title. */
export interface Column<Row> {
  readonly title: string;
  /** Numbers are set to the right. */
  readonly right?: boolean;
  /** Longer text is cut, with an ellipsis. */
  readonly most?: number;
  cell(row: Row): string;
}

const gap = "  ";

/** The lines of a table, the titles first; columns as wide as their widest cell. O(cells). */
export function tableLines<Row>(columns: readonly Column<Row>[], rows: readonly Row[], paint: Paint): string[] {
  const cells = rows.map((row) => columns.map((column) => cut(printable(column.cell(row)), column.most)));
  const widths = columns.map(({ title }, at) => Math.max(width(title), ...cells.map((row) => width(row[at] ?? ""))));
  const line = (texts: readonly string[]) =>
    texts
      .map((text, at) => pad(text, widths[at] ?? 0, columns[at]?.right ?? false))
      .join(gap)
      .trimEnd();
  return [paint("bold", line(columns.map(({ title }) => title))), ...cells.map(line)];
}

function pad(text: string, wanted: number, right: boolean): string {
  const space = " ".repeat(Math.max(0, wanted - width(text)));
  return right ? space + text : text + space;
}

function cut(text: string, most = Number.POSITIVE_INFINITY): string {
  return width(text) <= most ? text : `${[...text].slice(0, most - 1).join("")}…`;
}

/** In code points: composed letters, as data have them, are one. */
function width(text: string): number {
  return [...text].length;
}
