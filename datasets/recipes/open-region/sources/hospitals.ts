import { stateOfThreeLetters } from "../../../states.ts";
import type { RawFiles } from "../../raw-files.ts";
import { readRawRows } from "../../raw-rows.ts";
import { addAsset, type Draft } from "../draft.ts";

/** Health centres and posts that are tagged as hospitals, by how French, English and Portuguese names begin or end. `\b` knows no é. */
const smaller =
  /^(?:cds|csb|centre de sant[eé]|dispensaire|centro de sa[uú]de|posto)(?!\p{L})|\b(?:dispensary|clinic|health (?:centre|center|post))\b/iu;

/** Hospitals of healthsites.io with a name; small health centres under that tag are left out. Beds are known of very few. */
export async function addHospitals(draft: Draft, raw: RawFiles, file: string): Promise<void> {
  for await (const row of readRawRows(raw, file, ["osm_id", "osm_type", "name", "iso3c", "lat", "lon", "beds"])) {
    // Nodes and ways of OpenStreetMap are counted apart.
    const id = `${row.text("osm_type").slice(0, 1)}${row.text("osm_id")}`;
    const state = stateOfThreeLetters.get(row.text("iso3c"));
    const beds = row.number("beds");
    if (state === undefined || !draft.region.states.includes(state)) row.leaveOut("outside the region");
    else if (row.text("name") === "") row.leaveOut("without a name");
    else if (smaller.test(row.text("name"))) row.leaveOut("a health centre or clinic by its name");
    else if (draft.assets.has(`hosp:${id}`)) row.drop(id, "the id is there twice");
    else {
      addAsset(draft, {
        id: `hosp:${id}`,
        name: row.text("name"),
        sector: "health",
        kind: "hospital",
        states: [{ state, share: 1 }],
        lon: row.need("lon"),
        lat: row.need("lat"),
        ...(beds === null ? {} : { capacity: beds, unit: "beds" }),
        source: "healthsites",
        licence: "ODbL-1.0",
        extra: { x_source_id: `${row.text("osm_type")} ${row.text("osm_id")}` },
      });
    }
  }
}
