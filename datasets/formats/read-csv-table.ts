import { tableAttributes } from "../../analyzer/index.ts";
import type { Caps } from "./caps.ts";
import { csvRecords } from "./csv-records.ts";
import { decodeText } from "./decode-text.ts";
import { columnForTag, isTagRow } from "./hxl.ts";
import type { IssueList } from "./issue-list.ts";
import type { Filling } from "./mapping.ts";
import { formatIssue, ReadError } from "./read-error.ts";
import type { FileColumn, TableCollector } from "./table-collector.ts";

/** What the reading of a table needs besides the table itself. */
export interface TableReading {
  readonly caps: Caps;
  readonly issues: IssueList;
  /** Called after each row; pauses where it returns a promise, throws where the reading was aborted. */
  readonly step: () => Promise<void> | null;
}

/** Reads the bytes of a CSV file into a collector. Throws ReadError where the file cannot be read on. */
export async function readCsvTable(
  collector: TableCollector,
  bytes: AsyncIterable<Uint8Array>,
  { caps, issues, step }: TableReading,
): Promise<void> {
  const { file } = collector;
  let header: readonly string[] | null = null;
  let columns: readonly FileColumn[] | null = null;
  for await (const { row, cells } of csvRecords(decodeText(bytes, file, caps.fileBytes), file, caps)) {
    if (header === null) {
      header = cells.map((cell) => cell.trim());
      continue;
    }
    if (columns === null) {
      const tags = isTagRow(cells) ? cells : null;
      columns = resolveHeader(collector, header, tags ?? [], caps, issues);
      if (tags !== null) continue;
    }
    if (cells.length !== columns.length) {
      const text = `The row has ${cells.length} cells and the header ${columns.length}: is a comma missing, or not in quotes?`;
      issues.add(formatIssue("CSV_ROW_LENGTH", { file, row, text }));
    }
    collector.add(row, columns, cells);
    await step();
  }
  if (header === null) throw new ReadError("FILE_EMPTY", { file, text: "The file is empty: it needs a header row." });
  if (columns === null) resolveHeader(collector, header, [], caps, issues);
}

/** What each column of the header fills, issues told. Throws ReadError where nothing can be read without what is missing. */
function resolveHeader(
  collector: TableCollector,
  header: readonly string[],
  tags: readonly string[],
  caps: Caps,
  issues: IssueList,
): readonly FileColumn[] {
  const { file } = collector;
  if (header.length > caps.columns) {
    const text = `The header has ${header.length} columns; at most ${caps.columns} are read.`;
    throw new ReadError("COLUMNS_TOO_MANY", { file, row: 1, text });
  }
  const filled = new Set<string>();
  const names = new Set(header);
  const columns = header.map((name, index): FileColumn => {
    const fillings = columnFillings(collector, name, tags[index] ?? "", names);
    const fault = headerFault(header, index, fillings, filled);
    if (fault !== null || fillings === null) {
      if (fault !== null)
        issues.add(formatIssue(fault.code, { file, row: 1, column: name, value: name, text: fault.text }));
      return { name, fillings: [] };
    }
    for (const { ours } of fillings) {
      filled.add(ours);
      if (ours !== name) collector.theirNames.set(ours, name);
    }
    return { name, fillings };
  });
  requireColumns(collector, filled, issues);
  return columns;
}

function columnFillings(
  { fillings }: TableCollector,
  name: string,
  tag: string,
  names: ReadonlySet<string>,
): readonly Filling[] | null {
  const known = fillings.of(name);
  if (known !== null) return known;
  const tagged = columnForTag(tag);
  return tagged === null || names.has(tagged) ? null : fillings.of(tagged);
}

function headerFault(
  header: readonly string[],
  index: number,
  fillings: readonly Filling[] | null,
  filled: ReadonlySet<string>,
) {
  const name = header[index] ?? "";
  if (name === "") {
    return { code: "HEADER_EMPTY", text: `Column ${index + 1} has no name: name it, or remove it.` } as const;
  }
  if (header.indexOf(name) !== index) {
    return { code: "HEADER_REPEATED", text: `The header has ${name} twice: keep one.` } as const;
  }
  if (fillings === null) {
    const text = `${name} is no column of ours: correct it, start it with x_ to keep it as your own, or map it.`;
    return { code: "COLUMN_UNKNOWN", text } as const;
  }
  const twice = fillings.find(({ ours }) => filled.has(ours));
  if (twice === undefined) return null;
  return { code: "HEADER_REPEATED", text: `${name} fills ${twice.ours}, which another column already does.` } as const;
}

function requireColumns(
  { file, table, fillings }: TableCollector,
  filled: ReadonlySet<string>,
  issues: IssueList,
): void {
  const constants = new Set(fillings.constants.map(({ filling }) => filling.ours));
  const missing = tableAttributes[table].filter(
    ({ column, required }) => required && !filled.has(column) && !constants.has(column),
  );
  for (const { column, meaning } of missing) {
    const text = `The header has no column ${column}, which is required: ${meaning}.`;
    issues.addForColumn(formatIssue("COLUMN_MISSING", { file, row: 1, column, text }));
  }
  const key = missing.find(({ type }) => type === "id");
  if (key === undefined) return;
  throw new StopTable();
}

/** Ends the reading of a table whose header leaves nothing to read; why is in the issues already. */
export class StopTable extends Error {}
