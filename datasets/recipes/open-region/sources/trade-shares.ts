import type { RawFiles } from "../../raw-files.ts";
import { readRawRows } from "../../raw-rows.ts";
import type { Region } from "../region.ts";
import { factbookState } from "./factbook-state.ts";

/** What a State brings in from a partner, as a share of all its imports in a year. */
export interface TradeShare {
  readonly state: string;
  readonly partner: string;
  readonly share: number;
  readonly year: string;
}

/** The import shares of the World Factbook between two States of the region, each pair once. */
export async function readTradeShares(raw: RawFiles, file: string, region: Region): Promise<readonly TradeShare[]> {
  const shares = new Map<string, TradeShare>();
  const columns = ["factbook_code", "country", "direction", "partner", "share_percent", "year"];
  for await (const row of readRawRows(raw, file, columns)) {
    const state = factbookState(row.text("country"), row.text("factbook_code"));
    const partner = factbookState(row.text("partner"));
    if (row.text("direction") !== "imports") row.leaveOut("exports");
    else if (state === null || !region.states.includes(state)) row.leaveOut("outside the region");
    else if (partner === null || !region.states.includes(partner)) row.leaveOut("a partner outside the region");
    else if (partner === state) row.leaveOut("a State with itself");
    else {
      const share = row.need("share_percent") / 100;
      shares.set(`${partner} ${state}`, { state, partner, share, year: row.text("year") });
    }
  }
  return [...shares.values()];
}
