import { otherStateCodes } from "../../../states.ts";
import type { RawFiles } from "../../raw-files.ts";
import { readRawRows } from "../../raw-rows.ts";
import { addAsset, type Draft } from "../draft.ts";
import type { Region } from "../region.ts";

/** Ids of hydro plants behind a dam or with pumps, of any size: what a plant of another list may be matched with. */
export type Dams = ReadonlySet<string>;

/**
 * Reservoirs of the hydro-power database of the JRC: plants behind a dam or with pumps, of `leastMw` or of more than
 * `moreThanMm3`. Answers the ids of all that have a dam.
 */
export async function addReservoirs(
  draft: Draft,
  raw: RawFiles,
  { file, leastMw, moreThanMm3 }: NonNullable<Region["sources"]["reservoirs"]>,
): Promise<Dams> {
  const dams = new Set<string>();
  const columns = ["id", "name", "installed_capacity_MW", "type", "country_code", "lat", "lon", "volume_Mm3"];
  for await (const row of readRawRows(raw, file, columns)) {
    const id = row.text("id");
    if (!["HDAM", "HPHS"].includes(row.text("type"))) {
      row.leaveOut("run of river: no reservoir");
      continue;
    }
    dams.add(id);
    const code = row.text("country_code");
    const state = otherStateCodes.get(code) ?? code;
    // A volume of 0 stands for one that is not known.
    const volume = row.number("volume_Mm3") || null;
    if (!draft.region.states.includes(state)) row.leaveOut("outside the region");
    else if ((row.number("installed_capacity_MW") ?? 0) < leastMw && (volume ?? 0) <= moreThanMm3) {
      row.leaveOut(`under ${leastMw} MW and not over ${moreThanMm3} million m3`);
    } else {
      addAsset(draft, {
        id: `res:${id}`,
        name: `${row.text("name")} reservoir`,
        sector: "water",
        kind: "reservoir",
        states: [{ state, share: 1 }],
        lon: row.need("lon"),
        lat: row.need("lat"),
        ...(volume === null ? {} : { capacity: volume, unit: "Mm3" }),
        source: "jrc-hydro",
        licence: "CC-BY-4.0",
        extra: { x_source_id: id },
      });
    }
  }
  return dams;
}
