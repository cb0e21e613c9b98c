import type { FormatCode } from "./codes.ts";

/** What a cell may hold: text in CSV, also numbers, booleans and null (unknown) in JSON. */
export type Cell = string | number | boolean | null;

/** Cells of a row by column. */
export type Cells = Readonly<Record<string, string | number | boolean>>;

/** Why a cell cannot be read. */
export class CellFault {
  readonly code: FormatCode;
  readonly text: string;

  constructor(code: FormatCode, text: string) {
    this.code = code;
    this.text = text;
  }
}
