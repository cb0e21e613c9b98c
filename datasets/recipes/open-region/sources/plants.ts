import type { RawFiles } from "../../raw-files.ts";
import { addAsset, type Draft } from "../draft.ts";
import { readGppd } from "./gppd.ts";
import type { Dams } from "./hydro.ts";
import { type Plant, type PlantList, plantKind } from "./plant.ts";
import { readPowerplantmatching } from "./powerplantmatching.ts";

/** Adds the plants of each list that the region names; answers them with their ids of other lists. */
export async function addPlants(
  draft: Draft,
  raw: RawFiles,
  lists: readonly PlantList[],
  dams: Dams,
): Promise<readonly Plant[]> {
  const plants: Plant[] = [];
  for (const list of lists) {
    const rows =
      list.format === "gppd"
        ? readGppd(raw, list, draft.region)
        : readPowerplantmatching(raw, list, draft.region, dams);
    for await (const plant of rows) {
      plants.push(plant);
      addAsset(draft, {
        id: plant.id,
        name: plant.name,
        sector: "energy",
        kind: plantKind,
        subsector: plant.fuel,
        states: [{ state: plant.state, share: 1 }],
        lon: plant.lon,
        lat: plant.lat,
        capacity: plant.mw,
        unit: "MW",
        produces: [{ commodity: "electricity", amount: plant.mw }],
        source: plant.source,
        licence: "CC-BY-4.0",
        ...(plant.sourceIds.length === 0 ? {} : { extra: { x_source_id: plant.sourceIds.join(" ") } }),
      });
    }
  }
  return plants;
}
