import type { RawFiles } from "../../raw-files.ts";
import { readRawRows } from "../../raw-rows.ts";

/** How plants are cooled that need no water for it, or of which nothing is said. */
const dry: readonly string[] = ["", "Air Cooling", "No Cooling"];

/** Energy identification codes of the plants of JRC-PPDB-OPEN that fresh water is seen to cool. */
export async function readFreshWaterCooled(raw: RawFiles, file: string): Promise<ReadonlySet<string>> {
  const eics = new Set<string>();
  for await (const row of readRawRows(raw, file, ["eic_p", "water_type", "cooling_type"])) {
    if (row.text("water_type") === "Freshwater" && !dry.includes(row.text("cooling_type"))) eics.add(row.text("eic_p"));
    else row.leaveOut("not seen to be cooled with fresh water");
  }
  return eics;
}
