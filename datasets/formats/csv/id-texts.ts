import { idOrder } from "../id-order.ts";
import type { CellBlock } from "./cell-block.ts";
import type { CsvMemory } from "./csv-memory.ts";
import { idTextsKernel } from "./id-texts.wasm.gen.ts";
import { LinearArray } from "./linear-array.ts";

interface TextFunctions {
  /** Appends the cells of a column from a row on; the row that it stopped at. */
  append(head: number, block: number, column: number, from: number, rows: number): number;
  isAscending(head: number): number;
  areDifferent(head: number, order: number): number;
  sort(
    head: number,
    order: number,
    keys: number,
    spareOrder: number,
    spareKeys: number,
    ranges: number,
    counts: number,
  ): void;
}

/** Words of the head, which `id-texts.as.ts` explains, and all of them. */
const [countWord, atWord, endWord, stopWord, isUnusualWord, hasSameWord, seenWord, headWords] = [
  2, 4, 5, 6, 7, 8, 16, 48,
];
const isUnclear = 1;
/** The longest text that the kernel takes, and what it writes behind one. */
const [mostBytes, behind] = [127, 16];
const leastTexts = 64;
const [leastBytes, largestBytes] = [1 << 12, 1 << 22];
const plainId = /^[!-?A-~][!-~]{0,99}$/;

/**
 * The ids of rows, most of which are different: their bytes, kept one after the other as they come. Space: their bytes, and 8 to
 * 16 more for each.
 */
export class IdTexts {
  readonly #memory: CsvMemory;
  readonly #kernel: TextFunctions;
  readonly #head: LinearArray<Int32Array>;
  /** [index] where it lies, and how many bytes it has. */
  readonly #addresses: LinearArray<Int32Array>;
  readonly #byteLengths: LinearArray<Int32Array>;
  /** Lengths of those that the kernel did not take. */
  readonly #lengths = new Set<number>();
  #isPlain = true;
  #isAscii = true;
  #roomBytes = leastBytes;
  /** What putting them in order told; null where it was not done, or more came since. */
  #areDifferent: boolean | null = null;

  constructor(memory: CsvMemory) {
    this.#memory = memory;
    this.#kernel = memory.kernel(idTextsKernel) as TextFunctions;
    this.#head = new LinearArray(memory, Int32Array, headWords);
    this.#addresses = new LinearArray(memory, Int32Array, leastTexts);
    this.#byteLengths = new LinearArray(memory, Int32Array, leastTexts);
    this.#head.view.fill(0);
    this.#place();
  }

  get count(): number {
    return this.#head.view[countWord]!;
  }

  /** All lengths that there are, in characters. */
  get lengths(): ReadonlySet<number> {
    const all = new Set(this.#lengths);
    const { address } = this.#head;
    const seen = this.#memory.bytes.subarray(address + 4 * seenWord, address + 4 * headWords);
    seen.forEach((isSeen, length) => {
      if (isSeen === 1) all.add(length);
    });
    return all;
  }

  /** Whether all are visible ASCII, of 1 to 100 characters, and none starts as a network. */
  get arePlain(): boolean {
    return this.#isPlain && this.#head.view[isUnusualWord] === 0;
  }

  /** Appends the cells of a column of a block in the same memory, without spaces around them. */
  append(block: CellBlock, column: number): void {
    const { rowCount } = block;
    this.#areDifferent = null;
    for (let row = 0; ; ) {
      row = this.#kernel.append(this.#head.address, block.head.address, column, row, rowCount);
      if (row === rowCount) return;
      if (this.#head.view[stopWord] === isUnclear) {
        this.push(block.cellText(block.rowStart[row]! + column).trim());
        row += 1;
      } else this.#makeRoom(mostBytes);
    }
  }

  push(text: string): void {
    this.#areDifferent = null;
    const isPlain = plainId.test(text);
    const length = isPlain ? text.length : Buffer.byteLength(text);
    this.#isPlain &&= isPlain;
    // Zeros stand for the end of a text.
    this.#isAscii &&= isPlain || (length === text.length && !text.includes("\0"));
    this.#lengths.add(text.length);
    this.#makeRoom(length);
    const head = this.#head.view;
    const [index, at] = [head[countWord]!, head[atWord]! >>> 0];
    const { bytes } = this.#memory;
    // For short texts, a call of what writes them takes longer than their characters.
    if (isPlain) for (let place = 0; place < length; place += 1) bytes[at + place] = text.charCodeAt(place);
    else bytes.write(text, at);
    this.#addresses.view[index] = at;
    this.#byteLengths.view[index] = length;
    head[countWord] = index + 1;
    head[atWord] = at + length;
  }

  textAt(index: number): string {
    const at = this.#addresses.view[index]! >>> 0;
    return this.#memory.bytes.toString(this.#isAscii ? "latin1" : "utf8", at, at + this.#byteLengths.view[index]!);
  }

  /** Whether no text comes before the one in front of it. */
  isAscending(): boolean {
    if (this.#isAscii) return this.#kernel.isAscending(this.#head.address) !== 0;
    const texts = this.#all();
    return texts.every((text, index) => index === 0 || texts[index - 1]! <= text);
  }

  /** Whether those that come one after the other in an order of all of them differ. */
  areDifferent(order: Int32Array): boolean {
    if (this.#areDifferent !== null) return this.#areDifferent;
    const places = new LinearArray(this.#memory, Int32Array, order.length);
    places.view.set(order);
    const areDifferent = this.#kernel.areDifferent(this.#head.address, places.address) !== 0;
    places.giveBack();
    return areDifferent;
  }

  /**
   * Their positions in order of code units, equal ones in the order they came.
   *
   * Method: that of `idOrder`, over bytes. Space: 30 bytes for each while it works.
   */
  order(): Int32Array {
    const { count } = this;
    if (!this.#isAscii) return idOrder(this.#all());
    if (this.isAscending()) return Int32Array.from({ length: count }, (_, index) => index);
    const room = (words: number) => new LinearArray(this.#memory, Int32Array, words);
    const [order, keys, spareOrder, spareKeys] = [room(count), room(2 * count), room(count), room(2 * count)];
    const [ranges, counts] = [room(3 * Math.ceil(count / 2)), room(256)];
    const rooms = [order, keys, spareOrder, spareKeys, ranges, counts] as const;
    this.#kernel.sort(
      this.#head.address,
      order.address,
      keys.address,
      spareOrder.address,
      spareKeys.address,
      ranges.address,
      counts.address,
    );
    const sorted = order.view.slice();
    this.#areDifferent = this.#head.view[hasSameWord] === 0;
    for (const each of rooms) each.giveBack();
    return sorted;
  }

  #all(): string[] {
    return Array.from({ length: this.count }, (_, index) => this.textAt(index));
  }

  /** Makes room for one more text, of so many bytes. */
  #makeRoom(length: number): void {
    const { count } = this;
    if (count === this.#addresses.length) {
      this.#addresses.extend(2 * count);
      this.#byteLengths.extend(2 * count);
      this.#place();
    }
    const head = this.#head.view;
    if ((head[endWord]! >>> 0) - (head[atWord]! >>> 0) >= length + behind) return;
    const byteLength = Math.max(length + behind, this.#roomBytes);
    this.#roomBytes = Math.min(2 * byteLength, largestBytes);
    const at = this.#memory.take(byteLength);
    this.#head.view.set([at, at + byteLength], atWord);
  }

  /** Tells the kernel where everything lies. */
  #place(): void {
    const head = this.#head.view;
    head.set([this.#addresses.address, this.#byteLengths.address, head[countWord]!, this.#addresses.length]);
  }
}
