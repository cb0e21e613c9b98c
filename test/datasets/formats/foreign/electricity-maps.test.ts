import { describe, expect, it } from "vitest";
import { electricityMaps } from "../../../../datasets/formats/foreign/electricity-maps.ts";
import { guessFormats } from "../../../../datasets/formats/foreign/registry.ts";
import { filesOf, readDamaged, readFiles } from "../../../support/foreign-formats.ts";
import { codesOf, told } from "../../../support/foreign-outcome.ts";
import { rawMissing, readRaw, wholeDataset } from "../../../support/raw-files.ts";

const exchanges = {
  "AT->DE": { capacity: [-5400, 5400], lonlat: [12.1, 47.7], rotation: -45 },
  "DE->DK-DK1": { capacity: [-985, 1000], lonlat: [9.4, 54.8] },
  "DE->ZZ1": { lonlat: [10.5, 51.5] },
};
const zones = {
  AT: {
    bounding_box: [
      [9, 46],
      [17, 49],
    ],
    capacity: { hydro: 8000, gas: 4000, "hydro storage": 3000 },
  },
  DE: { capacity: { gas: 100, unknown: null } },
  "DK-DK1": { capacity: {} },
  "UK-NIR": {},
  XX: {},
};

function fileOf(some: object = exchanges, others: object | null = zones): Map<string, string> {
  const files = new Map([["exchanges.json", JSON.stringify(some)]]);
  return others === null ? files : files.set("zones.json", JSON.stringify(others));
}

const options = { description: { licence: "MIT" } };

describe("Electricity Maps", () => {
  it("reads zones", async () => {
    const { dataset, issues } = await readFiles(electricityMaps, fileOf(), options);
    expect(issues.filter(({ severity }) => severity === "error")).toEqual([]);
    const rows = dataset?.assets.map(({ id, kind, capacity, produces, states: [at], assumed }) => {
      return [id, kind, capacity, produces?.[0]?.amount, at?.state, assumed?.join(" ")];
    });
    expect(rows).toEqual([
      ["AT", "power supply", 12_000, 12_000, "AT", "lon lat name"],
      ["DE", "power supply", 100, 100, "DE", "capacity produces name"],
      ["DK-DK1", "power supply", undefined, undefined, "DK", "name"],
      ["UK-NIR", "power supply", undefined, undefined, "GB", "name"],
      ["ZZ1", "power supply", undefined, undefined, "DE", "lon lat name states"],
    ]);
    expect(dataset?.assets[0]).toMatchObject({ lon: 13, lat: 47.5, extra: { x_capacity_hydro_storage: "3000" } });
  });

  it("reads exchanges, two where the capacities differ", async () => {
    const { dataset } = await readFiles(electricityMaps, fileOf(), options);
    expect(dataset?.connections.map(({ id, a, b, capacity, directed }) => [id, a, b, capacity, directed])).toEqual([
      ["AT->DE", "AT", "DE", 5400, undefined],
      ["DE->DK-DK1", "DE", "DK-DK1", 1000, true],
      ["DE->ZZ1", "DE", "ZZ1", undefined, undefined],
      ["DK-DK1->DE", "DK-DK1", "DE", 985, true],
    ]);
    expect(dataset?.connections[0]?.extra).toEqual({ x_lon: "12.1", x_lat: "47.7", x_rotation: "-45" });
  });

  it("reads exchanges without zones", async () => {
    const { dataset } = await readFiles(electricityMaps, fileOf(exchanges, null), options);
    expect(dataset?.assets.map(({ id }) => id)).toEqual(["AT", "DE", "DK-DK1", "ZZ1"]);
  });

  it.each([
    ["a key without zones", { AT: {} }, "ROW_NOT_OBJECT"],
    ["an exchange that is no object", { "AT->DE": 1 }, "ROW_NOT_OBJECT"],
    ["one number for two", { "AT->DE": { capacity: [1] } }, "FIELD_WRONG_TYPE"],
    ["no number", { "AT->DE": { capacity: [-1, "1"] } }, "FIELD_WRONG_TYPE"],
    ["a list", [], "FIELD_WRONG_TYPE"],
  ])("refuses %s", async (_, some, code) => {
    const outcome = await readFiles(electricityMaps, fileOf(some), options);
    expect(outcome.dataset).toBeNull();
    expect(codesOf(outcome)).toContain(code);
    expect(told(outcome, code)[0]?.file).toBe("exchanges.json");
  });

  it("is known by its keys", async () => {
    const [best] = await guessFormats(filesOf("upload", fileOf()));
    expect(best).toMatchObject({ format: { id: "electricity-maps" }, confidence: 0.95 });
  });

  it("refuses damaged files with a place and never breaks", async () => {
    const { refused, unplaced } = await readDamaged(electricityMaps, fileOf(), 500, options);
    expect(unplaced).toEqual([]);
    expect(refused).toBeGreaterThan(0);
  });

  it.skipIf(rawMissing("electricitymaps-mit") !== null)("reads all of January 2023", async () => {
    const outcome = await readRaw(electricityMaps, "electricitymaps-mit");
    const { assets, connections } = wholeDataset(outcome);
    // One has neither a code nor a place.
    expect([assets.length, told(outcome, "ROWS_LEFT_OUT").length]).toEqual([397 - 1, 1]);
    expect(assets.filter(({ capacity }) => capacity !== undefined).length).toBe(227);
    // 24 of 94 with capacities have two that differ.
    expect(connections.length).toBe(379 + 24);
    expect(connections.filter(({ capacity }) => capacity !== undefined).length).toBe(94 + 24);
    const stateOf = new Map(assets.map(({ id, states: [at] }) => [id, at?.state]));
    const crossing = connections.filter(({ a, b }) => stateOf.get(a) !== stateOf.get(b));
    expect(new Set(crossing.map(({ a, b }) => [a, b].toSorted().join(" "))).size).toBe(182);
    expect(told(outcome, "VALUE_REPAIRED").map(({ value }) => value)).toEqual(["NKR", "XX"]);
  });
});
