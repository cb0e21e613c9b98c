// AssemblyScript: `IdTexts`. The bytes of all texts lie one after the other; of each there are an address and a length.

import { at32, entry, put32 } from "../../../analyzer/algorithms/wasm/linear-memory.as";
import { cellsOf, endOf, firstCells, startOf, textOf } from "./wasm/block-head.as";
import { hasPlainEnds } from "./wasm/plain-ends.as";

// Words of the head, as `IdTexts` lays them out.
const addressesWord: i32 = 0;
const lengthsWord: i32 = 1;
const countWord: i32 = 2;
const roomWord: i32 = 3;
const atWord: i32 = 4;
const endWord: i32 = 5;
const stopWord: i32 = 6;
const isUnusualWord: i32 = 7;
const hasSameWord: i32 = 8;
/** [length] whether a text has it. */
const seenBytes: usize = 64;

// Why the taking of texts stopped.
const lacksRoom: i32 = 0;
const isUnclear: i32 = 1;

/** Longer texts are taken one by one by the host. */
const mostBytes: i32 = 127;
/** Ranges of so few texts are sorted by insertion. */
const few: i32 = 16;

/** Whether a text has only visible ASCII; `isForeign` where it has bytes beyond ASCII. */
const isVisible: i32 = 0;
const isAscii: i32 = 1;
const isForeign: i32 = 2;
function kindOf(text: usize, length: i32): i32 {
  let kind = isVisible;
  for (let at: i32 = 0; at < length; at += 1) {
    const byte = load<u8>(text + at);
    if (byte >= 0x80) return isForeign;
    if (byte < 0x21 || byte == 0x7f) kind = isAscii;
  }
  return kind;
}

/** Whether all of up to sixteen bytes are visible ASCII. */
@inline
function areVisible(text: usize, length: i32): bool {
  const places = i8x16(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
  const bytes = v128.load(text);
  const visible = v128.and(i8x16.gt_s(bytes, i8x16.splat(0x20)), i8x16.lt_s(bytes, i8x16.splat(0x7f)));
  return i8x16.all_true(v128.or(visible, i8x16.ge_s(places, i8x16.splat(<i8>length))));
}

/** Appends the cells of a column from a row on. Returns the row that it stopped at: `rows` where all are taken. */
export function append(head: usize, block: usize, column: i32, from: i32, rows: i32): i32 {
  const text = textOf(block);
  const cells = cellsOf(block);
  const rowStart = firstCells(block);
  const addresses = entry(head, addressesWord);
  const lengths = entry(head, lengthsWord);
  const room = at32(head, roomWord);
  const end = entry(head, endWord);
  let count = at32(head, countWord);
  let place = entry(head, atWord);
  let row = from;
  put32(head, stopWord, lacksRoom);
  for (; row < rows; row += 1) {
    const cell = at32(rowStart, row) + column;
    const start = startOf(cells, cell);
    const stop = endOf(cells, cell);
    const length = stop - start;
    const at = text + start;
    // The last bytes are copied sixteen at a time too.
    if (count == room || place + mostBytes + 16 > end) break;
    if (length != 0) {
      if (length > mostBytes || !hasPlainEnds(text, start, stop)) {
        put32(head, stopWord, isUnclear);
        break;
      }
      let isSure = load<u8>(at) != 0x40 && length <= 100;
      for (let some: i32 = 0; some < length; some += 16) {
        isSure = isSure && areVisible(at + some, min(length - some, 16));
        v128.store(place + some, v128.load(at + some));
      }
      if (!isSure) {
        if (kindOf(at, length) == isForeign) {
          put32(head, stopWord, isUnclear);
          break;
        }
        put32(head, isUnusualWord, 1);
      }
    } else put32(head, isUnusualWord, 1);
    store<u8>(head + seenBytes + length, 1);
    put32(addresses, count, <i32>place);
    put32(lengths, count, length);
    count += 1;
    place += length;
  }
  put32(head, countWord, count);
  put32(head, atWord, <i32>place);
  return row;
}

/** Up to eight bytes of a text from one on, filled up with zeros; the first is the lowest. */
@inline
function keyAt(addresses: usize, lengths: usize, index: i32, depth: i32): u64 {
  const left = at32(lengths, index) - depth;
  if (left <= 0) return 0;
  const key = load<u64>(entry(addresses, index) + depth);
  return left >= 8 ? key : key & ((<u64>1 << (8 * left)) - 1);
}

/** Whether no text comes before the one in front of it. */
export function isAscending(head: usize): bool {
  const addresses = entry(head, addressesWord);
  const lengths = entry(head, lengthsWord);
  const count = at32(head, countWord);
  for (let index: i32 = 1; index < count; index += 1) {
    for (let depth: i32 = 0; ; depth += 8) {
      const before = keyAt(addresses, lengths, index - 1, depth);
      const key = keyAt(addresses, lengths, index, depth);
      if (before != key) {
        if (bswap(before) > bswap(key)) return false;
        break;
      }
      if (key >> 56 == 0) break;
    }
  }
  return true;
}

/** Whether those that come one after the other in an order differ. */
export function areDifferent(head: usize, order: usize): bool {
  const addresses = entry(head, addressesWord);
  const lengths = entry(head, lengthsWord);
  const count = at32(head, countWord);
  for (let at: i32 = 1; at < count; at += 1) {
    const one = at32(order, at - 1);
    const other = at32(order, at);
    const length = at32(lengths, one);
    if (length != at32(lengths, other)) continue;
    let depth: i32 = 0;
    while (depth < length && keyAt(addresses, lengths, one, depth) == keyAt(addresses, lengths, other, depth)) depth += 8;
    if (depth >= length) return false;
  }
  return true;
}

/**
 * Puts positions in the order of their texts, equal ones in the order they came, and says whether there are such.
 *
 * @param order takes the positions
 * @param keys room for eight bytes of each text, as `spareKeys` is
 * @param ranges room for those still to be sorted: three words for every two texts
 * @param counts room for 256 words
 */
export function sort(
  head: usize,
  order: usize,
  keys: usize,
  spareOrder: usize,
  spareKeys: usize,
  ranges: usize,
  counts: usize,
): void {
  const addresses = entry(head, addressesWord);
  const lengths = entry(head, lengthsWord);
  const count = at32(head, countWord);
  for (let at: i32 = 0; at < count; at += 1) put32(order, at, at);
  put32(head, hasSameWord, 0);
  let open = pushed(ranges, 0, count, 0);
  while (open != ranges) {
    open -= 12;
    const from = at32(open, 0);
    const to = at32(open, 1);
    const depth = at32(open, 2);
    let differ: u64 = 0;
    const first = keyAt(addresses, lengths, at32(order, from), depth);
    for (let at = from; at < to; at += 1) {
      const key = keyAt(addresses, lengths, at32(order, at), depth);
      store<u64>(keys + ((<usize>at) << 3), key);
      differ |= key ^ first;
    }
    if (to - from <= few) insert(order, keys, from, to);
    else {
      for (let byte: u64 = 56; ; byte -= 8) {
        if (((differ >> byte) & 0xff) != 0) {
          sortByByte(byte, order, keys, spareOrder, spareKeys, counts, from, to);
        }
        if (byte == 0) break;
      }
    }
    for (let start = from; start < to; ) {
      const key = load<u64>(keys + ((<usize>start) << 3));
      let end = start + 1;
      while (end < to && load<u64>(keys + ((<usize>end) << 3)) == key) end += 1;
      // Texts that ended are all the same, and in the order they came.
      if (end - start > 1) {
        if (key >> 56 != 0) open = pushed(open, start, end, depth + 8);
        else put32(head, hasSameWord, 1);
      }
      start = end;
    }
  }
}

@inline
function pushed(at: usize, from: i32, to: i32, depth: i32): usize {
  put32(at, 0, from);
  put32(at, 1, to);
  put32(at, 2, depth);
  return at + 12;
}

/** By whole keys, stable. */
function insert(order: usize, keys: usize, from: i32, to: i32): void {
  for (let at = from + 1; at < to; at += 1) {
    const moved = at32(order, at);
    const key = load<u64>(keys + ((<usize>at) << 3));
    const rank = bswap(key);
    let place = at;
    for (; place > from; place -= 1) {
      const before = load<u64>(keys + ((<usize>(place - 1)) << 3));
      if (bswap(before) <= rank) break;
      store<u64>(keys + ((<usize>place) << 3), before);
      put32(order, place, at32(order, place - 1));
    }
    store<u64>(keys + ((<usize>place) << 3), key);
    put32(order, place, moved);
  }
}

/** Stable, so that what was sorted before stays. */
function sortByByte(
  byte: u64,
  order: usize,
  keys: usize,
  spareOrder: usize,
  spareKeys: usize,
  counts: usize,
  from: i32,
  to: i32,
): void {
  memory.fill(counts, 0, 1024);
  for (let at = from; at < to; at += 1) {
    const counted = counts + (<usize>((load<u64>(keys + ((<usize>at) << 3)) >> byte) & 0xff) << 2);
    store<i32>(counted, load<i32>(counted) + 1);
  }
  let place = from;
  for (let value: i32 = 0; value < 256; value += 1) {
    const here = at32(counts, value);
    put32(counts, value, place);
    place += here;
  }
  for (let at = from; at < to; at += 1) {
    const key = load<u64>(keys + ((<usize>at) << 3));
    const counted = counts + (<usize>((key >> byte) & 0xff) << 2);
    const next = load<i32>(counted);
    store<i32>(counted, next + 1);
    store<u64>(spareKeys + ((<usize>next) << 3), key);
    put32(spareOrder, next, at32(order, at));
  }
  memory.copy(keys + ((<usize>from) << 3), spareKeys + ((<usize>from) << 3), (<usize>(to - from)) << 3);
  memory.copy(order + ((<usize>from) << 2), spareOrder + ((<usize>from) << 2), (<usize>(to - from)) << 2);
}
