import type { CellBlock } from "./cell-block.ts";

const [zero, nine, dot, minus, plus] = [0x30, 0x39, 0x2e, 0x2d, 0x2b];
/** So many digits are a whole number below 2^53 whatever they are, and so many powers of ten are exact. */
const mostDigits = 15;
const powers = Float64Array.from({ length: mostDigits + 1 }, (_, exponent) => Number(`1e${exponent}`));

/** What a cell without a number reads as. */
const unknown = Number.NaN;

/**
 * The number in each row's cell of a column: digits with a sign and a dot, at most 15 of them, whose nearest double is then the
 * quotient of two exact ones (Clinger, "How to read floating point numbers accurately", 1990). NaN where the cell is empty,
 * and where `ask(row, cell)` says so, which is asked about all others. Every row must have that column.
 *
 * @param numbers [row] takes the numbers
 */
export function readNumbers(
  { bytes, cellStart, cellEnd, rowStart, rowCount }: CellBlock,
  column: number,
  numbers: Float64Array,
  ask: (row: number, cell: number) => number,
): void {
  for (let row = 0; row < rowCount; row += 1) {
    const cell = rowStart[row]! + column;
    const end = cellEnd[cell]!;
    let at = cellStart[cell]!;
    if (at === end) {
      numbers[row] = unknown;
      continue;
    }
    const isNegative = bytes[at] === minus;
    if (isNegative || bytes[at] === plus) at += 1;
    const first = at;
    let dotAt = end;
    let whole = 0;
    for (; at < end; at += 1) {
      const byte = bytes[at]!;
      if (byte >= zero && byte <= nine) whole = 10 * whole + (byte - zero);
      else if (byte === dot && dotAt === end) dotAt = at;
      else break;
    }
    const decimals = dotAt === end ? 0 : end - dotAt - 1;
    const digits = end - first - (dotAt === end ? 0 : 1);
    if (at !== end || digits === 0 || digits > mostDigits) {
      numbers[row] = ask(row, cell);
      continue;
    }
    const value = whole / powers[decimals]!;
    // Minus zero is zero.
    numbers[row] = isNegative && value !== 0 ? -value : value;
  }
}
