import { tableAttributes } from "../../analyzer/index.ts";
import type { Caps } from "./caps.ts";
import { BlockReader } from "./csv/block-reader.ts";
import { ByteDictionary } from "./csv/byte-dictionary.ts";
import type { CellBlock } from "./csv/cell-block.ts";
import { cellBlocks } from "./csv/cell-blocks.ts";
import { CsvMemory, MemoryFull } from "./csv/csv-memory.ts";
import { columnForTag, isTagRow } from "./hxl.ts";
import type { IssueList } from "./issue-list.ts";
import type { Filling } from "./mapping.ts";
import { formatIssue, ReadError } from "./read-error.ts";
import type { FileColumn, TableCollector } from "./table-collector.ts";

/** What the reading of a table needs besides the table itself. */
export interface TableReading {
  readonly caps: Caps;
  readonly issues: IssueList;
  /** Called after each row, or after so many; pauses where it returns a promise, throws where the reading was aborted. */
  readonly step: (rows?: number) => Promise<void> | null;
}

/**
 * Reads the bytes of a CSV file into a collector. Throws ReadError where the file cannot be read on.
 *
 * @param ids of assets, which other tables may share: an id that several rows name is one string. In their memory
 *   the file is read.
 * @param fileBytes how long the file is, where that is known, so that there is room for all of its rows from the start
 */
export async function readCsvTable(
  collector: TableCollector,
  bytes: AsyncIterable<Uint8Array>,
  { caps, issues, step }: TableReading,
  ids = new ByteDictionary(new CsvMemory()),
  fileBytes = 0,
): Promise<void> {
  try {
    await readBlocks(
      collector,
      cellBlocks(bytes, collector.file, caps, ids.memory),
      { caps, issues, step },
      ids,
      fileBytes,
    );
  } catch (error) {
    if (!(error instanceof MemoryFull)) throw error;
    const text = "The ids and texts of the file take more memory than there is for them: split it.";
    throw new ReadError("FILE_TOO_LARGE", { file: collector.file, text });
  }
}

async function readBlocks(
  collector: TableCollector,
  blocks: AsyncIterable<CellBlock>,
  { caps, issues, step }: TableReading,
  ids: ByteDictionary,
  fileBytes: number,
): Promise<void> {
  const { file } = collector;
  let header: readonly string[] | null = null;
  let reader: BlockReader | null = null;
  for await (const block of blocks) {
    if (header === null) {
      header = block.rowTexts(0).map((cell) => cell.trim());
      block.dropFirst();
    }
    if (block.rowCount === 0) continue;
    if (reader === null) {
      const cells = block.rowTexts(0);
      const tags = isTagRow(cells) ? cells : null;
      const columns = resolveHeader(collector, header, tags ?? [], caps, issues);
      reader = new BlockReader(collector, columns, ids, caps.cellCharacters);
      if (tags !== null) block.dropFirst();
      collector.columns?.reserve(expectedRows(block, fileBytes, caps.rows));
    }
    if (reader.read(block)) {
      await step(block.rowCount);
      continue;
    }
    for (let row = 0; row < block.rowCount; row += 1) {
      refuseLength(block.cellCount(row), header.length, { file, row: block.rowLine[row]! }, issues);
      reader.add(row);
      const pause = step();
      if (pause !== null) await pause;
    }
  }
  if (header === null) throw new ReadError("FILE_EMPTY", { file, text: "The file is empty: it needs a header row." });
  if (reader === null) resolveHeader(collector, header, [], caps, issues);
}

/** The most rows that room is made for before they come: a size may be a lie. */
const mostExpectedRows = 1 << 20;

/** How many rows a file has, by the length of those in its first block. */
function expectedRows(block: CellBlock, fileBytes: number, most: number): number {
  const { rowCount, rowStart } = block;
  if (rowCount === 0) return 0;
  const bytes = block.endOf(rowStart[rowCount]! - 1) - block.startOf(rowStart[0]!) + 1;
  return Math.min(Math.ceil((1.02 * fileBytes * rowCount) / bytes), most, mostExpectedRows);
}

function refuseLength(
  cells: number,
  columns: number,
  place: { readonly file: string; readonly row: number },
  issues: IssueList,
): void {
  if (cells === columns) return;
  const text = `The row has ${cells} cells and the header ${columns}: is a comma missing, or not in quotes?`;
  issues.add(formatIssue("CSV_ROW_LENGTH", { ...place, text }));
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
