import { describe, expect, it } from "vitest";
import { readGppd } from "../../../../../datasets/recipes/open-region/sources/gppd.ts";
import type { Plant } from "../../../../../datasets/recipes/open-region/sources/plant.ts";
import type { RawFiles } from "../../../../../datasets/recipes/raw-files.ts";
import { onRawData } from "../raw-folder.ts";
import { everyState, plainRows, readFolder, readFrom, refusal, smallRegion } from "../small-region.ts";

const file = "wri-gppd/database_WRI.csv";
const header = "country,name,gppd_idnr,capacity_mw,latitude,longitude,fuel1\n";

const read = (leastMw: number, states: readonly string[]) => async (raw: RawFiles) => {
  const plants: Plant[] = [];
  for await (const plant of readGppd(raw, { format: "gppd", file, leastMw }, smallRegion({ states: [...states] }))) {
    plants.push(plant);
  }
  return plants;
};

describe("the Global Power Plant Database", () => {
  it("gives plants in the words of the recipe, and says of each other row why not", async () => {
    const text = `${header}KEN,Olkaria,KEN1,10,-0.9,36.3,Geothermal
KEN,Mombasa,KEN2,9.9,-4,39.7,Oil
KEN,Nameless,KEN3,50,,39.7,
KEN,Unsized,KEN4,,-4,39.7,Gas
KEN,Kipevu,KEN5,74,-4.04,39.63,Gas
KEN,Fuelless,KEN6,50,-4,39.7,
USA,Elsewhere,USA1,500,40,-100,Coal
ZZZ,Nowhere,ZZZ1,500,0,0,Coal
`;
    const { value, files, dropped } = await readFrom({ [file]: text }, read(10, ["KE"]));
    expect(value).toMatchObject([
      { id: "gppd:KEN1", name: "Olkaria", state: "KE", lon: 36.3, lat: -0.9, mw: 10, fuel: "geothermal" },
      { id: "gppd:KEN5", fuel: "natural-gas", sourceIds: ["KEN5"], jrcIds: [], eics: [] },
      { id: "gppd:KEN6", fuel: "other" },
    ]);
    expect(files).toEqual([
      { file, rowsIn: 8, rowsUsed: 3, rowsDropped: 2, leftOut: { "under 10 MW": 1, "outside the region": 2 } },
    ]);
    expect(dropped).toEqual([
      { file, row: 4, id: "KEN3", reason: "it has no place" },
      { file, row: 5, id: "KEN4", reason: "its capacity is not stated" },
    ]);
  });

  it("refuses a capacity in words, by its row", async () => {
    const text = `${header}KEN,Olkaria,KEN1,large,-0.9,36.3,Geothermal\n`;
    expect(await refusal({ [file]: text }, read(10, ["KE"]))).toMatchObject({
      code: "RECIPE_VALUE_UNKNOWN",
      message: expect.stringContaining("row 2, capacity_mw"),
    });
  });

  onRawData("has 16,179 plants in 131 States, of which 9 state no capacity and 4,964 no place", async () => {
    const rows = await plainRows(file);
    expect([rows.length, new Set(rows.map(({ country }) => country)).size]).toEqual([16_179, 131]);
    const located = rows.filter((row) => row["capacity_mw"] !== "" && row["latitude"] !== "");
    const { value, files } = await readFolder(read(0, everyState));
    expect(value).toHaveLength(located.length);
    expect(files).toMatchObject([{ rowsIn: 16_179, rowsDropped: 16_179 - located.length, leftOut: {} }]);
    const total = (list: readonly number[]): number => Math.round(list.reduce((sum, mw) => sum + mw, 0));
    expect(total(value.map(({ mw }) => mw))).toBe(total(located.map((row) => Number(row["capacity_mw"]))));
  });
});
