import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";

type Column = Int32Array | Uint8Array | Float64Array;

/**
 * Columns of whole numbers as peers read them: how many there are, the length of each, then all of their numbers; everything
 * a 32-bit integer, lowest byte first. Throws RangeError for a number that is none.
 */
export function columnsBytes(columns: readonly Column[]): Uint8Array {
  const length = columns.reduce((sum, column) => sum + column.length, 1 + columns.length);
  const numbers = new Int32Array(length);
  numbers[0] = columns.length;
  let at = 1 + columns.length;
  columns.forEach((column, position) => {
    numbers[1 + position] = column.length;
    column.forEach((value, index) => {
      if (value !== (value | 0))
        throw new RangeError(`column ${position}, entry ${index}: ${value} is no 32-bit integer`);
    });
    numbers.set(column, at);
    at += column.length;
  });
  return new Uint8Array(numbers.buffer);
}

/** Writes columns to a file. Returns their checksum. */
export async function writeColumns(path: string, columns: readonly Column[]): Promise<string> {
  const bytes = columnsBytes(columns);
  await writeFile(path, bytes);
  return bytesChecksum(bytes);
}

/** The first 16 digits of the SHA-256. */
export function bytesChecksum(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex").slice(0, 16);
}
