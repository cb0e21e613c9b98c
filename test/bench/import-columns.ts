import { stat } from "node:fs/promises";
import { tableAttributes } from "../../analyzer/index.ts";
import { fileChunks } from "../../datasets/file-chunks.ts";
import { defaultCaps } from "../../datasets/formats/caps.ts";
import { ByteDictionary } from "../../datasets/formats/csv/byte-dictionary.ts";
import { cellBlocks } from "../../datasets/formats/csv/cell-blocks.ts";
import { CsvMemory } from "../../datasets/formats/csv/csv-memory.ts";
import { IdColumn, NumberColumn, TextColumn } from "../../datasets/formats/csv/cell-column.ts";

const modulus = 2_147_483_647;

/** The columns of a table as the bench holds them: codes of texts in the order they are met, and numbers. */
export interface TableColumns {
  readonly rows: number;
  /** [column] */
  readonly codes: readonly Int32Array[];
  readonly numbers: readonly Float64Array[];
  /** How many different ids there are. */
  readonly count: number;
}

/**
 * The bytes of a CSV file as whole columns, by the first stage of the reader and without a row: ids
 * of assets numbered together, each of the columns `texts` for itself, and numbers.
 */
export async function readColumns(
  path: string,
  ids: readonly string[],
  texts: readonly string[],
  mostRows: number,
): Promise<TableColumns> {
  let header: readonly string[] | null = null;
  const memory = new CsvMemory((await stat(path)).size);
  const assets = new ByteDictionary(memory);
  let coded: (IdColumn | TextColumn)[] = [];
  let amounts: NumberColumn[] = [];
  const codes = [...ids, ...texts].map(() => new Int32Array(mostRows));
  const numbers: Float64Array[] = [];
  let rows = 0;
  for await (const block of cellBlocks(fileChunks(path), path, defaultCaps, memory)) {
    if (header === null) {
      const names = block.rowTexts(0);
      header = names;
      block.dropFirst();
      coded = [
        ...ids.map((name) => new IdColumn(names.indexOf(name), assets)),
        ...texts.map((name) => new TextColumn(names.indexOf(name), (text) => text, memory)),
      ];
      amounts = numberColumns(names).map((column) => new NumberColumn(column, () => undefined, memory));
      for (const _ of amounts) numbers.push(new Float64Array(mostRows));
    }
    coded.forEach((column, at) => {
      column.read(block);
      codes[at]!.set(column.codes.subarray(0, block.rowCount), rows);
    });
    amounts.forEach((column, at) => {
      column.read(block);
      numbers[at]!.set(column.numbers.subarray(0, block.rowCount), rows);
    });
    rows += block.rowCount;
  }
  return { rows, codes, numbers, count: assets.count };
}

function numberColumns(header: readonly string[]): number[] {
  const names = new Set(
    tableAttributes.dependencies.filter(({ type }) => type === "number").map(({ column }) => column),
  );
  return header.flatMap((name, at) => (names.has(name) ? [at] : []));
}

/**
 * A checksum of columns that is the same whatever numbers texts were given: of each row the first row with the same text, and of
 * numbers, all of which have one decimal at most, their tenths.
 */
export function columnsChecksum({ rows, codes, numbers, count }: TableColumns): string {
  const sums = codes.map((column) => {
    const first = new Map<number, number>();
    let sum = 0;
    for (let row = 0; row < rows; row += 1) {
      const code = column[row]!;
      if (!first.has(code)) first.set(code, row);
      sum = (sum + first.get(code)! * (1 + (row % 97))) % modulus;
    }
    return sum;
  });
  const tenths = numbers.map((column) => {
    let sum = 0;
    for (let row = 0; row < rows; row += 1) sum = (sum + Math.round(10 * column[row]!) * (1 + (row % 97))) % modulus;
    return sum;
  });
  return [rows, count, ...sums, ...tenths].join(" ");
}
