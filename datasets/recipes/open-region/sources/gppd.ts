import { stateOfThreeLetters } from "../../../states.ts";
import type { RawFiles } from "../../raw-files.ts";
import { readRawRows } from "../../raw-rows.ts";
import type { Region } from "../region.ts";
import { fuelWord, type Plant, type PlantList } from "./plant.ts";

const columns = ["country", "name", "gppd_idnr", "capacity_mw", "latitude", "longitude", "fuel1"];

/** The plants of the Global Power Plant Database (its state of 2018) of `leastMw` and more. It says of no plant that it is closed. */
export async function* readGppd(raw: RawFiles, { file, leastMw }: PlantList, region: Region): AsyncGenerator<Plant> {
  for await (const row of readRawRows(raw, file, columns)) {
    const state = stateOfThreeLetters.get(row.text("country"));
    const id = row.text("gppd_idnr");
    const mw = row.number("capacity_mw");
    const [lon, lat] = [row.number("longitude"), row.number("latitude")];
    if (state === undefined || !region.states.includes(state)) row.leaveOut("outside the region");
    else if (mw === null) row.drop(id, "its capacity is not stated");
    else if (mw < leastMw) row.leaveOut(`under ${leastMw} MW`);
    else if (lon === null || lat === null) row.drop(id, "it has no place");
    else {
      yield {
        id: `gppd:${id}`,
        name: row.text("name"),
        state,
        lon,
        lat,
        mw,
        fuel: fuelWord(row.text("fuel1") === "Gas" ? "Natural Gas" : row.text("fuel1") || "other"),
        source: "wri-gppd",
        sourceIds: [id],
        jrcIds: [],
        eics: [],
      };
    }
  }
}
