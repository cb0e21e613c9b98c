import { describe, expect, it } from "vitest";
import { powerplantmatching } from "../../../../datasets/formats/foreign/powerplantmatching.ts";
import { guessFormats } from "../../../../datasets/formats/foreign/registry.ts";
import { filesOf, readDamaged, readFiles } from "../../../support/foreign-formats.ts";
import { told } from "../../../support/foreign-outcome.ts";
import { rawMissing, rawRows, readRaw, wholeDataset } from "../../../support/raw-files.ts";

const files = new Map([
  [
    "plants.csv",
    `id,Name,Fueltype,Technology,Set,Country,Capacity,DateIn,DateOut,lat,lon,Volume_Mm3,DamHeight_m,EIC,projectID
0,North,Hard Coal,Steam Turbine,PP,Netherlands,485.0,1973.0,2034.0,51.43,3.72,0.0,0.0,{'49W1'},"{'GEM': {'G1', 'G2'}, 'GEO': {'GEO-1'}}"
1,Core,Nuclear,Steam Turbine,PP,Czechia,2000.0,,,49.09,14.38,0.0,0.0,"{nan, '27W1'}",{}
2,Upper lake,Hydro,Pumped Storage,Store,Kosovo,300.0,,,42.7,21.0,7.5,60.0,{nan},"{'GEM': {'G3'}}"
3,Mill,Hydro,Run-Of-River,PP,Ruritania,0.0,,,48.2,11.5,0.0,0.0,plain,
`,
  ],
]);
const options = { description: { licence: "CC-BY-4.0" } };

describe("powerplantmatching", () => {
  it("reads plants", async () => {
    const { dataset, issues } = await readFiles(powerplantmatching, files, options);
    expect(issues.filter(({ severity }) => severity === "error")).toEqual([]);
    const rows = dataset?.assets.map(({ id, kind, states: [at], capacity, unit, produces }) => {
      return [id, kind, at?.state, capacity, unit, produces?.[0]];
    });
    expect(rows).toEqual([
      ["plant-0", "power plant", "NL", 485, "MW", { commodity: "electricity", amount: 485 }],
      ["plant-1", "nuclear power plant", "CZ", 2000, "MW", { commodity: "electricity", amount: 2000 }],
      ["plant-2", "hydro power plant", "XK", 300, "MW", undefined],
      ["plant-3", "hydro power plant", "DE", undefined, undefined, { commodity: "electricity" }],
    ]);
    expect(dataset?.assets[0]).toMatchObject({ name: "North", subsector: "Hard Coal", lon: 3.72, lat: 51.43 });
    expect(dataset?.assets.map(({ extra }) => [extra?.["x_EIC"], extra?.["x_projectID"]])).toEqual([
      ["49W1", "GEM:G1|GEM:G2|GEO:GEO-1"],
      ["27W1", undefined],
      [undefined, "GEM:G3"],
      ["plain", undefined],
    ]);
    expect(dataset?.assets[2]?.extra).toMatchObject({ x_Volume_Mm3: "7.5", x_DamHeight_m: "60.0", x_Set: "Store" });
    expect(dataset?.assets[0]?.extra?.["x_Volume_Mm3"]).toBeUndefined();
  });

  it("tells what was taken for another", async () => {
    const outcome = await readFiles(powerplantmatching, files, options);
    expect(told(outcome, "VALUE_REPAIRED").map(({ row, column }) => [row, column])).toEqual([
      [2, "Volume_Mm3"],
      [2, "DamHeight_m"],
      [5, "Country"],
      [5, "Capacity"],
    ]);
    expect(told(outcome, "PART_NOT_READ")).toMatchObject([{ row: 2, column: "DateOut" }]);
  });

  it("says which cell cannot be read", async () => {
    const [text = ""] = files.values();
    const bad = text.replace("{'49W1'}", "{49W1}").replace("2000.0", "2 GW");
    const outcome = await readFiles(powerplantmatching, new Map([["plants.csv", bad]]), options);
    expect(told(outcome, "LITERAL_MALFORMED")).toMatchObject([{ row: 2, column: "EIC" }]);
    expect(told(outcome, "CELL_NOT_NUMBER")).toMatchObject([{ row: 3, column: "Capacity" }]);
  });

  it("is known by its header", async () => {
    const [best] = await guessFormats(filesOf("upload", new Map([["LICENCE.txt", ""], ...files])));
    expect(best).toMatchObject({ format: { id: "powerplantmatching" }, confidence: 0.95 });
  });

  it("refuses damaged files with a place and never breaks", async () => {
    const { refused, unplaced } = await readDamaged(powerplantmatching, files, 500, options);
    expect(unplaced).toEqual([]);
    expect(refused).toBeGreaterThan(0);
  });

  it.skipIf(rawMissing("powerplantmatching") !== null)(
    "reads all of version 0.6.1",
    async () => {
      const outcome = await readRaw(powerplantmatching, "powerplantmatching/powerplants.csv");
      const { assets } = wholeDataset(outcome);
      expect(assets.length).toBe(22_817);
      expect(new Set(assets.map(({ states: [at] }) => at?.state)).size).toBe(36);
      expect(assets.filter(({ lon, lat }) => lon === undefined || lat === undefined)).toEqual([]);
      expect(assets.filter(({ kind }) => kind === "nuclear power plant").length).toBe(107);
      expect(assets.filter(({ produces }) => produces === undefined).length).toBe(163);
      const rows = await rawRows("powerplantmatching/powerplants.csv");
      const zeros = (column: string): number =>
        rows.filter(({ [column]: cell = "" }) => /^0(\.0*)?$/u.test(cell)).length;
      const columns = ["Volume_Mm3", "DamHeight_m", "StorageCapacity_MWh", "Capacity"];
      const counts = told(outcome, "VALUE_REPAIRED").map(({ column, text }) => [column, /: (\d+),/u.exec(text)?.[1]]);
      expect(counts).toEqual(columns.map((column) => [column, String(zeros(column))]));
    },
    60_000,
  );
});
