import { randomInt } from "node:crypto";
import type { CellBlock } from "./cell-block.ts";

/** Words of a slot: the number + 1 of its text, and the text's bytes, filled up with zeros, which no text holds. */
const slotShift = 3;
const slotWords = 1 << slotShift;
const textWords = slotWords - 1;
/** Texts of more bytes are kept apart. */
const slotBytes = 4 * textWords;
const leastSlots = 1 << 6;

/**
 * Texts numbered in the order they are first met, told apart by their bytes in UTF-8. An open-addressing table with the texts
 * in its slots: to find one takes one look at memory that is far away.
 */
export class ByteDictionary {
  #slots = new Int32Array(leastSlots * slotWords);
  /** [number] slot of its text, -1 where it is kept apart. */
  #slotOf = new Int32Array(leastSlots);
  /** [number] its text, made when it is first asked for. */
  readonly #texts: (string | undefined)[] = [];
  readonly #long = new Map<string, number>();
  #hashes = new Int32Array(0);
  #count = 0;

  /** How many texts there are. */
  get count(): number {
    return this.#count;
  }

  /** The text of a number; the same string each time. */
  textAt(code: number): string {
    return (this.#texts[code] ??= this.#textIn(this.#slotOf[code]!));
  }

  /** The number of a text, a new one where it is met for the first time. */
  codeOf(text: string): number {
    const bytes = Buffer.alloc(Buffer.byteLength(text) + 4);
    const end = bytes.write(text);
    const words = viewOf(bytes);
    return this.#find(words, bytes, 0, end, hashOf(words, 0, end));
  }

  /**
   * The number of the text in each row's cell of a column, -1 where it is empty. Every row must have that column, and the
   * block four bytes behind its text.
   *
   * @param codes [row] takes the numbers
   * @param textOf what cells say whose bytes may not be their text: with spaces around it, a guarded formula, doubled quotes.
   *   Without it bytes count as they are.
   */
  codesOf(block: CellBlock, column: number, codes: Int32Array, textOf: ((cell: number) => string) | null = null): void {
    const { bytes, cellStart, cellEnd, rowStart, rowCount } = block;
    const words = viewOf(bytes);
    if (this.#hashes.length < rowCount) this.#hashes = new Int32Array(2 * rowCount);
    const hashes = this.#hashes;
    // Hashes first, and a look at the slot of each: memory that is far away is then fetched for many rows at a time.
    for (let row = 0; row < rowCount; row += 1) {
      const cell = rowStart[row]! + column;
      const end = cellEnd[cell]!;
      hashes[row] = hashOf(words, cellStart[cell]!, end < 0 ? ~end : end);
    }
    const slots = this.#slots;
    for (let row = 0; row < rowCount; row += 1) codes[row] = slots[(hashes[row]! << slotShift) & (slots.length - 1)]!;
    for (let row = 0; row < rowCount; row += 1) {
      const cell = rowStart[row]! + column;
      const start = cellStart[cell]!;
      const end = cellEnd[cell]!;
      if (start === end) codes[row] = -1;
      else if (textOf !== null && (end < 0 || !isPlain(bytes[start]!) || !isPlain(bytes[end - 1]!))) {
        const text = textOf(cell);
        codes[row] = text === "" ? -1 : this.codeOf(text);
      } else codes[row] = this.#find(words, bytes, start, end < 0 ? ~end : end, hashes[row]!);
    }
  }

  #find(words: DataView, bytes: Buffer, start: number, end: number, hash: number): number {
    if (end - start > slotBytes) return this.#findLong(bytes.toString("utf8", start, end));
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = (hash << slotShift) & mask;
    for (;;) {
      const code = slots[slot]! - 1;
      if (code < 0) break;
      let word = slot + 1;
      let at = start;
      while (at + 4 <= end && slots[word] === words.getInt32(at, true)) {
        word += 1;
        at += 4;
      }
      const next = slot + slotWords;
      if (at + 4 > end && (word === next || slots[word] === lastWord(words, at, end))) {
        // The next word tells a text from a longer one that starts with it.
        if (at === end || word + 1 === next || slots[word + 1] === 0) return code;
      }
      slot = next & mask;
    }
    return this.#add(words, start, end, slot);
  }

  #findLong(text: string): number {
    const known = this.#long.get(text);
    if (known !== undefined) return known;
    const code = this.#nextCode(-1);
    this.#long.set(text, code);
    this.#texts[code] = text;
    return code;
  }

  #add(words: DataView, start: number, end: number, slot: number): number {
    const code = this.#nextCode(slot);
    let word = slot;
    this.#slots[word] = code + 1;
    let at = start;
    for (; at + 4 <= end; at += 4) this.#slots[(word += 1)] = words.getInt32(at, true);
    if (at < end) this.#slots[word + 1] = lastWord(words, at, end);
    if (2 * this.#count * slotWords > this.#slots.length) this.#makeRoom();
    return code;
  }

  #nextCode(slot: number): number {
    const code = this.#count;
    if (code === this.#slotOf.length) {
      const larger = new Int32Array(2 * code);
      larger.set(this.#slotOf);
      this.#slotOf = larger;
    }
    this.#slotOf[code] = slot;
    this.#count += 1;
    return code;
  }

  #makeRoom(): void {
    const slots = this.#slots;
    const larger = new Int32Array(2 * slots.length);
    const mask = larger.length - 1;
    const words = viewOf(slots);
    const bytes = new Uint8Array(slots.buffer);
    for (let from = 0; from < slots.length; from += slotWords) {
      const code = slots[from]! - 1;
      if (code < 0) continue;
      const start = 4 * (from + 1);
      let slot = (hashOf(words, start, endOf(bytes, start)) << slotShift) & mask;
      while (larger[slot] !== 0) slot = (slot + slotWords) & mask;
      for (let word = 0; word < slotWords; word += 1) larger[slot + word] = slots[from + word]!;
      this.#slotOf[code] = slot;
    }
    this.#slots = larger;
  }

  #textIn(slot: number): string {
    const { buffer } = this.#slots;
    const start = 4 * (slot + 1);
    const bytes = Buffer.from(buffer);
    return bytes.toString("utf8", start, endOf(bytes, start));
  }
}

/** Whether a byte at the end of a cell is surely neither space nor the guard of a formula. */
function isPlain(byte: number): boolean {
  return byte > 0x27 && byte < 0x80;
}

/** Where the text that starts in a slot ends. */
function endOf(bytes: Uint8Array, start: number): number {
  let end = start + slotBytes;
  while (bytes[end - 1] === 0) end -= 1;
  return end;
}

/** Fewer than four bytes, as a word filled up with zeros. */
function lastWord(words: DataView, start: number, end: number): number {
  return words.getInt32(start, true) & ((1 << (8 * (end - start))) - 1);
}

/** Another one each time the program runs, so that nobody can write a file whose texts all meet in one place of the table. */
const seed = randomInt(2 ** 31);

function hashOf(words: DataView, start: number, end: number): number {
  let hash = (end - start) ^ seed;
  let at = start;
  for (; at + 4 <= end; at += 4) {
    hash = Math.imul(hash ^ words.getInt32(at, true), 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  if (at < end) hash = Math.imul(hash ^ lastWord(words, at, end), 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array | Int32Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}
