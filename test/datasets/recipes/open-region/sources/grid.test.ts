import { describe, expect, it } from "vitest";
import { readGrid } from "../../../../../datasets/recipes/open-region/sources/grid.ts";
import type { RawFiles } from "../../../../../datasets/recipes/raw-files.ts";
import { onRawData } from "../raw-folder.ts";
import { plainRows, readFolder, readFrom, refusal } from "../small-region.ts";

const buses = `bus_id,station_id,voltage,dc,symbol,under_construction,tags,x,y
11,1,220,f,Substation,f,'"country"=>"AT", "name"=>"O''Hara, west"',16,48
12,1,380,f,Substation,f,'"country"=>"AT"',16,48
21,2,,f,Substation,f,'"country"=>"UK"',0,51
31,3,,f,joint,,,8,50
41,4,132,f,Substation,f,'"country"=>"PA"',34.5,31.5
`;
const lines = `line_id,bus0,bus1,voltage,circuits,under_construction
1,11,31,380,2,False
2,31,21,220,,False
3,11,21,380,1,True
4,11,12,380,1,False
`;
const files = {
  "g/buses.csv": buses,
  "g/lines.csv": lines,
  "g/links.csv": "link_id,bus0,bus1,under_construction\n1,12,41,f\n2,12,41,t\n",
  "g/converters.csv": "converter_id,bus0,bus1\n1,11,21\n",
};
const read = (raw: RawFiles) => readGrid(raw, "g");

describe("a GridKit extract", () => {
  it("has stations of their buses, with the highest voltage and the code of ISO", async () => {
    const { value } = await readFrom(files, read);
    expect(
      [...value.stations.values()].map(({ id, state, kv, isJoint, rows }) => [id, state, kv, isJoint, rows.length]),
    ).toEqual([
      ["1", "AT", 380, false, 2],
      ["2", "GB", 0, false, 1],
      ["3", "", 0, true, 1],
      // The extract writes PA for Palestine.
      ["4", "PS", 132, false, 1],
    ]);
  });

  it("has lines, links of direct current and converters in service between two stations", async () => {
    const { value, files: told } = await readFrom(files, read);
    expect(value.branches.map(({ a, b, kv, circuits }) => [a, b, kv, circuits])).toEqual([
      ["1", "3", 380, 2],
      ["3", "2", 220, 1],
      ["1", "4", null, 1],
      ["1", "2", null, 1],
    ]);
    expect(told).toMatchObject([
      { file: "g/buses.csv", rowsIn: 5, leftOut: {} },
      { file: "g/lines.csv", rowsIn: 4, leftOut: { "under construction": 1, "both ends in one station": 1 } },
      { file: "g/links.csv", rowsIn: 2, leftOut: { "under construction": 1 } },
      { file: "g/converters.csv", rowsIn: 1, leftOut: {} },
    ]);
  });

  it.each([
    ["a bus that is not there", { "g/lines.csv": lines.replace("1,11,31", "1,99,31") }, "g/lines.csv, row 2, bus0"],
    ["tags that are no pairs", { "g/buses.csv": buses.replace(`'"country"=>"UK"'`, "UK") }, "g/buses.csv, row 4, tags"],
    ["no longitude", { "g/buses.csv": buses.replace(",8,50", ",,50") }, "g/buses.csv, row 5, x"],
  ])("with %s is refused", async (_, change, place) => {
    expect(await refusal({ ...files, ...change }, read)).toMatchObject({
      code: "RECIPE_VALUE_UNKNOWN",
      message: expect.stringContaining(place),
    });
  });

  onRawData("of Europe has 8,807 buses, 1,786 of them joints, and 11,151 lines, 1,066 under construction", async () => {
    const dialect = { quote: "'", escape: "'" };
    const folder = "entsoe-gridkit";
    const [rows, raws] = await Promise.all(
      ["buses", "lines"].map((name) => plainRows(`${folder}/${name}.csv`, dialect)),
    );
    const joints = rows?.filter(({ symbol }) => symbol === "joint") ?? [];
    expect([rows?.length, joints.length, raws?.length]).toEqual([8807, 1786, 11_151]);
    const { value, files: told } = await readFolder((raw) => readGrid(raw, folder));
    const stations = [...value.stations.values()];
    const count = (wanted: typeof stations): number => wanted.reduce((sum, station) => sum + station.rows.length, 0);
    expect(count(stations)).toBe(8807);
    expect(count(stations.filter(({ isJoint }) => isJoint))).toBe(1786);
    // All but the joints name their State.
    expect(count(stations.filter(({ state }) => state !== ""))).toBe(7021);
    expect(told[1]).toMatchObject({ rowsIn: 11_151, leftOut: { "under construction": 1066 } });
    expect(told.map(({ rowsIn }) => rowsIn).slice(2)).toEqual([62, 6]);
  });
});
