import { isAscii } from "node:buffer";
import { randomBytes } from "node:crypto";
import { byteDictionaryKernel } from "./byte-dictionary.wasm.gen.ts";
import type { CellBlock } from "./cell-block.ts";
import type { CsvMemory } from "./csv-memory.ts";
import { LinearArray } from "./linear-array.ts";

interface DictionaryFunctions {
  /** Numbers the cells of a column from a row on; the row that it stopped at. */
  number(
    head: number,
    block: number,
    column: number,
    from: number,
    rows: number,
    codes: number,
    isGuarded: boolean,
  ): number;
  /** The number of a text, `noRoom` where there is none for it. */
  find(head: number, text: number, length: number): number;
  /** Gives all texts slots, none of which is taken. */
  place(head: number): void;
}

/** Bytes kept of a text: up to 15 of it and how many they are; of a longer one where it lies, its length and its hash. */
const keptBytes = 16;
const keptWords = keptBytes / Int32Array.BYTES_PER_ELEMENT;
const shortBytes = 15;
const isLong = 255;
const leastSlots = 1 << 8;
/** Texts that are made together. */
const madeAtATime = 1 << 17;
/** Rows that are numbered together, for all of whose texts there must be room. */
const together = 128;
const leastLongBytes = 1 << 12;
/** Bytes kept behind a text that is looked for: the kernel looks a little further. */
const behind = 32;

/** Words of the head, which `byte-dictionary.as.ts` explains, and all of them. */
const [countWord, longAtWord, longEndWord, stopWord, seedWord] = [2, 5, 6, 7, 8];
const [masksWord, metWord, metEndWord, headWords] = [144, 152, 216, 728];
const isUnclear = 1;
const noRoom = -2;

/** Another one each time the program runs, so that nobody can write a file whose texts all meet in one place of the table. */
const seed = randomBytes(8);

/**
 * Texts numbered in the order they are first met, told apart by their bytes in UTF-8. An open-addressing table of their numbers,
 * at most half of whose slots are taken. Space: 24 to 48 bytes for each, more where they are longer than 15.
 */
export class ByteDictionary {
  readonly memory: CsvMemory;
  readonly #kernel: DictionaryFunctions;
  readonly #head: LinearArray<Int32Array>;
  /** [slot] number of its text + 1 and bits of its hash, 0 where it has none. */
  readonly #slots: LinearArray<Int32Array>;
  /** [number] what is kept of its text. */
  readonly #kept: LinearArray<Int32Array>;
  /** [number] its text, made when it is first asked for. */
  readonly #texts: (string | undefined)[] = [];
  #longBytes = leastLongBytes;
  /** Up to which number all texts were made at once. */
  #made = 0;

  constructor(memory: CsvMemory) {
    this.memory = memory;
    this.#kernel = memory.kernel(byteDictionaryKernel) as DictionaryFunctions;
    this.#head = new LinearArray(memory, Int32Array, headWords);
    this.#slots = new LinearArray(memory, Int32Array, leastSlots);
    this.#slots.view.fill(0);
    this.#kept = new LinearArray(memory, Int32Array, (leastSlots / 2) * keptWords);
    this.#head.view.fill(0);
    this.#head.view.set([seed.readInt32LE(0), seed.readInt32LE(4)], seedWord);
    this.#head.view.fill(-1, masksWord, masksWord + 4);
    this.#head.view.fill(-1, metWord, metEndWord);
    this.#place();
  }

  /** How many texts there are. */
  get count(): number {
    return this.#head.view[countWord]!;
  }

  /** The text of a number; the same string each time. */
  textAt(code: number): string {
    // Asked for in any order, an array that is filled from its start stays one.
    while (this.#texts.length <= code) this.#texts.push(undefined);
    return (this.#texts[code] ??= this.#textIn(this.#kept.address + keptBytes * code));
  }

  /**
   * Makes the texts of all numbers: where most are asked for, many times as fast as one after the other. They are then parts of
   * long strings, which hold little else.
   */
  makeTexts(): void {
    const { count } = this;
    if (this.#made === count) return;
    this.#made = count;
    while (this.#texts.length < count) this.#texts.push(undefined);
    const { bytes } = this.memory;
    const kept = this.#kept.address;
    for (let from = 0; from < count; from += madeAtATime) {
      const to = Math.min(from + madeAtATime, count);
      const [start, end] = [kept + keptBytes * from, kept + keptBytes * to];
      const all = bytes.toString("latin1", start, end);
      const areAscii = isAscii(bytes.subarray(start, end));
      for (let code = from; code < to; code += 1) {
        if (this.#texts[code] !== undefined) continue;
        const place = keptBytes * (code - from);
        const length = bytes[start + place + shortBytes]!;
        const text = all.slice(place, place + length);
        this.#texts[code] = length === isLong || !(areAscii || isAsciiText(text)) ? this.#textIn(start + place) : text;
      }
    }
  }

  /** The number of a text, a new one where it is met for the first time. */
  codeOf(text: string): number {
    const { memory } = this;
    const length = Buffer.byteLength(text);
    for (;;) {
      const at = memory.scratch(length + behind);
      memory.bytes.write(text, at);
      const code = this.#kernel.find(this.#head.address, at, length);
      if (code !== noRoom) return code;
      this.#makeRoom(length);
    }
  }

  /**
   * The number of the text in each row's cell of a column, -1 where it is empty. Every row must have that column, and the
   * block must lie in the same memory.
   *
   * @param codes [row] takes the numbers
   * @param textOf what cells say whose bytes may not be their text: with spaces around it, a guarded formula, doubled quotes.
   *   Without it bytes count as they are.
   */
  codesOf(
    block: CellBlock,
    column: number,
    codes: LinearArray<Int32Array>,
    textOf: ((cell: number) => string) | null = null,
  ): void {
    const { rowCount } = block;
    codes.makeRoom(rowCount);
    const [head, cells] = [this.#head.address, block.head.address];
    let row = 0;
    for (;;) {
      row = this.#kernel.number(head, cells, column, row, rowCount, codes.address, textOf !== null);
      if (row === rowCount) return;
      const cell = block.rowStart[row]! + column;
      if (textOf !== null && this.#head.view[stopWord] === isUnclear) {
        const text = textOf(cell);
        const code = text === "" ? -1 : this.codeOf(text);
        codes.view[row] = code;
        row += 1;
      } else {
        this.#makeRoom(block.endOf(cell) - block.startOf(cell));
      }
    }
  }

  /** Makes room for as many texts as are numbered together, and for one of so many bytes. */
  #makeRoom(length: number): void {
    if (this.count + together > this.#slots.length / 2) this.#grow();
    const [longAt, longEnd] = [this.#head.view[longAtWord]! >>> 0, this.#head.view[longEndWord]! >>> 0];
    if (length <= shortBytes || longEnd - longAt >= length) return;
    const byteLength = Math.max(length, this.#longBytes);
    this.#longBytes = 2 * byteLength;
    const at = this.memory.take(byteLength);
    this.#head.view.set([at, at + byteLength], longAtWord);
  }

  #grow(): void {
    const count = 2 * this.#slots.length;
    // First, so that the slots get the room that it gives back.
    this.#kept.extend((count / 2) * keptWords);
    this.#slots.makeRoom(count);
    this.#slots.view.fill(0);
    this.#place();
    this.#kernel.place(this.#head.address);
  }

  /** Tells the kernel where everything lies. */
  #place(): void {
    const count = this.#slots.length;
    const head = this.#head.view;
    head.set([this.#slots.address, Math.clz32(count) + 1, head[countWord]!, count / 2, this.#kept.address]);
  }

  #textIn(place: number): string {
    const { bytes } = this.memory;
    const length = bytes[place + shortBytes]!;
    if (length !== isLong) return bytes.toString("utf8", place, place + length);
    const at = bytes.readUInt32LE(place);
    return bytes.toString("utf8", at, at + bytes.readUInt32LE(place + 4));
  }
}

function isAsciiText(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 0x7f) return false;
  return true;
}
