// AssemblyScript: the head of a block of cells, which `CellBlock` keeps. Words: the addresses of the text, of where cells start
// and end, of the first cells and the lines of rows; four bytes that mean something: delimiter, quote, line feed and carriage
// return; then what a scan found.

import { at32, entry, put32 } from "../../../../analyzer/algorithms/wasm/linear-memory.as";

@inline
export function textOf(block: usize): usize {
  return entry(block, 0);
}

@inline
export function starts(block: usize): usize {
  return entry(block, 1);
}

@inline
export function ends(block: usize): usize {
  return entry(block, 2);
}

@inline
export function firstCells(block: usize): usize {
  return entry(block, 3);
}

@inline
export function lineOf(block: usize): usize {
  return entry(block, 4);
}

@inline
export function marksOf(block: usize): usize {
  return block + 20;
}

/** Rows, cells of each of them, how far they reach, the next line and what is the matter there. */
export function scanned(block: usize, rows: i32, width: i32, end: i32, line: i32, fault: i32): void {
  put32(block, 6, rows);
  put32(block, 7, width);
  put32(block, 8, end);
  put32(block, 9, line);
  put32(block, 10, fault);
}
