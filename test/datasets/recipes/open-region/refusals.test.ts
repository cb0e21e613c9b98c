import { rm } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { buildRegion } from "../../../../datasets/recipes/open-region/build-region.ts";
import { RecipeError, type RecipeErrorCode } from "../../../../datasets/recipes/recipe-error.ts";
import { excerpt, packages, region } from "./excerpt.ts";
import { writeFolder } from "./raw-folder.ts";

const buses = "entsoe-gridkit/buses.csv";
const pipes = "scigrid-gas/gas_network_dataset.csv";
const plants = "powerplantmatching/powerplants.csv";
const energy = "world-factbook/energy_balance_text.csv";

const refusals: readonly [what: string, file: string, change: (text: string) => string, code: RecipeErrorCode][] = [
  ["a column that is not there", buses, (text) => text.replace("voltage", "volts"), "RECIPE_FILE_MALFORMED"],
  ["an unclosed quote", plants, (text) => `${text}"7,Open`, "RECIPE_FILE_MALFORMED"],
  ["a coordinate that is no number", buses, (text) => text.replace("48.26", "north"), "RECIPE_VALUE_UNKNOWN"],
  ["tags that are no pairs", buses, (text) => text.replace('"country"=>"AT"', "country AT"), "RECIPE_VALUE_UNKNOWN"],
  [
    "a line to a bus that is not there",
    "entsoe-gridkit/lines.csv",
    (text) => text.replace("102", "777"),
    "RECIPE_VALUE_UNKNOWN",
  ],
  ["a cell that is no list", pipes, (text) => text.replace("\"['N1', 'N2']\"", "exit()"), "RECIPE_VALUE_UNKNOWN"],
  ["a capacity in words", plants, (text) => text.replace("1000.0", "much"), "RECIPE_VALUE_UNKNOWN"],
  ["a country nobody knows", plants, (text) => text.replace("Austria", "Atlantis"), "RECIPE_VALUE_UNKNOWN"],
  ["a consumption in words", energy, (text) => text.replace("17.52 billion", "much"), "RECIPE_VALUE_UNKNOWN"],
];

async function refusalOf(from: string | null): Promise<unknown> {
  return buildRegion(region, { from, progress: () => undefined }, packages).catch((error: unknown) => error);
}

describe("a region is not built from raw files that cannot be used", () => {
  it.each(refusals)("%s", async (_, file, change, code) => {
    const folder = await writeFolder({ ...excerpt, [file]: change(excerpt[file] ?? "") });
    const error = await refusalOf(folder);
    await rm(folder, { recursive: true });
    expect(error).toBeInstanceOf(RecipeError);
    expect(error).toMatchObject({ code, message: expect.stringContaining(file) });
  });

  it("no folder, and a folder without the files", async () => {
    expect(await refusalOf(null)).toMatchObject({ code: "RECIPE_FROM_MISSING" });
    expect(await refusalOf("/nowhere")).toMatchObject({ code: "RECIPE_FILE_MISSING" });
  });
});
