import { rm } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { europeOpen } from "../../../../datasets/recipes/europe-open/europe-open.ts";
import type { RecipeOutput } from "../../../../datasets/recipes/recipe.ts";
import { excerpt, writeFolder } from "./raw-folder.ts";

describe("europe-open on a hand-made excerpt", () => {
  let folder: string;
  let output: RecipeOutput;
  beforeAll(async () => {
    folder = await writeFolder(excerpt);
    output = await europeOpen.build({ from: folder, progress: () => undefined });
  });
  afterAll(() => rm(folder, { recursive: true }));

  const asset = (id: string) => output.assets.find((row) => row.id === id);
  const dependency = (id: string) => output.dependencies.find((row) => row.id === id);
  const connection = (id: string) => output.connections.find((row) => row.id === id);

  it("keeps every row or says why not", () => {
    expect(output.report.files).toEqual([
      { file: "merged-eu-open/nodes.csv", rowsIn: 25, rowsUsed: 24, rowsDropped: 1 },
      { file: "merged-eu-open/edges.csv", rowsIn: 30, rowsUsed: 26, rowsDropped: 4 },
    ]);
    expect(output.report.dropped.map(({ row, reason }) => [row, reason])).toEqual([
      [26, "unknown type lighthouse"],
      [12, "a reservoir cannot feed a plant of type plant/wind: two plants were merged in the source"],
      [22, "sub:5 is on a stub of 2 assets across the border, fed from outside the data"],
      [30, "its end odd:1 was dropped"],
      [31, "unknown rule R99"],
    ]);
    expect(output.assets).toHaveLength(24);
    expect(output.dependencies.length + output.connections.length).toBe(26 + 2);
  });

  it("translates assets: kind, fuel, coarse place, clean source ids, made-up names", () => {
    expect(asset("pp:1")).toEqual({
      id: "pp:1",
      name: "Simmering",
      sector: "energy",
      kind: "power plant",
      subsector: "natural-gas",
      states: [{ state: "AT", share: 1 }],
      lon: 16.4,
      lat: 48.2,
      placeClass: "Z3",
      capacity: 1000,
      unit: "MW",
      produces: [{ commodity: "electricity", amount: 1000 }],
      source: "powerplantmatching",
      licence: "CC-BY-4.0",
      extra: { x_source_id: "GEM:G1 GEM:G2 JRC:JRC-H7" },
    });
    expect(asset("sub:1")).toMatchObject({
      kind: "substation",
      assumed: ["name"],
      extra: { x_source_id: "station 1" },
    });
    expect(asset("fin:AT")).toMatchObject({
      name: "Austria central bank / RTGS operator",
      kind: "payment system",
      assumed: ["name", "lon", "lat"],
    });
  });

  it("makes lines, pipes, routes, plant links and city feeds connections; a voltage is no capacity", () => {
    expect(connection("O1:sub:1~sub:8")).toEqual({
      id: "O1:sub:1~sub:8",
      a: "sub:1",
      b: "sub:8",
      commodity: "electricity",
      lengthKm: 1600,
      method: "observed",
      ruleId: "O1",
      confidence: 1,
      source: "entsoe-gridkit",
      extra: { x_current: "dc", x_voltage_kv: "500" },
    });
    expect(connection("O2:gas:1~gas:2")).toMatchObject({ commodity: "gas", capacity: 25.24, unit: "GWh/h" });
    expect(connection("O3:air:1~air:2")).toMatchObject({ commodity: "air-traffic", lengthKm: 1580 });
    expect(connection("R1:pp:1~sub:1")).toMatchObject({ method: "inferred", confidence: 0.8, source: "authored" });
    expect(output.connections.filter((row) => row.b === "city:1").map((row) => row.id)).toEqual([
      "R6:sub:1~city:1",
      "R6:sub:2~city:1",
    ]);
  });

  it("puts alternatives into one group, with the autonomy of the kind", () => {
    for (const id of ["R3:sub:1>air:1", "R3:sub:2>air:1"]) {
      expect(dependency(id)).toMatchObject({ group: "power", bufferHours: 12, assumed: ["buffer_hours"] });
      expect(dependency(id)).not.toHaveProperty("share");
    }
    for (const id of ["R13:res:1>city:1", "R13:res:2>city:1"]) {
      expect(dependency(id)).toMatchObject({ group: "water", share: 0.5, bufferHours: 12, loss: 0.1 });
    }
    expect(dependency("R2:gas:1>pp:1")).not.toHaveProperty("assumed");
  });

  it("A1: spreads the mean national consumption over the cities that the grid reaches, by people", () => {
    expect(asset("city:1")).toMatchObject({
      consumes: [{ commodity: "electricity", amount: 1200 }],
      assumed: ["consumes"],
    });
    expect(asset("city:2")?.consumes).toEqual([{ commodity: "electricity", amount: 500 }]);
    expect(asset("city:3")?.consumes).toEqual([{ commodity: "electricity", amount: 1000 }]);
    expect(asset("city:4")).not.toHaveProperty("consumes");
  });

  it("A2: gives plantless Turkey 1.25 times its demand where the demand is, as a power plant", () => {
    expect(asset("sub:8")).toMatchObject({
      kind: "power plant",
      subsector: "assumed domestic supply",
      produces: [{ commodity: "electricity", amount: 1250 }],
      assumed: ["name", "kind", "produces"],
    });
    expect(asset("sub:9")?.kind).toBe("substation");
    expect(asset("sub:1")?.kind).toBe("substation");
  });

  it("A2: a State without a city on the grid gets its national consumption on its best connected substation", () => {
    expect(asset("sub:6")?.produces).toEqual([{ commodity: "electricity", amount: 125 }]);
  });

  it("A3: takes gas in at the pipe end in Turkey and in the State that wins more than 1 billion m3", () => {
    expect(asset("gas:1")?.produces).toEqual([{ commodity: "gas" }]);
    expect(asset("gas:2")?.produces).toEqual([{ commodity: "gas" }]);
  });

  it("A4: powers a payment system from the nearer feed of another large city too", () => {
    expect(dependency("A4:sub:3>fin:AT")).toMatchObject({
      group: "power",
      bufferHours: 72,
      ruleId: "A4",
      distanceKm: 150.2,
      assumed: ["provider", "buffer_hours"],
    });
  });

  it("A5: joins two grids of one State where a city is between them, and leaves a stub across the border alone", () => {
    expect(connection("A5:sub:3~sub:4")).toMatchObject({ ruleId: "A5", confidence: 0.4, assumed: ["a", "b"] });
    expect(output.connections.filter((row) => row.ruleId === "A5")).toHaveLength(1);
    expect(connection("R6:sub:3~city:6")).toBeDefined();
    expect(connection("R6:sub:5~city:6")).toBeUndefined();
  });
});
