import { codeOfName } from "../../../formats/foreign/country-names.ts";
import { parsePython, type PythonValue } from "../../../formats/foreign/python-literal.ts";
import type { RawFiles } from "../../raw-files.ts";
import { type RawRow, readRawRows } from "../../raw-rows.ts";
import type { Region } from "../region.ts";
import type { Dams } from "./hydro.ts";
import { fuelWord, type Plant, type PlantList } from "./plant.ts";

const columns = ["id", "Name", "Fueltype", "Country", "Capacity", "DateOut", "lat", "lon", "EIC", "projectID"];

/**
 * The plants of powerplantmatching that are in use and of `leastMw`, or of `leastDamMw` and matched with a dam. A plant with
 * a year of closure that is not after `inUseAfterYear` is closed.
 */
export async function* readPowerplantmatching(
  raw: RawFiles,
  { file, leastMw, leastDamMw = leastMw, inUseAfterYear }: PlantList,
  region: Region,
  dams: Dams,
): AsyncGenerator<Plant> {
  for await (const row of readRawRows(raw, file, columns)) {
    const state = codeOfName(row.text("Country"));
    if (state === null) throw row.unusable("Country");
    const projects = idsOf(row, "projectID");
    const jrcIds = (projects.get("JRC") ?? []).map((id) => id.replace(/^JRC-/u, ""));
    const mw = row.need("Capacity");
    const closed = row.number("DateOut");
    if (!region.states.includes(state)) row.leaveOut("outside the region");
    else if (closed !== null && inUseAfterYear !== undefined && closed <= inUseAfterYear) {
      row.leaveOut(`closed in ${inUseAfterYear} or before`);
    } else if (mw < (jrcIds.some((id) => dams.has(id)) ? leastDamMw : leastMw)) {
      row.leaveOut(`under ${leastMw} MW, or with a dam under ${leastDamMw} MW`);
    } else {
      yield {
        id: `pp:${row.text("id")}`,
        name: row.text("Name"),
        state,
        lon: row.need("lon"),
        lat: row.need("lat"),
        mw,
        fuel: fuelWord(row.text("Fueltype")),
        source: "powerplantmatching",
        sourceIds: [...projects].flatMap(([list, ids]) => ids.map((id) => `${list}:${id}`)),
        jrcIds,
        eics: [...(idsOf(row, "EIC").get("") ?? []), ...(projects.get("ENTSOE") ?? [])],
      };
    }
  }
}

/** Sets of ids by list: `{'GEM': {'G1', 'G2'}}`; of a bare set under no name. Sorted: a set has no order of its own. */
function idsOf(row: RawRow, column: string): ReadonlyMap<string, readonly string[]> {
  const text = row.text(column);
  if (text === "") return new Map();
  const value = parsePython(text);
  if (value === undefined) throw row.unusable(column);
  if (value instanceof Map) return new Map([...value].map(([list, ids]) => [list, words(ids)]));
  return new Map([["", words(value)]]);
}

function words(value: PythonValue): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string").toSorted() : [];
}
