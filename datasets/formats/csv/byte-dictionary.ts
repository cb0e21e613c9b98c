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
  /** Moves all texts from so many slots elsewhere into empty ones. */
  move(head: number, fromNumbers: number, fromTexts: number, count: number): void;
}

/** Bytes of a slot: up to 15 of a text and how many they are; of a longer one where it lies, its length and its hash. */
const textBytes = 16;
const shortBytes = 15;
const isLong = 255;
const leastSlots = 1 << 8;
/** Slots whose texts are made together. */
const slotsAtATime = 1 << 18;
/** Rows that are numbered together, for all of whose texts there must be room. */
const together = 128;
const leastLongBytes = 1 << 12;
/** Bytes kept behind a text that is looked for: the kernel looks a little further. */
const behind = 32;

/** Words of the head, which `byte-dictionary.as.ts` explains, and all of them. */
const [countWord, longAtWord, longEndWord, stopWord, seedWord] = [2, 5, 6, 7, 8];
const [slotOfWord, masksWord, headWords] = [11, 144, 216];
const isUnclear = 1;
const noRoom = -2;

/** Another one each time the program runs, so that nobody can write a file whose texts all meet in one place of the table. */
const seed = randomBytes(8);

/**
 * Texts numbered in the order they are first met, told apart by their bytes in UTF-8. An open-addressing table with the texts in
 * its slots, at most half of which are taken. Space: 44 to 88 bytes for each, more where they are longer than 15.
 */
export class ByteDictionary {
  readonly memory: CsvMemory;
  readonly #kernel: DictionaryFunctions;
  readonly #head: LinearArray<Int32Array>;
  /** [slot] number of its text + 1, 0 where it has none. */
  #numbers: LinearArray<Int32Array>;
  /** [slot] its bytes. */
  #kept: LinearArray<Int32Array>;
  /** [number] the slot of its text. */
  readonly #slotOf: LinearArray<Int32Array>;
  /** [number] its text, made when it is first asked for. */
  readonly #texts: (string | undefined)[] = [];
  #longBytes = leastLongBytes;
  /** Up to which number all texts were made at once. */
  #made = 0;

  constructor(memory: CsvMemory) {
    this.memory = memory;
    this.#kernel = memory.kernel(byteDictionaryKernel) as DictionaryFunctions;
    this.#head = new LinearArray(memory, Int32Array, headWords);
    this.#slotOf = new LinearArray(memory, Int32Array);
    [this.#numbers, this.#kept] = this.#emptySlots(leastSlots);
    this.#head.view.fill(0);
    this.#head.view.set([seed.readInt32LE(0), seed.readInt32LE(4)], seedWord);
    this.#head.view.fill(-1, masksWord, masksWord + 4);
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
    return (this.#texts[code] ??= this.#textIn(this.#kept.address + textBytes * this.#slotOf.view[code]!));
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
    const [kept, numbers] = [this.#kept.address, this.#numbers.view];
    for (let from = 0; from < numbers.length; from += slotsAtATime) {
      const to = Math.min(from + slotsAtATime, numbers.length);
      const [start, end] = [kept + textBytes * from, kept + textBytes * to];
      const all = bytes.toString("latin1", start, end);
      const areAscii = isAscii(bytes.subarray(start, end));
      for (let slot = from; slot < to; slot += 1) {
        const code = numbers[slot]! - 1;
        if (code < 0 || this.#texts[code] !== undefined) continue;
        const place = textBytes * (slot - from);
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
        const end = block.cellEnd[cell]!;
        this.#makeRoom((end < 0 ? ~end : end) - block.cellStart[cell]!);
      }
    }
  }

  /** Makes room for as many texts as are numbered together, and for one of so many bytes. */
  #makeRoom(length: number): void {
    if (this.count + together > this.#slotOf.length) this.#grow();
    const [longAt, longEnd] = [this.#head.view[longAtWord]! >>> 0, this.#head.view[longEndWord]! >>> 0];
    if (length <= shortBytes || longEnd - longAt >= length) return;
    const byteLength = Math.max(length, this.#longBytes);
    this.#longBytes = 2 * byteLength;
    const at = this.memory.take(byteLength);
    this.#head.view.set([at, at + byteLength], longAtWord);
  }

  #grow(): void {
    const [numbers, kept] = [this.#numbers, this.#kept];
    [this.#numbers, this.#kept] = this.#emptySlots(2 * numbers.length);
    this.#place();
    this.#kernel.move(this.#head.address, numbers.address, kept.address, numbers.length);
    numbers.giveBack();
    kept.giveBack();
  }

  #emptySlots(count: number): [LinearArray<Int32Array>, LinearArray<Int32Array>] {
    const numbers = new LinearArray(this.memory, Int32Array, count);
    const kept = new LinearArray(this.memory, Int32Array, (count * textBytes) / 4);
    numbers.view.fill(0);
    return [numbers, kept];
  }

  /** Tells the kernel where everything lies. */
  #place(): void {
    const count = this.#numbers.length;
    this.#slotOf.makeRoom(count / 2);
    const head = this.#head.view;
    head.set([this.#numbers.address, Math.clz32(count) + 1, head[countWord]!, count / 2, this.#kept.address]);
    head[slotOfWord] = this.#slotOf.address;
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
