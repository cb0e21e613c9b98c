import type { TransferLimit } from "../../../analyzer/index.ts";
import { number, readTable, text } from "./table.ts";

/** What one State's grid can send another's, MW: `transfer-limits.csv`, one row for each pair and direction. */
export function readTransferLimits(folder: string): TransferLimit[] {
  return readTable(folder, "transfer-limits.csv").map((row) => ({
    from: text(row, "from"),
    to: text(row, "to"),
    capacity: number(row, "capacity_mw"),
  }));
}
