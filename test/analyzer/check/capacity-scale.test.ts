import { readdir } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { checkDataset, type Connection, type Dataset, type Issue } from "../../../analyzer/index.ts";
import { csvTables } from "../../../datasets/formats/foreign/csv-tables.ts";
import { readForeign } from "../../../datasets/formats/foreign/read-foreign.ts";
import { fileSetFromBytes, readDataset } from "../../../datasets/formats/index.ts";
import { openPath } from "../../../datasets/open-path.ts";
import { assetRow, connectionRow, datasetOf } from "../../support/rows.ts";
import { context } from "../../support/rows-told.ts";
import { plantRow } from "../../support/small-dataset.ts";

const library = "datasets/library";
const megawatts = [400, 420, 500, 560, 600, 640, 700, 900, 1100];

function scaleOf(issues: readonly Issue[]) {
  return issues.filter(({ code }) => code === "CAPACITY_SCALE");
}

function told(parts: Partial<Dataset>) {
  return scaleOf(checkDataset(datasetOf(parts), context)).map(({ row, column, value }) => [row, column, value]);
}

function lines(capacities: readonly number[], unit = "MW"): Connection[] {
  return capacities.map((capacity, at) => connectionRow("a", "b", { id: `line-${at}`, capacity, unit }));
}

describe("a capacity a thousand times off its kind", () => {
  it("is told of a plant in GW among plants in MW, in what it can do and in what it produces", () => {
    const assets = [...megawatts, 0.65].map((capacity, at) =>
      plantRow(`p${String(at).padStart(2, "0")}`, capacity, { capacity, unit: "MW" }),
    );
    expect(told({ assets })).toEqual([
      [11, "capacity", "0.65"],
      [11, "produces", "0.65"],
    ]);
  });

  it("is told of a line in kW among lines in MW", () => {
    expect(told({ assets: [assetRow("a"), assetRow("b")], connections: lines([...megawatts, 500_000]) })).toEqual([
      [11, "capacity", "500000"],
    ]);
  });

  it("is not told of a kind with a long tail, of few values, of another factor, or of another kind", () => {
    const tail = [0.4, 2, 8, 40, 90, ...megawatts];
    const few = [...megawatts.slice(0, 6), 0.5];
    const hundred = [...megawatts, 5];
    for (const capacities of [tail, few, hundred]) {
      const assets = capacities.map((capacity, at) => assetRow(`p${at}`, { capacity, unit: "MW" }));
      expect(told({ assets })).toEqual([]);
    }
    const others = [...megawatts, 0.5].map((capacity, at) =>
      assetRow(`p${at}`, { capacity, unit: "MW", kind: capacity < 1 ? "city" : "substation" }),
    );
    expect(told({ assets: others })).toEqual([]);
  });

  it("is told by the unit, where a network has the same unit with another prefix", () => {
    const plants = megawatts.map((capacity, at) => plantRow(`p${at}`, capacity, { capacity, unit: "MW" }));
    const assets = [...plants, plantRow("q", 1.2, { capacity: 1.2, unit: "GW" })];
    const connections = [connectionRow("p0", "p1", { capacity: 2, unit: "GW" }), ...lines([500])];
    const [plant, line, ...more] = told({ assets, connections }).filter(([, column]) => column === "unit");
    expect([plant, line, more]).toEqual([[11, "unit", "GW"], [3, "unit", "GW"], []]);
  });

  it("is not told by the unit where the amount is another number than the capacity", () => {
    const plants = megawatts.map((capacity, at) => plantRow(`p${at}`, capacity, { capacity, unit: "MW" }));
    expect(told({ assets: [...plants, plantRow("q", 1200, { capacity: 1.2, unit: "GW" })] })).toEqual([]);
  });
});

it("is said at the import itself, in the words of the file, with what to do", async () => {
  const rows = [...megawatts, 0.65].map((capacity, at) => `p${at},power plant,DE,${capacity}`);
  const text = ["Code,Type,Country,Installed capacity (MW)", ...rows].join("\n");
  const files = fileSetFromBytes("plants.csv", new TextEncoder().encode(text));
  const { issues } = await readForeign(files, csvTables, {
    mapping: {
      assets: {
        columns: { id: "Code", kind: "Type", states: "Country", capacity: "Installed capacity (MW)" },
        constants: { sector: "energy", unit: "MW" },
      },
    },
    retrieved: "2026-01-01",
    description: { licence: "CC0-1.0" },
  });
  expect(scaleOf(issues)).toEqual([
    {
      severity: "warning",
      code: "CAPACITY_SCALE",
      file: "plants.csv",
      row: 11,
      column: "Installed capacity (MW)",
      value: "0.65",
      text: "0.65 is a thousand times less than usual for capacity of power plant in MW: half of 10 are between 420 and 700. If it is in another unit, such as GW where the others are in MW, convert it; if it is right, leave it.",
    },
  ]);
});

it("is told of no bundled dataset", async () => {
  for (const name of await readdir(library)) {
    const { issues } = await readDataset(await openPath(`${library}/${name}`));
    expect({ name, told: scaleOf(issues) }).toEqual({ name, told: [] });
  }
});
