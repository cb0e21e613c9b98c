import type { CellBlock } from "./cell-block.ts";
import type { LinearArray } from "./linear-array.ts";
import { readNumbersKernel } from "./read-numbers.wasm.gen.ts";

interface NumberFunctions {
  /** Returns the first row from `from` on whose cell is no plain number, `rows` where there is none. */
  numbers(head: number, column: number, from: number, rows: number, to: number): number;
}

/**
 * The number in each row's cell of a column: digits with a sign and a dot, at most 15 of them, whose nearest double is then the
 * quotient of two exact ones (Clinger, "How to read floating point numbers accurately", 1990). NaN where the cell is empty,
 * and where `ask(row, cell)` says so, which is asked about all others. Every row must have that column.
 *
 * @param to [row] takes the numbers
 */
export function readNumbers(
  block: CellBlock,
  column: number,
  to: LinearArray<Float64Array>,
  ask: (row: number, cell: number) => number,
): void {
  const { head, rowCount } = block;
  const kernel = block.memory.kernel(readNumbersKernel) as NumberFunctions;
  to.makeRoom(rowCount);
  for (let row = 0; row < rowCount; row += 1) {
    row = kernel.numbers(head.address, column, row, rowCount, to.address);
    if (row < rowCount) to.view[row] = ask(row, block.rowStart[row]! + column);
  }
}
