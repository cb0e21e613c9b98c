import { describe, expect, it } from "vitest";
import { joinLines } from "../../../../../datasets/recipes/open-region/rules/o1-lines.ts";
import { readGrid } from "../../../../../datasets/recipes/open-region/sources/grid.ts";
import { draftOf, readFrom } from "../small-region.ts";

const bus = (id: number, kv: string, state: string, symbol = "Substation"): string =>
  `${id},${id},${kv},${symbol},${state === "" ? "" : `'"country"=>"${state}"'`},${id},0`;
const buses = [
  "bus_id,station_id,voltage,symbol,tags,x,y",
  bus(1, "380", "AA"),
  bus(2, "220", "AA"),
  bus(3, "132", "AA"),
  bus(4, "220", "XX"),
  bus(5, "", "", "joint"),
  bus(6, "", "BB", "Converter"),
  bus(7, "", "BB", "Converter"),
  bus(8, "132", "AA"),
];
const lines = [
  "line_id,bus0,bus1,voltage,circuits,under_construction",
  "1,1,2,220,2,f",
  "2,1,5,380,1,f",
  "3,2,5,220,1,f",
  "4,3,5,132,1,f",
  "5,2,4,220,1,f",
  "6,3,8,132,1,f",
];
const files = {
  "g/buses.csv": `${buses.join("\n")}\n`,
  "g/lines.csv": `${lines.join("\n")}\n`,
  "g/links.csv": "link_id,bus0,bus1,under_construction\n1,1,6,f\n",
  "g/converters.csv": "converter_id,bus0,bus1\n1,6,7\n",
};

describe("O1", () => {
  it("makes substations, junctions and connections of a grid, and says what became of each row", async () => {
    const draft = draftOf([]);
    const { files: told } = await readFrom(files, async (raw) =>
      joinLines(draft, await readGrid(raw, "g"), 220, ({ lon }) => ` near Town ${lon}`),
    );
    expect([...draft.assets.values()].map(({ id, kind, name, states }) => [id, kind, name, states[0]?.state])).toEqual([
      ["sub:1", "substation", "Substation 380 kV near Town 1", "AA"],
      ["sub:2", "substation", "Substation 220 kV near Town 2", "AA"],
      ["sub:3", "substation", "Substation 132 kV near Town 3", "AA"],
      ["sub:6", "substation", "Converter near Town 6", "BB"],
      ["sub:7", "substation", "Converter near Town 7", "BB"],
      ["jct:5", "junction", "Line junction 380 kV near Town 5", "AA"],
    ]);
    // Direct current has no voltage; between two converters it is O1d. A degree is 111.195 km.
    const rows = draft.connections.map(({ id, extra, lengthKm }) => [id, extra?.["x_voltage_kv"], lengthKm]);
    expect(rows.sort(([a], [b]) => (String(a) < String(b) ? -1 : 1))).toEqual([
      ["O1:sub:1~jct:5", "380", 444.8],
      ["O1:sub:1~sub:2", "220", 111.2],
      ["O1:sub:1~sub:6", undefined, 556],
      ["O1:sub:2~jct:5", "220", 333.6],
      ["O1:sub:3~jct:5", "132", 222.4],
      ["O1d:sub:6~sub:7", undefined, 111.2],
    ]);
    expect(draft.connections[0]?.extra).toEqual({ x_circuits: "2", x_current: "ac", x_voltage_kv: "220" });
    expect(told.map(({ file, leftOut }) => [file, leftOut])).toEqual([
      [
        "g/buses.csv",
        {
          "outside the region": 1,
          "joints, which are contracted": 1,
          "on no line of 220 kV, of direct current or over a border, or beyond the fringe": 1,
        },
      ],
      [
        "g/lines.csv",
        {
          "an end outside the region": 1,
          "under 220 kV inside one State, or beyond the fringe, or between joints": 1,
        },
      ],
      ["g/links.csv", {}],
      ["g/converters.csv", {}],
    ]);
  });
});
