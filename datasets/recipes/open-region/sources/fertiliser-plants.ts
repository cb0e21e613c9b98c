import { codeOfName } from "../../../formats/foreign/country-names.ts";
import type { RawFiles } from "../../raw-files.ts";
import { readRawRows } from "../../raw-rows.ts";
import { addAsset, type Draft } from "../draft.ts";

/** Plants that make ammonia, by their place in the list; capacity in thousand tonnes of ammonia a year. */
export async function addFertiliserPlants(draft: Draft, raw: RawFiles, file: string): Promise<void> {
  let index = 0;
  for await (const row of readRawRows(raw, file, ["Plant", "Ammonia [kt/a]", "Country", "Latitude", "Longitude"])) {
    const state = codeOfName(row.text("Country"));
    if (state === null) throw row.unusable("Country");
    const kilotonnes = row.number("Ammonia [kt/a]");
    if (draft.region.states.includes(state)) {
      addAsset(draft, {
        id: `fert:${index}`,
        name: row.text("Plant"),
        sector: "food",
        kind: "fertiliser plant",
        states: [{ state, share: 1 }],
        lon: row.need("Longitude"),
        lat: row.need("Latitude"),
        ...(kilotonnes === null ? {} : { capacity: kilotonnes, unit: "kt NH3/a" }),
        source: "pypsa-eur-ammonia",
        licence: "CC-BY-4.0",
        extra: { x_source_id: row.text("Plant") },
      });
    } else row.leaveOut("outside the region");
    index += 1;
  }
}
