import { describe, expect, it } from "vitest";
import { readFreshWaterCooled } from "../../../../../datasets/recipes/open-region/sources/cooling.ts";
import { onRawData } from "../raw-folder.ts";
import { plainRows, readFolder, readFrom, refusal } from "../small-region.ts";

const file = "units.csv";

describe("cooling of the plants of JRC-PPDB-OPEN", () => {
  it("is with fresh water where both columns say so", async () => {
    const text = `eic_p,water_type,cooling_type
A,Freshwater,Once-through
A,Freshwater,Mechanical Draught Tower
B,Freshwater,Air Cooling
C,Freshwater,No Cooling
D,Freshwater,
E,Seawater,Once-through
`;
    const { value, files } = await readFrom({ [file]: text }, (raw) => readFreshWaterCooled(raw, file));
    expect([...value]).toEqual(["A"]);
    expect(files[0]).toMatchObject({ rowsUsed: 2, leftOut: { "not seen to be cooled with fresh water": 4 } });
  });

  it("is refused without its columns", async () => {
    const text = "eic_p,water_type\n";
    expect(await refusal({ [file]: text }, (raw) => readFreshWaterCooled(raw, file))).toMatchObject({
      code: "RECIPE_FILE_MALFORMED",
      message: expect.stringContaining("cooling_type"),
    });
  });

  onRawData("is known of 2,343 of 7,117 units, the water of 6,326", async () => {
    const raw = "jrc-ppdb-open/JRC_OPEN_UNITS.csv";
    const rows = await plainRows(raw);
    const stated = (column: string): number => rows.filter((row) => !["", "None"].includes(row[column] ?? "")).length;
    expect([rows.length, stated("water_type"), stated("cooling_type")]).toEqual([7117, 6326, 2343]);
    const fresh = rows.filter((row) => row["water_type"] === "Freshwater" && row["cooling_type"] !== "");
    const wet = fresh.filter((row) => !/^(?:air|no) cooling$/iu.test(row["cooling_type"] ?? ""));
    const { value, files } = await readFolder((folder) => readFreshWaterCooled(folder, raw));
    expect(files[0]?.rowsUsed).toBe(wet.length);
    expect(value).toEqual(new Set(wet.map((row) => row["eic_p"])));
  });
});
