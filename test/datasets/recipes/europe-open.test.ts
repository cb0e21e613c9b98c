import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Connection, type Dataset, type Dependency, datasetHash } from "../../../analyzer/index.ts";
import { readDataset } from "../../../datasets/formats/index.ts";
import { openPath } from "../../../datasets/open-path.ts";
import { europeOpen } from "../../../datasets/recipes/europe-open/europe-open.ts";
import type { RecipeOutput } from "../../../datasets/recipes/recipe.ts";
import { recipeFiles } from "../../../datasets/recipes/recipe-files.ts";
import { reportLines } from "../../../datasets/recipes/report-lines.ts";
import { rawFolder, withoutRawData, writeFolder } from "./europe-open/raw-folder.ts";

if (withoutRawData !== null) console.warn(`europe-open is not tested on the raw data: ${withoutRawData}`);

describe.skipIf(withoutRawData !== null)("europe-open from the raw data", () => {
  let output: RecipeOutput;
  let files: ReadonlyMap<string, string>;
  const folders: string[] = [];
  beforeAll(async () => {
    output = await europeOpen.build({ from: rawFolder, progress: () => undefined });
    files = recipeFiles(output);
  });
  afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

  it("has 11,028 assets of six sectors in 51 States", () => {
    expect(output.assets).toHaveLength(11_028);
    expect(output.report.assetsPerSector).toEqual({
      energy: 8817,
      finance: 49,
      food: 36,
      population: 388,
      transport: 759,
      water: 979,
    });
    expect(new Set(output.assets.flatMap((asset) => asset.states.map(({ state }) => state))).size).toBe(51);
  });

  it("has the links of every rule of the raw data, less those dropped, and the assumed ones", () => {
    const { A4, A5, ...raw } = output.report.rowsPerRule;
    expect(raw).toEqual({
      O1: 6861,
      O2: 1552,
      O3: 5530,
      O4: 529 - 1,
      O5: 21,
      R1: 2441,
      R10: 16,
      R11: 310,
      R12: 224,
      R13: 175,
      R14: 388,
      R17: 47,
      R2: 360,
      R3: 491,
      R4: 458,
      R4b: 36,
      R6: 758 - 5,
      R8: 24,
      R9: 92,
    });
    expect({ A4, A5 }).toEqual({ A4: 32, A5: 5 });
    expect(output.connections).toHaveLength(6861 + 1552 + 5530 + 2441 + 758 - 5 + 5);
  });

  it("loses no raw row without a reason", () => {
    expect(output.report.files).toEqual([
      { file: "merged-eu-open/nodes.csv", rowsIn: 11_028, rowsUsed: 11_028, rowsDropped: 0 },
      { file: "merged-eu-open/edges.csv", rowsIn: 20_313, rowsUsed: 20_307, rowsDropped: 6 },
    ]);
    expect(output.report.dropped.map(({ id, reason }) => `${id}: ${reason}`)).toEqual([
      "res:H1256>pp:1156: a reservoir cannot feed a plant of type plant/wind: two plants were merged in the source",
      stub("sub:6300>city:620127", 2),
      stub("sub:6323>city:627907", 2),
      stub("sub:791>city:2477461", 3),
      stub("sub:3923>city:675810", 2),
      stub("sub:3904>city:710719", 2),
    ]);
    const assumed = (row: Dependency | Connection) => row.ruleId?.startsWith("A") === true;
    const fromRaw = [...output.dependencies, ...output.connections].filter((row) => !assumed(row));
    expect(fromRaw).toHaveLength(20_307);
    expect(reportLines(output.report)).toContain("  energy: 8817");
  });

  it("keeps no place finer than a tenth of a degree, and says how every link came about", () => {
    for (const { lon, lat, placeClass } of output.assets) {
      expect(placeClass).toBe("Z3");
      expect(`${lon} ${lat}`).toMatch(/^-?\d+(\.\d)? -?\d+(\.\d)?$/);
    }
    for (const row of [...output.dependencies, ...output.connections]) {
      expect(row).toMatchObject({ method: expect.any(String), ruleId: expect.any(String), source: expect.any(String) });
      expect(row.confidence).toBeGreaterThan(0);
    }
    const sources = new Set(output.description.sources.map((source) => source.id));
    const used = [...output.assets, ...output.dependencies, ...output.connections].map((row) => row.source ?? "");
    expect([...new Set(used)].filter((source) => !sources.has(source))).toEqual([]);
  });

  it("writes a folder that reads back as the same dataset, without an error", async () => {
    const folder = await writeFolder(Object.fromEntries(files));
    folders.push(folder);
    const { dataset, issues } = await readDataset(await openPath(folder));
    expect(issues.filter((issue) => issue.severity === "error")).toEqual([]);
    const warned = [...new Set(issues.filter((issue) => issue.severity === "warning").map((issue) => issue.code))];
    // Places near borders leave their State by rounding; 60 offshore or far plants have no grid in the raw data.
    expect(warned.sort()).toEqual(["AMOUNT_NOT_CONNECTED", "PLACE_OUTSIDE_STATE"]);
    const { description, assets, dependencies, connections } = output;
    const built: Dataset = { description, assets, dependencies, connections };
    expect(dataset === null ? null : datasetHash(dataset)).toBe(datasetHash(built));
    expect(JSON.parse(await readFile(join(folder, "scenarios", "all-plants-of-all-states.json"), "utf8"))).toEqual(
      output.scenarios?.find((scenario) => scenario.id === "all-plants-of-all-states"),
    );
  });

  it("gives the same bytes each time", async () => {
    const again = await europeOpen.build({ from: rawFolder, progress: () => undefined });
    expect([...recipeFiles(again)]).toEqual([...files]);
  });
});

function stub(id: string, size: number): string {
  return `${id}: ${id.split(">")[0]} is on a stub of ${size} assets across the border, fed from outside the data`;
}
