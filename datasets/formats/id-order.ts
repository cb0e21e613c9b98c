import { compareIds } from "../../analyzer/index.ts";

/** Ranges of so few ids are sorted by insertion. */
const fewIds = 16;
/** Characters that are sorted by at a time. */
const keyCharacters = 8;
/** Characters above this one are sorted by comparing whole ids. */
const highestCharacter = 0xfe;

/**
 * The positions of ids in order of their code units, equal ids in the order they came.
 *
 * Method: most significant characters first, eight at a time taken out of the ids and sorted by counting bytes (Knuth, "The
 * Art of Computer Programming" 3, 5.2.5). Linear in the characters that tell ids apart; one look where they are in order
 * already.
 */
export function idOrder(ids: readonly string[]): Int32Array {
  const order = Int32Array.from({ length: ids.length }, (_, at) => at);
  if (isAscending(ids)) return order;
  const sorting = new Sorting(ids, order);
  if (!sorting.run()) order.sort((x, y) => compareIds(ids[x]!, ids[y]!) || x - y);
  return order;
}

function isAscending(ids: readonly string[]): boolean {
  for (let at = 1; at < ids.length; at += 1) if (ids[at - 1]! > ids[at]!) return false;
  return true;
}

class Sorting {
  readonly #ids: readonly string[];
  readonly #order: Int32Array;
  readonly #spare: Int32Array;
  /** [place in the order] the characters that are sorted by, four to a number. */
  readonly #high: Uint32Array;
  readonly #low: Uint32Array;
  readonly #spareHigh: Uint32Array;
  readonly #spareLow: Uint32Array;
  readonly #counts = new Int32Array(257);

  constructor(ids: readonly string[], order: Int32Array) {
    this.#ids = ids;
    this.#order = order;
    this.#spare = new Int32Array(order.length);
    this.#high = new Uint32Array(order.length);
    this.#low = new Uint32Array(order.length);
    this.#spareHigh = new Uint32Array(order.length);
    this.#spareLow = new Uint32Array(order.length);
  }

  /** Sorts everything; false where an id has a character above the highest. */
  run(): boolean {
    const open = [{ from: 0, to: this.#ids.length, depth: 0 }];
    for (let range = open.pop(); range !== undefined; range = open.pop()) {
      const { from, to, depth } = range;
      if (to - from <= fewIds) {
        this.#insert(from, to);
        continue;
      }
      if (!this.#takeKeys(from, to, depth)) return false;
      this.#sortByKeys(from, to);
      for (let start = from, end = from; start < to; start = end) {
        while (end < to && this.#high[end] === this.#high[start] && this.#low[end] === this.#low[start]) end += 1;
        // Ids that ended are all the same, and in the order they came.
        const isEnded = (this.#low[start]! & 0xff) === 0;
        if (end - start > 1 && !isEnded) open.push({ from: start, to: end, depth: depth + keyCharacters });
      }
    }
    return true;
  }

  #takeKeys(from: number, to: number, depth: number): boolean {
    let highest = 0;
    for (let at = from; at < to; at += 1) {
      const id = this.#ids[this.#order[at]!]!;
      let [high, low] = [0, 0];
      for (let place = 0; place < keyCharacters; place += 1) {
        const character = depth + place < id.length ? id.charCodeAt(depth + place) + 1 : 0;
        if (character > highest) highest = character;
        if (place < 4) high = (high << 8) | character;
        else low = (low << 8) | character;
      }
      this.#high[at] = high;
      this.#low[at] = low;
    }
    return highest <= highestCharacter + 1;
  }

  #sortByKeys(from: number, to: number): void {
    for (const keys of [this.#low, this.#high]) {
      for (let shift = 0; shift < 32; shift += 8) this.#sortByByte(keys, shift, from, to);
    }
  }

  /** Stable, so that what was sorted before stays. */
  #sortByByte(keys: Uint32Array, shift: number, from: number, to: number): void {
    const counts = this.#counts.fill(0);
    for (let at = from; at < to; at += 1) counts[((keys[at]! >>> shift) & 0xff) + 1]! += 1;
    if (counts[((keys[from]! >>> shift) & 0xff) + 1] === to - from) return;
    for (let byte = 0; byte < 256; byte += 1) counts[byte + 1]! += counts[byte]!;
    const [order, high, low] = [this.#order, this.#high, this.#low];
    for (let at = from; at < to; at += 1) {
      const byte = (keys[at]! >>> shift) & 0xff;
      const place = from + counts[byte]!;
      counts[byte]! += 1;
      this.#spare[place] = order[at]!;
      this.#spareHigh[place] = high[at]!;
      this.#spareLow[place] = low[at]!;
    }
    order.set(this.#spare.subarray(from, to), from);
    high.set(this.#spareHigh.subarray(from, to), from);
    low.set(this.#spareLow.subarray(from, to), from);
  }

  #insert(from: number, to: number): void {
    const ids = this.#ids;
    for (let at = from + 1; at < to; at += 1) {
      const moved = this.#order[at]!;
      const id = ids[moved]!;
      let place = at;
      for (; place > from && ids[this.#order[place - 1]!]! > id; place -= 1)
        this.#order[place] = this.#order[place - 1]!;
      this.#order[place] = moved;
    }
  }
}
