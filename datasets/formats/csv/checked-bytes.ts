import { isAscii, isUtf8 } from "node:buffer";
import { ReadError } from "../read-error.ts";

const newline = 0x0a;
const byteOrderMark = [0xef, 0xbb, 0xbf] as const;

/**
 * The bytes of a text file, once it is sure that they are UTF-8; a byte order mark is left out. Throws ReadError for what is
 * empty, over `maxBytes`, in UTF-16 or UTF-32, binary (a NUL byte) or not UTF-8, with the row where there is one. Holds one
 * chunk at a time.
 *
 * @param rowsBefore how many rows end in what was passed so far, for who counts them anyway; asked about a fault alone
 */
export async function* checkedBytes(
  bytes: AsyncIterable<Uint8Array>,
  file: string,
  maxBytes: number,
  rowsBefore?: () => number,
): AsyncGenerator<Uint8Array> {
  const utf8 = new Utf8Check();
  let size = 0;
  let counted = 0;
  const firstRow = (): number => 1 + (rowsBefore?.() ?? counted);
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
      throw new ReadError("FILE_BINARY", { file, row: firstRow() + countLineFeeds(chunk.subarray(0, nul)), text });
    }
    const fault = utf8.faultIn(chunk);
    if (fault !== null) throw notUtf8(file, firstRow() + rowsBeforeFault(fault));
    const isMarked = isFirst && byteOrderMark.every((byte, at) => chunk[at] === byte);
    yield isMarked ? chunk.subarray(byteOrderMark.length) : chunk;
    if (rowsBefore === undefined) counted += countLineFeeds(chunk);
  }
  if (size === 0) throw new ReadError("FILE_EMPTY", { file, text: "The file is empty." });
  if (utf8.isWithin) throw notUtf8(file, firstRow());
}

/** Whether bytes that come in chunks are UTF-8. */
class Utf8Check {
  /** A character that was begun in the chunks before, without its end. */
  #begun = Buffer.alloc(0);

  get isWithin(): boolean {
    return this.#begun.length > 0;
  }

  /** The bytes that are not UTF-8, from the character on that was begun before; null where all of them are. */
  faultIn(chunk: Uint8Array): Uint8Array | null {
    const bytes = this.isWithin ? Buffer.concat([this.#begun, chunk]) : chunk;
    const end = endOfWhole(bytes);
    const whole = bytes.subarray(0, end);
    if (!isAscii(whole) && !isUtf8(whole)) return bytes;
    this.#begun = Buffer.from(bytes.subarray(end));
    return null;
  }
}

/** Where the last character starts if it may lack bytes; the end of the bytes if it does not. */
function endOfWhole(bytes: Uint8Array): number {
  for (let at = bytes.length - 1; at >= 0 && at >= bytes.length - 3; at -= 1) {
    const byte = bytes[at]!;
    if (byte < 0x80) break;
    if (byte < 0xc0) continue;
    const length = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
    return at + length > bytes.length ? at : bytes.length;
  }
  return bytes.length;
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

/** How many rows are UTF-8 before the first that is not. */
function rowsBeforeFault(bytes: Uint8Array): number {
  let start = 0;
  for (let rows = 0; ; rows += 1) {
    const end = bytes.indexOf(newline, start);
    if (end === -1 || !isUtf8(bytes.subarray(start, end))) return rows;
    start = end + 1;
  }
}

/** How many line feeds there are. */
export function countLineFeeds(chunk: Uint8Array): number {
  let rows = 0;
  for (let at = chunk.indexOf(newline); at !== -1; at = chunk.indexOf(newline, at + 1)) rows += 1;
  return rows;
}
