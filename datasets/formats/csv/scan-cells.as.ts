// AssemblyScript: `scanCells` over the block's head, as `CellBlock` lays it out. Looks at 64 bytes at a time for those that mean
// something, and goes from one of them to the next.

import { at8 } from "../../../analyzer/algorithms/wasm/linear-memory.as";
import { cellShift, cellsOf, firstCells, lineOf, marksOf, scanned, textOf } from "./wasm/block-head.as";

const lineFeed: i32 = 0x0a;
const carriageReturn: i32 = 0x0d;

const cellBytes: usize = 1 << cellShift;
/** Two words of the same number as one of twice their length, and the second of them more by one. */
const bothWords: u64 = 0x100000001;
const nextByte: u64 = 0x100000000;

/** What a row that has no end ends as. */
const unfinished: i32 = -1;
const misplaced: i32 = -2;
const unclosed: i32 = -3;
/** A row that is longer than allowed. */
const tooLong: i32 = -4;

let text: usize = 0;
let kinds: usize = 0;
let delimiter: i32 = 0;
let quote: i32 = 0;
let table: usize = 0;
let to: i32 = 0;
let isEnd: bool = false;
let rowBytes: i32 = 0;

// How far the scan is: the byte to look at next, and where the cell is kept that it is in, and the first one of its row; where
// that row starts, and on which line; where the next first cell and line are written.
let base: i32 = 0;
let cell: usize = 0;
let firstCell: usize = 0;
let rowAt: i32 = 0;
let line: i32 = 0;
let rowStart: usize = 0;
let rowLine: usize = 0;
/** Bytes of the cells of each row in their table, -1 where rows differ, 0 before the first. */
let width: i32 = 0;
/** Line ends within the cells of the row. */
let breaks: i32 = 0;
/** Whether quotes in the cell read last are doubled. */
let isDoubled: bool = false;

@inline
function bitsOf(first: v128, second: v128, third: v128, fourth: v128): u64 {
  const low = <u32>i8x16.bitmask(first) | (<u32>i8x16.bitmask(second) << 16);
  const high = <u32>i8x16.bitmask(third) | (<u32>i8x16.bitmask(fourth) << 16);
  return <u64>low | (<u64>high << 32);
}

export function scan(block: usize, length: i32, isWhole: bool, firstLine: i32, mostBytes: i32): void {
  text = textOf(block);
  kinds = marksOf(block);
  delimiter = <i32>load<u8>(kinds);
  quote = <i32>load<u8>(kinds, 1);
  table = cellsOf(block);
  to = length;
  isEnd = isWhole;
  rowBytes = mostBytes;
  base = 0;
  cell = table;
  firstCell = table;
  rowAt = 0;
  line = firstLine;
  rowStart = firstCells(block);
  rowLine = lineOf(block);
  width = 0;
  breaks = 0;
  // What ends the text ends its last row.
  store<u8>(text + to, <u8>lineFeed);
  store<i32>(rowStart, 0);
  store<i32>(cell, 0);
  let fault: i32 = 0;
  while (rowAt < to && fault == 0) {
    scanPlain();
    if (rowAt < to) fault = scanMark();
  }
  const rows = <i32>((rowStart - firstCells(block)) >> 2);
  scanned(block, rows, width > 0 ? width >> cellShift : -1, rowAt, line, fault < unfinished ? fault : 0);
}

/**
 * Ends a cell at the first of the marks, and starts the next one behind it.
 *
 * @param first what would be kept if that mark stood first
 */
@inline
function endCell(cell: usize, first: u64, marks: u64): u64 {
  store<u64>(cell, first + ctz(marks) * bothWords, 4);
  return marks & (marks - 1);
}

/** Goes on as long as there are 64 bytes without quotes and carriage returns, and rows that hold something and are not too long. */
function scanPlain(): void {
  let at = base;
  let open = cell;
  const from = text;
  const last = to - 64;
  // Vectors from memory take less time than constant ones.
  const isDelimiter = v128.load8_splat(kinds);
  const isQuote = v128.load8_splat(kinds, 1);
  const isLineFeed = v128.load8_splat(kinds, 2);
  const isReturn = v128.load8_splat(kinds, 3);
  for (; at <= last; at += 64) {
    const first = v128.load(from + at);
    const second = v128.load(from + at, 16);
    const third = v128.load(from + at, 32);
    const fourth = v128.load(from + at, 48);
    const quotes = v128.or(
      v128.or(i8x16.eq(first, isQuote), i8x16.eq(second, isQuote)),
      v128.or(i8x16.eq(third, isQuote), i8x16.eq(fourth, isQuote)),
    );
    const returns = v128.or(
      v128.or(i8x16.eq(first, isReturn), i8x16.eq(second, isReturn)),
      v128.or(i8x16.eq(third, isReturn), i8x16.eq(fourth, isReturn)),
    );
    if (v128.any_true(v128.or(quotes, returns))) break;
    let lineFeeds = bitsOf(
      i8x16.eq(first, isLineFeed),
      i8x16.eq(second, isLineFeed),
      i8x16.eq(third, isLineFeed),
      i8x16.eq(fourth, isLineFeed),
    );
    const marks =
      lineFeeds |
      bitsOf(
        i8x16.eq(first, isDelimiter),
        i8x16.eq(second, isDelimiter),
        i8x16.eq(third, isDelimiter),
        i8x16.eq(fourth, isDelimiter),
      );
    // Eight at a time, whether there are so many or not: what is written behind the last one is written over.
    let rest = marks;
    let next = open;
    const mark = <u64>at * bothWords + nextByte;
    do {
      rest = endCell(next, mark, rest);
      rest = endCell(next + 8, mark, rest);
      rest = endCell(next + 16, mark, rest);
      rest = endCell(next + 24, mark, rest);
      rest = endCell(next + 32, mark, rest);
      rest = endCell(next + 40, mark, rest);
      rest = endCell(next + 48, mark, rest);
      rest = endCell(next + 56, mark, rest);
      next += 64;
    } while (rest != 0);
    while (lineFeeds != 0) {
      const end = at + <i32>ctz(lineFeeds);
      const behind = open + ((<usize>popcnt(marks & (lineFeeds ^ (lineFeeds - 1)))) << cellShift);
      if (end == rowAt || end + 1 - rowAt > rowBytes) {
        base = end;
        cell = behind - cellBytes;
        return;
      }
      endRow(behind, end + 1);
      lineFeeds &= lineFeeds - 1;
    }
    open += <usize>popcnt(marks) << cellShift;
  }
  base = at;
  cell = open;
}

/** Takes down a row whose cells end before one, and which ends before a byte. */
@inline
function endRow(behind: usize, next: i32): void {
  const cells = <i32>(behind - firstCell);
  if (cells != width) width = width == 0 ? cells : -1;
  store<i32>(rowLine, line);
  rowLine += 4;
  rowStart += 4;
  store<i32>(rowStart, <i32>((behind - table) >> cellShift));
  firstCell = behind;
  rowAt = next;
  line += 1 + breaks;
  breaks = 0;
}

/** Goes on behind the next byte that means something, whatever it is. Returns what is the matter with the row, or 0. */
function scanMark(): i32 {
  let at = base;
  let byte = at8(text, at);
  while (byte != delimiter && byte != lineFeed && byte != carriageReturn && byte != quote) byte = at8(text, (at += 1));
  let next: i32 = 0;
  if (byte == quote) {
    if (at != load<i32>(cell)) next = misplaced;
    else {
      const close = closingQuote(at + 1);
      if (close == unfinished) next = isEnd ? unclosed : unfinished;
      else {
        store<i32>(cell, at + 1);
        store<i32>(cell, isDoubled ? ~close : close, 4);
        at = close + 1;
        byte = at8(text, at);
      }
    }
  } else store<i32>(cell, at, 4);
  base = at + 1;
  if (next == 0) {
    if (byte == delimiter) {
      cell += cellBytes;
      store<i32>(cell, base);
      return 0;
    }
    next = endOfRow(at, byte);
  }
  const reached = next == misplaced ? at : next < 0 ? to : next;
  if (reached - rowAt > rowBytes && isTooLong(rowAt, reached)) return tooLong;
  if (next < 0) return next;
  // A row that holds nothing is none.
  if (cell == firstCell && load<i32>(cell) == load<i32>(cell, 4)) {
    rowAt = next;
    line += 1;
  } else {
    cell += cellBytes;
    endRow(cell, next);
  }
  base = next;
  store<i32>(cell, next);
  return 0;
}

/** Where the row after this one starts, whose last cell ends at a byte; a number below 0 where it does not end. */
@inline
function endOfRow(at: i32, byte: i32): i32 {
  if (at == to) return isEnd ? to : unfinished;
  if (byte == lineFeed) return at + 1;
  if (byte != carriageReturn) return misplaced;
  if (at + 1 < to) return at + (at8(text, at + 1) == lineFeed ? 2 : 1);
  return isEnd ? to : unfinished;
}

/** Where the quote stands that closes a cell whose content starts at `start`, or `unfinished`. */
function closingQuote(start: i32): i32 {
  isDoubled = false;
  for (let at = start; at < to; at += 1) {
    const byte = at8(text, at);
    if (byte == lineFeed) breaks += at8(text, at - 1) == carriageReturn && at > start ? 0 : 1;
    else if (byte == carriageReturn) breaks += 1;
    if (byte != quote) continue;
    if (at8(text, at + 1) != quote || at + 1 >= to) return at;
    isDoubled = true;
    at += 1;
  }
  return unfinished;
}

/**
 * Whether a row holds more than allowed in its cells: those before the last count in characters, the last one, which is still
 * being read, in bytes.
 */
function isTooLong(from: i32, reached: i32): bool {
  let before: i32 = 0;
  let inCell: i32 = 0;
  let characters: i32 = 0;
  let isQuoted = false;
  for (let at = from; at < reached; at += 1) {
    const byte = at8(text, at);
    if (byte == quote) {
      if (!isQuoted || at8(text, at + 1) != quote) {
        isQuoted = !isQuoted;
        continue;
      }
      at += 1;
    } else if (!isQuoted) {
      if (byte == lineFeed || byte == carriageReturn) return false;
      if (byte == delimiter) {
        before += characters;
        inCell = 0;
        characters = 0;
        continue;
      }
    }
    if (before + inCell > rowBytes) return true;
    inCell += 1;
    // A character beyond the first plane, of four bytes, counts as two.
    characters += byte >= 0xf0 ? 2 : byte < 0x80 || byte >= 0xc0 ? 1 : 0;
  }
  return false;
}
