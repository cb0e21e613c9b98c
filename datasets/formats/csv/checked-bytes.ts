import { isAscii, isUtf8 } from "node:buffer";
import { ReadError } from "../read-error.ts";

const newline = 0x0a;
const byteOrderMark = [0xef, 0xbb, 0xbf] as const;

/**
 * The bytes of a text file, once it is sure that they are UTF-8; a byte order mark is left out. Throws ReadError for what is
 * empty, over `maxBytes`, in UTF-16 or UTF-32, binary (a NUL byte) or not UTF-8, with the row where there is one. Holds one
 * chunk at a time.
 *
 * @param rowsIn how many rows end in a chunk
 */
export async function* checkedBytes(
  bytes: AsyncIterable<Uint8Array>,
  file: string,
  maxBytes: number,
  rowsIn: (chunk: Uint8Array) => number = count,
): AsyncGenerator<Uint8Array> {
  const utf8 = new Utf8Check();
  let size = 0;
  let row = 1;
  for await (const chunk of withWholeHead(bytes)) {
    const isFirst = size === 0;
    if (isFirst) refuseWideText(chunk, file);
    size += chunk.length;
    if (size > maxBytes) {
      const text = `The file is larger than ${maxBytes} bytes: split it, or raise the cap.`;
      throw new ReadError("FILE_TOO_LARGE", { file, text });
    }
    const nul = chunk.indexOf(0);
    if (nul !== -1) {
      const text = "The file holds NUL bytes, so it is no text: save it as UTF-8 CSV or JSON.";
      throw new ReadError("FILE_BINARY", { file, row: row + count(chunk.subarray(0, nul)), text });
    }
    if (!utf8.goesOn(chunk)) throw notUtf8(file, row + rowsBeforeFault(chunk));
    const isMarked = isFirst && byteOrderMark.every((byte, at) => chunk[at] === byte);
    yield isMarked ? chunk.subarray(byteOrderMark.length) : chunk;
    row += rowsIn(chunk);
  }
  if (size === 0) throw new ReadError("FILE_EMPTY", { file, text: "The file is empty." });
  if (!utf8.ends()) throw notUtf8(file, row);
}

/** Whether bytes that come in chunks are UTF-8: most chunks are whole in themselves, and quickly told. */
class Utf8Check {
  readonly #decoder = new TextDecoder("utf-8", { fatal: true });
  /** Whether the chunk before ended within a character. */
  #isWithin = false;

  goesOn(chunk: Uint8Array): boolean {
    const last = chunk.at(-1) ?? 0;
    if (!this.#isWithin && (last < 0x80 ? isAscii(chunk) || isUtf8(chunk) : isUtf8(chunk))) return true;
    try {
      this.#decoder.decode(chunk, { stream: true });
    } catch {
      return false;
    }
    this.#isWithin = last >= 0x80;
    return true;
  }

  ends(): boolean {
    try {
      this.#decoder.decode();
      return true;
    } catch {
      return false;
    }
  }
}
/** Joins the first chunks until the first four bytes are in one, so that their encoding shows. */
async function* withWholeHead(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let head: Uint8Array | null = new Uint8Array(0);
  for await (const chunk of bytes) {
    if (head === null) {
      yield chunk;
      continue;
    }
    const joined: Uint8Array = new Uint8Array(head.length + chunk.length);
    joined.set(head);
    joined.set(chunk, head.length);
    head = joined;
    if (head.length < 4) continue;
    yield head;
    head = null;
  }
  if (head !== null && head.length > 0) yield head;
}

function refuseWideText(head: Uint8Array, file: string): void {
  const [first, second, third, fourth] = head;
  const marked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  const unmarked = head.length >= 4 && ((first === 0 && third === 0) || (second === 0 && fourth === 0));
  const latin = [first, second, third, fourth].filter((byte) => byte !== 0 && byte !== undefined && byte < 0x80);
  const wide = unmarked && latin.length >= 1 && !(first === 0 && second === 0 && third === 0 && fourth === 0);
  if (!marked && !wide) return;
  const text = "The file is in UTF-16 (or UTF-32), as some spreadsheets save it: save it as UTF-8.";
  throw new ReadError("FILE_UTF16", { file, row: 1, text });
}

function notUtf8(file: string, row: number): ReadError {
  const text = "The file holds bytes that are not UTF-8 (saved in an older code page?): save it as UTF-8.";
  return new ReadError("FILE_NOT_UTF8", { file, row, text });
}

/** How many rows of a chunk are UTF-8 before the first that is not. A character that the chunk before began is skipped. */
function rowsBeforeFault(chunk: Uint8Array): number {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let start = 0;
  while (start < 3 && ((chunk[start] ?? 0) & 0xc0) === 0x80) start += 1;
  for (let rows = 0; ; rows += 1) {
    const end = chunk.indexOf(newline, start);
    if (end === -1) return rows;
    try {
      decoder.decode(chunk.subarray(start, end));
    } catch {
      return rows;
    }
    start = end + 1;
  }
}

function count(chunk: Uint8Array): number {
  let rows = 0;
  for (let at = chunk.indexOf(newline); at !== -1; at = chunk.indexOf(newline, at + 1)) rows += 1;
  return rows;
}
