import type { DroppedRow, RawFileReport } from "./recipe.ts";

/** The folder of raw files of a recipe, and what became of the rows that were read from it. */
export class RawFiles {
  readonly #rowsIn = new Map<string, number>();
  readonly #leftOut = new Map<string, Map<string, number>>();
  readonly #dropped: DroppedRow[] = [];

  constructor(readonly folder: string) {}

  /** Says that a file is read, which may have no row. */
  open(file: string): void {
    this.#rowsIn.set(file, this.#rowsIn.get(file) ?? 0);
  }

  count(file: string): void {
    this.#rowsIn.set(file, (this.#rowsIn.get(file) ?? 0) + 1);
  }

  leaveOut(file: string, reason: string): void {
    const reasons = this.#leftOut.get(file) ?? new Map<string, number>();
    this.#leftOut.set(file, reasons.set(reason, (reasons.get(reason) ?? 0) + 1));
  }

  drop(row: DroppedRow): void {
    this.#dropped.push(row);
  }

  get dropped(): readonly DroppedRow[] {
    return this.#dropped;
  }

  /** What became of the rows of each file, in the order of reading. */
  reports(): RawFileReport[] {
    return [...this.#rowsIn].map(([file, rowsIn]) => {
      const leftOut = Object.fromEntries(this.#leftOut.get(file) ?? []);
      const rowsLeftOut = Object.values(leftOut).reduce((sum, rows) => sum + rows, 0);
      const rowsDropped = this.#dropped.filter((row) => row.file === file).length;
      return { file, rowsIn, rowsUsed: rowsIn - rowsLeftOut - rowsDropped, rowsDropped, leftOut };
    });
  }
}
