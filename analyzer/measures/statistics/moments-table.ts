import { Moments } from "./moments.ts";

/** The moments of many streams of which most are zero most of the time: only what is not zero is added, row by row. */
export class MomentsTable {
  private readonly count: Int32Array;
  private readonly mean: Float64Array;
  private readonly squares: Float64Array;

  constructor(rows: number) {
    this.count = new Int32Array(rows);
    this.mean = new Float64Array(rows);
    this.squares = new Float64Array(rows);
  }

  add(row: number, value: number): void {
    const moments = this.given(row);
    moments.add(value);
    this.set(row, moments);
  }

  /** Joins another table's column of moments to rows, each over `count` numbers of its stream. */
  join(rows: ArrayLike<number>, { count, mean, squares }: MomentsColumns): void {
    for (let at = 0; at < rows.length; at += 1) {
      const row = rows[at]!;
      const moments = this.given(row);
      moments.join({ count: count[at]!, mean: mean[at]!, squares: squares[at]! });
      this.set(row, moments);
    }
  }

  /** How many numbers a row was given. */
  countOf(row: number): number {
    return this.count[row]!;
  }

  /** The moments of a row over `total` numbers, those that were not given being zero. */
  momentsOf(row: number, total: number): Moments {
    const moments = this.given(row);
    moments.fillTo(total);
    return moments;
  }

  /** The rows that were given anything, ascending, and their columns. */
  filled(): { readonly rows: Int32Array; readonly columns: MomentsColumns } {
    const rows = Int32Array.from([...this.count.keys()].filter((row) => this.count[row]! > 0));
    return {
      rows,
      columns: {
        count: rows.map((row) => this.count[row]!),
        mean: Float64Array.from(rows, (row) => this.mean[row]!),
        squares: Float64Array.from(rows, (row) => this.squares[row]!),
      },
    };
  }

  /** The moments of what a row was given. */
  private given(row: number): Moments {
    return new Moments(this.count[row], this.mean[row], this.squares[row]);
  }

  private set(row: number, { count, mean, squares }: Moments): void {
    this.count[row] = count;
    this.mean[row] = mean;
    this.squares[row] = squares;
  }
}

/** Moments in columns, for being sent. */
export interface MomentsColumns {
  readonly count: Int32Array;
  readonly mean: Float64Array;
  readonly squares: Float64Array;
}
