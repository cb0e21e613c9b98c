import { describe, expect, it } from "vitest";
import { readExchanges } from "../../../../../datasets/recipes/open-region/sources/exchanges.ts";
import { onRawData } from "../raw-folder.ts";
import { readFolder, readFrom, refusal } from "../small-region.ts";

const file = "exchanges.json";

describe("exchanges of Electricity Maps", () => {
  it("are taken between two States, with the smaller of their capacities", async () => {
    const text = JSON.stringify({
      "AL->GR": { capacity: [-400, 533], lonlat: [20, 40] },
      "DK-DK1->DE": { capacity: [-2500, 1800] },
      "LA->TH": {},
      "AM->IR": { capacity: [0, 100] },
      "DK-DK1->DK-DK2": { capacity: [-600, 600] },
    });
    const { value, files } = await readFrom({ [file]: text }, (raw) => readExchanges(raw, file));
    expect(value).toEqual([
      { id: "AL->GR", a: "AL", b: "GR", mw: 400 },
      { id: "DK-DK1->DE", a: "DK", b: "DE", mw: 1800 },
      { id: "LA->TH", a: "LA", b: "TH", mw: null },
      { id: "AM->IR", a: "AM", b: "IR", mw: null },
    ]);
    expect(files).toEqual([
      { file, rowsIn: 5, rowsUsed: 4, rowsDropped: 0, leftOut: { "between two zones of one State": 1 } },
    ]);
  });

  it.each([
    ["no JSON", "{", "RECIPE_FILE_MALFORMED"],
    ["a list", "[1]", "RECIPE_FILE_MALFORMED"],
    ["a capacity of one direction", '{"A->B": {"capacity": [5]}}', "RECIPE_FILE_MALFORMED"],
    ["a capacity in words", '{"A->B": {"capacity": ["5", "6"]}}', "RECIPE_FILE_MALFORMED"],
  ])("are refused where the file is %s", async (_, text, code) => {
    expect(await refusal({ [file]: text }, (raw) => readExchanges(raw, file))).toMatchObject({ code });
  });

  it("are refused where the file is not there", async () => {
    expect(await refusal({}, (raw) => readExchanges(raw, file))).toMatchObject({ code: "RECIPE_FILE_MISSING" });
  });

  onRawData("are 379, of which 182 cross a border and 72 of those state MW", async () => {
    const { value, files } = await readFolder((raw) => readExchanges(raw, "electricitymaps-mit/exchanges.json"));
    expect(files[0]?.rowsIn).toBe(379);
    expect(value).toHaveLength(182);
    expect(value.filter(({ mw }) => mw !== null)).toHaveLength(72);
  });
});
