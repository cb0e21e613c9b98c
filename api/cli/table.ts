import { type Paint, printable } from "./paint.ts";
import { quantity } from "./quantities.ts";

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

/** The lines of a table, the titles first; columns as wide as their widest cell, titles broken between words. O(cells). */
export function tableLines<Row>(columns: readonly Column<Row>[], rows: readonly Row[], paint: Paint): string[] {
  const cells = rows.map((row) => columns.map((column) => cut(printable(column.cell(row)), column.most)));
  const widths = columns.map(({ title }, at) =>
    Math.max(...title.split(" ").map(width), ...cells.map((row) => width(row[at] ?? ""))),
  );
  const line = (texts: readonly string[]) =>
    texts
      .map((text, at) => pad(text, widths[at] ?? 0, columns[at]?.right ?? false))
      .join(gap)
      .trimEnd();
  const titles = columns.map(({ title }, at) => broken(title, widths[at] ?? 0));
  const height = Math.max(...titles.map(({ length }) => length));
  const titleLines = Array.from({ length: height }, (_, at) =>
    line(titles.map((lines) => lines[at - height + lines.length] ?? "")),
  );
  return [...titleLines.map((text) => paint("bold", text)), ...cells.map(line)];
}

/** Words over as many lines as it takes to keep each within the width. */
function broken(title: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of title.split(" ")) {
    const longer = `${lines.at(-1) ?? ""} ${word}`;
    if (lines.length > 0 && width(longer) <= most) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** A titled table cut to `most` rows, with how many more there are, and an empty line below. */
export function sectionLines<Row>(
  title: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  { most, paint }: { readonly most: number; readonly paint: Paint },
): string[] {
  if (rows.length === 0) return [`${title}: none`, ""];
  const more = rows.length - most;
  return [
    paint("bold", title),
    ...tableLines(columns, rows.slice(0, most), paint),
    ...(more > 0 ? [`and ${quantity(more)} more; --json gives all`] : []),
    "",
  ];
}

function pad(text: string, wanted: number, right: boolean): string {
  const space = " ".repeat(Math.max(0, wanted - width(text)));
  return right ? space + text : text + space;
}

function cut(text: string, most = Number.POSITIVE_INFINITY): string {
  const all = letters(text);
  return all.length <= most ? text : `${all.slice(0, most - 1).join("")}…`;
}

function width(text: string): number {
  return letters(text).length;
}

const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });

/** What a reader takes for one letter each. */
function letters(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}
