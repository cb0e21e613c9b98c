import { describe, expect, it } from "vitest";
import { type Mapping, parseMapping, readDataset } from "../../../datasets/formats/index.ts";
import { filesOf, soundFolder } from "../../support/rows-as-files.ts";

const theirs = "plant_id,label,kw,country,remark,x_ref\nP1,Plant,1500,XA,nice,7\nS1,Station,,XA,,\n";
const mapping: Mapping = {
  assets: {
    file: "plants.csv",
    columns: {
      id: "plant_id",
      name: "label",
      states: "country",
      capacity: { column: "kw", factor: 0.001 },
      x_kw: "kw",
    },
    constants: { sector: "energy", kind: "power plant", unit: "MW", source: "register", x_lot: 3 },
    drop: ["remark"],
  },
};
const folder = (text = theirs) => ({
  "dataset.json": soundFolder["dataset.json"] ?? "",
  "dependencies.csv": soundFolder["dependencies.csv"] ?? "",
  "plants.csv": text,
});

describe("a mapping", () => {
  it("renames, converts, adds constants and leaves out", async () => {
    const { dataset, issues } = await readDataset(filesOf(folder()), { mapping });
    expect(issues).toEqual([]);
    expect(dataset?.assets[0]).toEqual({
      id: "P1",
      name: "Plant",
      sector: "energy",
      kind: "power plant",
      states: [{ state: "XA", share: 1 }],
      capacity: 1.5,
      unit: "MW",
      source: "register",
      extra: { x_kw: "1500", x_ref: "7", x_lot: "3" },
    });
    expect(dataset?.assets[1]?.capacity).toBeUndefined();
  });

  it("is found among the files", async () => {
    const { dataset } = await readDataset(filesOf({ ...folder(), "mapping.json": JSON.stringify(mapping) }));
    expect(dataset?.assets.map(({ name }) => name)).toEqual(["Plant", "Station"]);
  });

  it("leaves issues in the terms of the file, from reading and from the checks", async () => {
    const placeOf = async (text: string) => (await readDataset(filesOf(folder(text)), { mapping })).issues[0];
    expect(await placeOf(theirs.replace("1500", "much"))).toMatchObject({
      code: "CELL_NOT_NUMBER",
      file: "plants.csv",
      row: 2,
      column: "kw",
    });
    expect(await placeOf(theirs.replace("1500", "-1500"))).toMatchObject({
      code: "VALUE_OUT_OF_RANGE",
      row: 2,
      column: "kw",
    });
    expect(await placeOf(theirs.replace("S1,", ","))).toMatchObject({
      code: "VALUE_MISSING",
      row: 3,
      column: "plant_id",
    });
    expect(await placeOf(theirs.replace("remark", "id"))).toMatchObject({
      code: "COLUMN_UNKNOWN",
      row: 1,
      column: "id",
    });
  });

  it.each([
    [{ assets: { columns: { colour: "c" } } }, "MAPPING_COLUMN_UNKNOWN", "assets.colour"],
    [{ assets: { constants: { colour: "c" } } }, "MAPPING_COLUMN_UNKNOWN", "assets.colour"],
    [{ assets: { columns: { name: { column: "n", factor: 2 } } } }, "MAPPING_CONFLICT", "assets.columns.name"],
    [{ assets: { colums: {} } }, "FIELD_UNKNOWN", "assets.colums"],
    [{ things: {} }, "FIELD_UNKNOWN", "things"],
    [[], "FIELD_WRONG_TYPE", null],
  ])("is refused where it is wrong: %j", (value, code, column) => {
    const { mapping: parsed, issues } = parseMapping(value, "mapping.json");
    expect(parsed).toBeNull();
    expect(issues[0]).toMatchObject({ code, column, file: "mapping.json" });
  });
});

describe("a second header row of HXL tags", () => {
  const tagged = (tags: string, names = "id,name,sector,kind,states,breite,länge,source") => ({
    ...soundFolder,
    "assets.csv": `${names}\n${tags}\nP1,P,energy,power plant,XA,50,1,s\nS1,S,energy,substation,XA,51,2,s\n`,
  });

  it("is no asset, and names columns that are not ours", async () => {
    const { dataset, issues } = await readDataset(
      filesOf(tagged("#loc+id,#loc+name,#sector,#loc+type,#country+code+v_iso2,#geo+lat,#geo + lon,#meta+source")),
    );
    expect(issues).toEqual([]);
    expect(dataset?.assets.map(({ id, lon, lat }) => [id, lon, lat])).toEqual([
      ["P1", 1, 50],
      ["S1", 2, 51],
    ]);
  });

  it("does not save a column whose tag is not known", async () => {
    const { issues } = await readDataset(
      filesOf(tagged("#loc+id,#loc+name,#sector,#loc+type,#country+code,#mood,#geo+lon,")),
    );
    expect(issues.map(({ code, row, column }) => [code, row, column])).toEqual([
      ["COLUMN_UNKNOWN", 1, "breite"],
      ["PLACE_HALF", 3, "lat"],
      ["PLACE_HALF", 4, "lat"],
    ]);
  });
});
