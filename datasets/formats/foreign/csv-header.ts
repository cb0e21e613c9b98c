import { ReadError } from "../read-error.ts";

/** Throws ReadError where a column has no name, two have the same, or there are more than `most`. */
export function refuseHeader(file: string, header: readonly string[], most: number): void {
  const empty = header.indexOf("");
  if (empty !== -1) {
    const text = `Column ${empty + 1} has no name: name it, or remove it.`;
    throw new ReadError("HEADER_EMPTY", { file, row: 1, text });
  }
  const twice = header.find((name, at) => header.indexOf(name) !== at);
  if (twice !== undefined) {
    const text = `The header has ${twice} twice: keep one.`;
    throw new ReadError("HEADER_REPEATED", { file, row: 1, column: twice, text });
  }
  if (header.length <= most) return;
  const text = `The header has ${header.length} columns; at most ${most} are read.`;
  throw new ReadError("COLUMNS_TOO_MANY", { file, row: 1, text });
}
