import { describe, expect, it } from "vitest";
import { pandapower } from "../../../../datasets/formats/foreign/pandapower.ts";
import { guessFormats } from "../../../../datasets/formats/foreign/registry.ts";
import { filesOf, readDamaged, readFiles } from "../../../support/foreign-formats.ts";
import { codesOf, told } from "../../../support/foreign-outcome.ts";

function table(columns: readonly string[], ...data: readonly (readonly unknown[])[]): object {
  const value = { columns, index: data.map((_, at) => at), data };
  return { _module: "pandas.core.frame", _class: "DataFrame", _object: JSON.stringify(value), orient: "split" };
}

function point(lon: number, lat: number): string {
  return JSON.stringify({ type: "Point", coordinates: [lon, lat] });
}

const tables = {
  bus: table(
    ["name", "vn_kv", "zone", "in_service", "geo"],
    ["North", 380, "z", true, point(10.1, 53.5)],
    ["South", 110, null, true, point(11.5, 48.1)],
    ["Old", 110, null, false, point(11, 48)],
    [4, 110, null, true, point(13.4, 52.5)],
  ),
  load: table(
    ["name", "bus", "p_mw", "scaling", "in_service"],
    ["a", 1, 40, 0.5, true],
    ["b", 1, 10.5, 1, true],
    ["c", 3, -5, 1, true],
    ["d", 3, 5, 1, false],
  ),
  gen: table(["name", "bus", "p_mw", "max_p_mw", "vm_pu", "in_service"], ["Plant", 0, 100, 250, 1.02, true]),
  sgen: table(["name", "bus", "p_mw", "type", "in_service"], ["Wind", 2, 12, "WP", true]),
  ext_grid: table(["name", "bus", "in_service"], [null, 0, true]),
  storage: table(["name", "bus", "p_mw", "max_e_mwh", "in_service"], ["Battery", 3, 0, 8, true]),
  line: table(
    ["name", "from_bus", "to_bus", "length_km", "max_i_ka", "parallel", "df", "in_service"],
    ["L0", 1, 3, 120.5, 0.5, 2, 1, true],
    ["L1", 1, 3, 1, null, 1, 1, true],
    ["L2", 1, 2, 1, 1, 1, 1, true],
    ["L3", 1, 3, 1, 1, 1, 1, false],
    ["L4", 1, 3, 1, 1, 1, 1, true],
  ),
  trafo: table(["name", "hv_bus", "lv_bus", "sn_mva", "parallel", "in_service"], ["T", 0, 1, 300, 1, true]),
  trafo3w: table(
    ["name", "hv_bus", "mv_bus", "lv_bus", "sn_mv_mva", "sn_lv_mva", "in_service"],
    ["W", 0, 1, 3, 50, null, true],
    ["V", 0, 1, 3, 50, 60, true],
  ),
  dcline: table(["name", "from_bus", "to_bus", "p_mw", "max_p_mw", "in_service"], ["D", 0, 3, 10, 60, true]),
  switch: table(
    ["bus", "element", "et", "closed"],
    [1, 4, "l", false],
    [1, 3, "b", true],
    [0, 1, "b", false],
    [3, 1, "t3", false],
  ),
  shunt: table(["bus", "q_mvar"], [0, 1]),
  res_bus: table(["vm_pu"], [1]),
  cost: table(["x"]),
};

function fileOf(more: object = {}): Map<string, string> {
  const net = { ...tables, name: "two levels", f_hz: 50, ...more };
  return new Map([
    ["net.json", JSON.stringify({ _module: "pandapower.auxiliary", _class: "pandapowerNet", _object: net })],
  ]);
}

const options = { description: { licence: "CC-BY-4.0" } };

describe("pandapower", () => {
  it("reads buses and what is at them", async () => {
    const { dataset, issues } = await readFiles(pandapower, fileOf(), options);
    expect(issues.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(dataset?.description.title).toBe("two levels");
    const rows = dataset?.assets.map(({ id, kind, capacity, produces, consumes }) => {
      return [id, kind, capacity, produces?.[0]?.amount ?? produces?.length, consumes?.[0]?.amount];
    });
    expect(rows).toEqual([
      ["bus-0", "junction", undefined, undefined, undefined],
      ["bus-1", "substation", undefined, undefined, 30.5],
      ["bus-3", "junction", undefined, undefined, undefined],
      ["ext_grid-0", "power supply", undefined, 1, undefined],
      ["gen-0", "power plant", 250, 250, undefined],
      ["sgen-0", "power plant", 12, 12, undefined],
      ["storage-0", "power supply", 8, undefined, undefined],
    ]);
    expect(dataset?.assets[2]?.name).toBe("4");
    expect(dataset?.assets[0]).toMatchObject({
      name: "North",
      lon: 10.1,
      lat: 53.5,
      extra: { x_voltage_kv: "380", x_zone: "z" },
    });
    expect(dataset?.assets[4]).toMatchObject({ lon: 10.1, assumed: ["lon", "lat", "states"] });
  });

  it("reads lines, transformers and switches", async () => {
    const { dataset } = await readFiles(pandapower, fileOf(), options);
    expect(dataset?.connections.map(({ id, a, b, capacity }) => [id, a, b, capacity])).toEqual([
      ["dcline-0", "bus-0", "bus-3", 60],
      ["ext_grid-0-bus", "ext_grid-0", "bus-0", undefined],
      ["gen-0-bus", "gen-0", "bus-0", undefined],
      ["line-0", "bus-1", "bus-3", Math.sqrt(3) * 0.5 * 110 * 2],
      ["line-1", "bus-1", "bus-3", undefined],
      ["storage-0-bus", "storage-0", "bus-3", undefined],
      ["switch-1", "bus-1", "bus-3", undefined],
      ["trafo-0", "bus-0", "bus-1", 300],
      ["trafo3w-0-lv", "bus-0", "bus-3", undefined],
      ["trafo3w-0-mv", "bus-0", "bus-1", 50],
      ["trafo3w-1-mv", "bus-0", "bus-1", 50],
    ]);
    expect(dataset?.connections.find(({ id }) => id === "line-0")).toMatchObject({
      lengthKm: 120.5,
      extra: { x_name: "L0" },
    });
  });

  it("tells once what is left out", async () => {
    const outcome = await readFiles(pandapower, fileOf(), options);
    expect(told(outcome, "ROWS_LEFT_OUT").map(({ file, row }) => [file, row])).toEqual([
      ["net.json#/load", 4],
      ["net.json#/bus", 3],
      ["net.json#/sgen-connections", 1],
      ["net.json#/line", 4],
      ["net.json#/line", 3],
      ["net.json#/line", 5],
      ["net.json#/trafo3w", 2],
      ["net.json#/switch", 3],
      ["net.json#/shunt", 1],
    ]);
    expect(told(outcome, "VALUE_REPAIRED")).toMatchObject([{ file: "net.json#/load", row: 3, value: "-5" }]);
    expect(told(outcome, "PART_NOT_READ")[0]?.text).toBe(
      "Tables of results, costs and drawings are not read: res_bus.",
    );
  });

  it.each([
    ["another class", new Map([["net.json", '{"_class":"pandapowerNet_"}']]), "FILE_KIND_UNKNOWN"],
    ["no buses", fileOf({ bus: null }), "FIELD_MISSING"],
    ["a table of another orientation", fileOf({ bus: { _class: "DataFrame", _object: "{}" } }), "FIELD_MISSING"],
    ["a table that is no JSON", fileOf({ bus: { _class: "DataFrame", _object: "{" } }), "JSON_MALFORMED"],
    ["a row too short", fileOf({ bus: table(["name", "vn_kv"], ["a"]) }), "CSV_ROW_LENGTH"],
  ])("refuses %s", async (_, files, code) => {
    const outcome = await readFiles(pandapower, files, options);
    expect(outcome.dataset).toBeNull();
    expect(codesOf(outcome)).toContain(code);
  });

  it("is known by its class", async () => {
    const [best] = await guessFormats(filesOf("upload", fileOf()));
    expect(best).toMatchObject({ format: { id: "pandapower" }, confidence: 0.97 });
  });

  it("refuses damaged files with a place and never breaks", async () => {
    const { refused, unplaced } = await readDamaged(pandapower, fileOf(), 500, options);
    expect(unplaced).toEqual([]);
    expect(refused).toBeGreaterThan(0);
  });
});
