import { rm } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildRegion } from "../../../../datasets/recipes/open-region/build-region.ts";
import type { RecipeOutput } from "../../../../datasets/recipes/recipe.ts";
import { excerpt, packages, region } from "./excerpt.ts";
import { writeFolder } from "./raw-folder.ts";

describe("a region built from a hand-made excerpt", () => {
  let folder: string;
  let output: RecipeOutput;
  const told: string[] = [];
  beforeAll(async () => {
    folder = await writeFolder(excerpt);
    output = await buildRegion(region, { from: folder, progress: (text) => told.push(text) }, packages);
  });
  afterAll(() => rm(folder, { recursive: true }));

  const asset = (id: string) => output.assets.find((row) => row.id === id);
  const dependency = (id: string) => output.dependencies.find((row) => row.id === id);
  const connection = (id: string) => output.connections.find((row) => row.id === id);
  const idsOf = (rule: string): string[] =>
    [...output.dependencies, ...output.connections].filter(({ ruleId }) => ruleId === rule).map(({ id }) => id);
  const file = (name: string) => output.report.files.find((each) => each.file.endsWith(name));

  it("tells each step, and how many rows each rule made", () => {
    expect(told).toContain("reading the grid in entsoe-gridkit");
    expect(told).toContain(`R1, plant to nearest substation <= 60 km (2 if >= 1 GW): ${idsOf("R1").length} rows`);
  });

  it("keeps every raw row or says why not", () => {
    expect(file("buses.csv")).toMatchObject({
      rowsIn: 18,
      rowsUsed: 12,
      leftOut: {
        "joints, which are contracted": 3,
        "outside the region": 1,
        "on no line of 200 kV, of direct current or over a border, or beyond the fringe": 2,
      },
    });
    expect(file("lines.csv")?.leftOut).toEqual({
      "under construction": 1,
      "an end outside the region": 1,
      "under 200 kV inside one State, or beyond the fringe, or between joints": 2,
    });
    expect(file("powerplants.csv")).toMatchObject({
      rowsIn: 6,
      rowsUsed: 3,
      leftOut: {
        "closed in 2024 or before": 1,
        "under 100 MW, or with a dam under 10 MW": 1,
        "outside the region": 1,
      },
    });
    expect(output.report.dropped).toEqual([
      { file: "npm:sea-ports", row: 2, id: "SIKOP", reason: "its place, 45.55 13.73, is not near SI" },
      { file: "npm:sea-ports", row: 3, id: "TRTZX", reason: "it has no place" },
    ]);
    for (const { rowsIn, rowsUsed, rowsDropped, leftOut } of output.report.files) {
      expect(rowsIn).toBe(rowsUsed + rowsDropped + Object.values(leftOut).reduce((sum, rows) => sum + rows, 0));
    }
  });

  it("contracts joints: three lines and more meet in a junction, two are one line; the fringe ends at its first station", () => {
    expect(idsOf("O1")).toEqual(
      [
        "O1:sub:1~jct:10",
        "O1:sub:2~jct:10",
        "O1:sub:3~jct:10",
        "O1:sub:1~sub:13",
        "O1:sub:15~sub:4",
        "O1:sub:16~sub:2",
        "O1:sub:17~sub:3",
        "O1:sub:1~sub:2",
        "O1:sub:1~sub:8",
        "O1:sub:5~sub:6",
        "O1:sub:8~sub:9",
      ].toSorted(),
    );
    expect(connection("O1:sub:1~sub:2")?.extra).toEqual({ x_circuits: "2", x_current: "ac", x_voltage_kv: "380" });
    expect(connection("O1:sub:1~sub:8")?.extra).toEqual({ x_circuits: "1", x_current: "dc" });
    expect(connection("O1:sub:5~sub:6")?.extra).toMatchObject({ x_voltage_kv: "132" });
    expect(idsOf("O1d")).toEqual(["O1d:sub:16~sub:3"]);
    expect(asset("jct:10")).toMatchObject({
      kind: "junction",
      name: "Line junction 380 kV near Hamlet",
      lon: 15.9,
      lat: 47.7,
    });
  });

  it("contracts pipes to the least of their capacities, by the States of the places", () => {
    expect(output.connections.filter(({ commodity }) => commodity === "gas")).toMatchObject([
      { a: "gas:N1", b: "gas:N2", capacity: 30.5, unit: "GWh/h" },
      { a: "gas:N2", b: "gas:N3", capacity: 25.24, extra: { x_both_ways: "true" } },
      { a: "gas:N3", b: "gas:N4", capacity: 12 },
    ]);
    expect(asset("gas:N3")).toMatchObject({ kind: "gas border point", states: [{ state: "SI", share: 1 }] });
    expect(asset("gas:N1")?.kind).toBe("gas node");
    // On the high seas, of no State.
    expect(asset("gas:N9")).toBeUndefined();
  });

  it("writes assets in the words of the model, with coarse places and what is made up", () => {
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
      extra: { x_source_id: "GEM:G1 GEM:G2 ENTSOE:14W-2" },
    });
    expect(asset("sub:1")).toMatchObject({ name: "Substation 380 kV near Wien", assumed: ["name"] });
    expect(asset("fin:AT")).toMatchObject({
      name: "Austria central bank / RTGS operator",
      assumed: ["name", "lon", "lat"],
    });
  });

  it("joins plants, reservoirs and what they feed by the rules", () => {
    expect(idsOf("R1")).toEqual(["R1:pp:1~sub:1", "R1:pp:1~sub:2"]);
    expect(connection("R1:pp:1~sub:2")).toMatchObject({ confidence: 0.6, method: "inferred", source: "authored" });
    expect(idsOf("O4")).toEqual(["O4:res:H1>pp:2"]);
    expect(output.report.notes).toContain(
      "O4: res:H1 cannot feed pp:3 (Kaprun Wind Farm, wind): two plants were taken for one in the source",
    );
    expect(idsOf("R2")).toEqual(["R2:gas:N2>pp:1"]);
    expect(idsOf("R17")).toEqual(["R17:res:H2>pp:1"]);
    expect(idsOf("O3")).toEqual(["O3:air:1~air:2"]);
    expect(idsOf("R14")).toHaveLength(8 - 1);
    expect(idsOf("O5")).toEqual(["O5:fin:ECB>fin:AT", "O5:fin:ECB>fin:SI"]);
    expect(output.report.notes).toContain("O5: fin:FR is no payment system of the dataset");
  });

  it("says in the description what every rule on a row means", () => {
    const rows = [...output.dependencies, ...output.connections];
    const used = new Set(rows.map(({ ruleId }) => `rule-${ruleId}`));
    const told = output.description.assumptions?.filter(({ id }) => id.startsWith("rule-")).map(({ id }) => id);
    expect(new Set(told)).toEqual(used);
  });

  it("puts alternatives into one group, with the autonomy of the kind", () => {
    for (const id of ["R3:sub:1>air:1", "R3:sub:2>air:1"]) {
      expect(dependency(id)).toMatchObject({ group: "power", bufferHours: 12, assumed: ["buffer_hours"] });
      expect(dependency(id)).not.toHaveProperty("share");
    }
    expect(dependency("R13:res:H2>city:1")).toMatchObject({ group: "water", bufferHours: 12, loss: 0.1 });
    expect(dependency("R2:gas:N2>pp:1")).not.toHaveProperty("assumed");
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

  it("A2: gives States without plants 1.25 times their demand where it is", () => {
    const supply = (id: string) => asset(id)?.produces?.[0]?.amount;
    expect(asset("sub:8")).toMatchObject({ kind: "power plant", subsector: "assumed domestic supply" });
    expect([supply("sub:8"), supply("sub:9")]).toEqual([625, 625]);
    expect(supply("sub:6")).toBe(125);
    expect(asset("sub:1")?.kind).toBe("substation");
    // Of the fringe neither demand nor supply is stated.
    expect(supply("sub:13")).toBeUndefined();
  });

  it("A3: takes gas in at the pipe end of the edge and in the State that wins more than 1 billion m3", () => {
    const sources = output.assets.filter(({ produces }) => produces?.[0]?.commodity === "gas").map(({ id }) => id);
    expect(sources).toEqual(["gas:N2", "gas:N4"]);
    expect(output.report.notes).toContain("A3: no gas node of TR within 80 km of Terminal");
  });

  it("A4: powers a payment system from the nearer feed of another large city too", () => {
    expect(dependency("A4:sub:3>fin:AT")).toMatchObject({
      group: "power",
      bufferHours: 72,
      ruleId: "A4",
      assumed: ["provider", "buffer_hours"],
    });
  });

  it("A5: joins two grids of one State where a city is between them, and leaves a stub across the border alone", () => {
    expect(idsOf("A5")).toHaveLength(1);
    expect(output.connections.filter(({ ruleId, b }) => ruleId === "R6" && b === "city:6").map(({ a }) => a)).toEqual([
      "sub:17",
    ]);
    expect(output.report.notes.join("\n")).toContain("R6: city:6 is not connected to sub:5");
  });

  it("applies only the rules of the region file, with its figures", async () => {
    const rules = { R6: { reachKm: 5, count: 1 } };
    const { connections, dependencies } = await buildRegion(
      { ...region, rules },
      { from: folder, progress: () => undefined },
      packages,
    );
    const made = new Set([...connections, ...dependencies].map(({ ruleId }) => ruleId));
    expect([...made].filter((id) => id?.startsWith("R"))).toEqual(["R6"]);
    const feeds = connections.filter(({ ruleId }) => ruleId === "R6");
    expect(feeds.every(({ lengthKm = 99 }) => lengthKm <= 5)).toBe(true);
    expect(feeds.map(({ b }) => b)).toEqual([...new Set(feeds.map(({ b }) => b))]);
  });
});
