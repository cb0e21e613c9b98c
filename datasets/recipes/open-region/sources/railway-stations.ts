import type { RawFiles } from "../../raw-files.ts";
import { readRawRows } from "../../raw-rows.ts";
import { addAsset, type Draft } from "../draft.ts";

/** Main railway stations of the Trainline list (its state of 2016), those with a place. */
export async function addRailwayStations(draft: Draft, raw: RawFiles, file: string): Promise<void> {
  const columns = ["id", "name", "latitude", "longitude", "country", "is_main_station"];
  for await (const row of readRawRows(raw, file, columns, { delimiter: ";" })) {
    const [lon, lat] = [row.number("longitude"), row.number("latitude")];
    const state = row.text("country");
    if (row.text("is_main_station") !== "t") row.leaveOut("no main station");
    else if (!draft.region.states.includes(state)) row.leaveOut("outside the region");
    else if (lon === null || lat === null) row.drop(row.text("id"), "it has no place");
    else {
      addAsset(draft, {
        id: `rail:${row.text("id")}`,
        name: row.text("name"),
        sector: "transport",
        kind: "railway station",
        states: [{ state, share: 1 }],
        lon,
        lat,
        source: "trainline",
        licence: "ODbL-1.0",
        extra: { x_source_id: row.text("id") },
      });
    }
  }
}
