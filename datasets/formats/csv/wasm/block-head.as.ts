// AssemblyScript: the head of a block of cells, which `CellBlock` keeps. Words: the addresses of the text, of the cells, of the
// first cells and the lines of rows; four bytes that mean something: delimiter, quote, line feed and carriage return; then what a
// scan found. Of each cell there are where it starts and where it ends.

import { at32, entry, put32 } from "../../../../analyzer/algorithms/wasm/linear-memory.as";

@inline
export function textOf(block: usize): usize {
  return entry(block, 0);
}

@inline
export function cellsOf(block: usize): usize {
  return entry(block, 1);
}

@inline
export function firstCells(block: usize): usize {
  return entry(block, 2);
}

@inline
export function lineOf(block: usize): usize {
  return entry(block, 3);
}

@inline
export function marksOf(block: usize): usize {
  return block + 16;
}

/** A cell has eight bytes in the table of cells. */
export const cellShift: usize = 3;

@inline
export function startOf(cells: usize, cell: i32): i32 {
  return load<i32>(cells + ((<usize>cell) << cellShift));
}

/** `~end` where quotes in the cell are doubled. */
@inline
export function endOf(cells: usize, cell: i32): i32 {
  return load<i32>(cells + ((<usize>cell) << cellShift), 4);
}

/** Rows, cells of each of them, how far they reach, the next line and what is the matter there. */
export function scanned(block: usize, rows: i32, width: i32, end: i32, line: i32, fault: i32): void {
  put32(block, 5, rows);
  put32(block, 6, width);
  put32(block, 7, end);
  put32(block, 8, line);
  put32(block, 9, fault);
}
