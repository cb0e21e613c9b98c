import { describe, expect, it } from "vitest";
import { defaultCaps } from "../../../../datasets/formats/caps.ts";
import {
  above0,
  nameOf,
  ownCells,
  pandapowerNet,
  placeIn,
} from "../../../../datasets/formats/foreign/pandapower-tables.ts";

const table = (value: unknown) => ({
  _module: "pandas.core.frame",
  _class: "DataFrame",
  _object: JSON.stringify(value),
});
const net = (object: object) => ({ _class: "pandapowerNet", _object: object });
const bus = {
  columns: ["name", "vn_kv"],
  index: [4, 9],
  data: [
    ["North", 380],
    [null, 220],
  ],
};

describe("a network", () => {
  it("is its tables, with rows by their index", () => {
    const { tables, name } = pandapowerNet(net({ name: "grid", bus: table(bus), f_hz: 50 }), "n.json", defaultCaps);
    expect([name, [...tables.keys()]]).toEqual(["grid", ["bus"]]);
    expect(tables.get("bus")).toEqual([
      { row: 1, index: "4", cells: { name: "North", vn_kv: 380 } },
      { row: 2, index: "9", cells: { name: null, vn_kv: 220 } },
    ]);
  });

  it.each([
    [null, "FILE_KIND_UNKNOWN", null],
    [{ _class: "Other" }, "FILE_KIND_UNKNOWN", null],
    [net({ bus: table({ columns: ["a"], index: [1], data: [] }) }), "FIELD_MISSING", null],
    [net({ bus: table({ columns: ["a"], index: [1], data: [[1, 2]] }) }), "CSV_ROW_LENGTH", 1],
    [
      net({ bus: table({ columns: Array.from({ length: 201 }, () => "c"), index: [], data: [] }) }),
      "COLUMNS_TOO_MANY",
      null,
    ],
    [net({ bus: { _class: "DataFrame", _object: "{" } }), "JSON_MALFORMED", 1],
  ])("as %j is refused with %s", (root, code, row) => {
    expect(() => pandapowerNet(root, "n.json", defaultCaps)).toThrow(
      expect.objectContaining({ issue: expect.objectContaining({ code, row }) }),
    );
  });
});

it("numbers, names, places and own cells are taken where they are there", () => {
  expect([5, 0, -1, Infinity, "5", null].map(above0)).toEqual([5, null, null, null, null, null]);
  expect([{ name: "a" }, { name: 7 }, { name: null }, {}].map(nameOf)).toEqual(["a", "7", null, null]);
  const place = (geo: unknown) => placeIn(geo, "f", defaultCaps);
  expect(place('{"type":"Point","coordinates":[10, 53]}')).toEqual({ lon: 10, lat: 53 });
  expect([place({ type: "Point", coordinates: ["10", 53] }), place(null), place("POINT(1 2)"), place({})]).toEqual([
    null,
    null,
    null,
    null,
  ]);
  expect(ownCells({ name: "n", a: 1, b: null, c: "", d: 0, in_service: true }, ["a"])).toEqual({ x_d: 0 });
});
