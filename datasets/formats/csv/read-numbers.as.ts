// AssemblyScript: `readNumbers`. Up to eight bytes are read at a time, as one word.

import { at32, at8, put64 } from "../../../analyzer/algorithms/wasm/linear-memory.as";
import { cellsOf, endOf, firstCells, startOf, textOf } from "./wasm/block-head.as";

const zero: i32 = 0x30;
const dot: i32 = 0x2e;
const minus: i32 = 0x2d;
const plus: i32 = 0x2b;
const mostDigits: i32 = 15;

// prettier-ignore
const powers = memory.data<f64>([1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15]);

const zeros: u64 = 0x3030303030303030;
const dots: u64 = 0x2e2e2e2e2e2e2e2e;
const lowBits: u64 = 0x0101010101010101;
const highBits: u64 = 0x8080808080808080;

/** Reads the cells of a column from a row on. Returns the first row whose cell is no plain number, `rows` where there is none. */
export function numbers(block: usize, column: i32, from: i32, rows: i32, to: usize): i32 {
  const text = textOf(block);
  const cells = cellsOf(block);
  const rowStart = firstCells(block);
  for (let row = from; row < rows; row += 1) {
    const cell = at32(rowStart, row) + column;
    const start = startOf(cells, cell);
    const end = endOf(cells, cell);
    const length = end - start;
    const digit = load<u8>(text + start) - zero;
    let value: f64;
    if (length == 1 && <u32>digit < 10) value = <f64>digit;
    else if (length == 0) value = NaN;
    else {
      value = <u32>length <= 8 ? shortNumber(text + start, length) : NaN;
      if (value != value) {
        value = longNumber(text, start, end);
        if (value != value) return row;
      }
    }
    put64(to, row, value);
  }
  return rows;
}

/** Digits with at most one dot, at most eight bytes; NaN where it is anything else. */
@inline
function shortNumber(at: usize, length: i32): f64 {
  // The last byte is the highest, and zeros stand before the first one.
  const unused: u64 = (64 - 8 * length) & 63;
  let word = (load<u64>(at) << unused) | (zeros & ((<u64>1 << unused) - 1));
  const others = word ^ dots;
  // The lowest bit that is set tells of the first dot; those above it may err.
  const found = (others - lowBits) & ~others & highBits;
  let decimals: i32 = 0;
  if (found != 0) {
    if (length == 1) return NaN;
    const place: u64 = ctz(found) & 56;
    decimals = 7 - <i32>(place >> 3);
    const before = (<u64>1 << place) - 1;
    // The bytes before the dot move over it.
    word = (word & ~(before | (<u64>0xff << place))) | ((word & before) << 8) | <u64>zero;
  }
  const halves: u64 = 0xf0f0f0f0f0f0f0f0;
  // Digits are those that stay below the next sixteen when six is added.
  if (((word & halves) | (((word + 0x0606060606060606) & halves) >> 4)) != 0x3333333333333333) return NaN;
  word = ((word & 0x0f0f0f0f0f0f0f0f) * 2561) >> 8;
  word = ((word & 0x00ff00ff00ff00ff) * 6553601) >> 16;
  word = ((word & 0x0000ffff0000ffff) * 42949672960001) >> 32;
  return <f64>(<u32>word) / load<f64>(powers + ((<usize>decimals) << 3));
}

/** Digits with a sign and a dot; NaN where it is anything else. */
function longNumber(text: usize, start: i32, end: i32): f64 {
  let at = start;
  const isNegative = at8(text, at) == minus;
  if (isNegative || at8(text, at) == plus) at += 1;
  const first = at;
  let dotAt = end;
  let whole: i64 = 0;
  for (; at < end; at += 1) {
    const byte = at8(text, at);
    if (<u32>(byte - zero) < 10) whole = 10 * whole + (byte - zero);
    else if (byte == dot && dotAt == end) dotAt = at;
    else return NaN;
  }
  const decimals = dotAt == end ? 0 : end - dotAt - 1;
  const digits = end - first - (dotAt == end ? 0 : 1);
  if (digits <= 0 || digits > mostDigits) return NaN;
  const value = <f64>whole / load<f64>(powers + ((<usize>decimals) << 3));
  // Minus zero is zero.
  return isNegative && value != 0 ? -value : value;
}
