import type { Trace } from "../algorithms/cascade/trace.ts";
import type { SectorMatrix, StateMatrix } from "../model/result.ts";
import type { Territory } from "../system/territory.ts";
import { recordLossHours } from "./losses.ts";

/**
 * Where loss begins and where it arrives (model.md section 4): cell (A, B) is the loss in B whose chain began in A. A joint
 * root or victim is split by its shares. Only States and sectors that lose something or begin a loss have a row.
 *
 * Cost: O(records x shares of root x shares of victim + rows squared).
 */
export function lossMatrices(
  trace: Trace,
  roots: Int32Array,
  territory: Territory,
): { stateMatrix: StateMatrix; sectorMatrix: SectorMatrix } {
  const states = new SquareSum(territory.codes.length);
  const sectors = new SquareSum(territory.sectors.length);
  const { shareStart, stateOf, shareOf, sectorOf } = territory;
  for (let record = 0; record < trace.count; record += 1) {
    const victim = trace.asset[record]!;
    const root = roots[record]!;
    const loss = recordLossHours(trace, record);
    sectors.add(sectorOf[root]!, sectorOf[victim]!, loss);
    for (let from = shareStart[root]!; from < shareStart[root + 1]!; from += 1) {
      for (let to = shareStart[victim]!; to < shareStart[victim + 1]!; to += 1) {
        states.add(stateOf[from]!, stateOf[to]!, loss * shareOf[from]! * shareOf[to]!);
      }
    }
  }
  return {
    stateMatrix: { codes: states.names(territory.codes), outageHours: states.rows() },
    sectorMatrix: { sectors: sectors.names(territory.sectors), outageHours: sectors.rows() },
  };
}

/** A square of sums that shows only the rows and columns in use. */
class SquareSum {
  private readonly cells: Float64Array;
  private readonly used: Uint8Array;

  constructor(private readonly size: number) {
    this.cells = new Float64Array(size * size);
    this.used = new Uint8Array(size);
  }

  add(row: number, column: number, amount: number): void {
    this.cells[row * this.size + column]! += amount;
    this.used[row] = 1;
    this.used[column] = 1;
  }

  names(all: readonly string[]): string[] {
    return all.filter((_, index) => this.used[index] === 1);
  }

  rows(): number[][] {
    const shown = [...this.used.keys()].filter((index) => this.used[index] === 1);
    return shown.map((row) => shown.map((column) => this.cells[row * this.size + column]!));
  }
}
