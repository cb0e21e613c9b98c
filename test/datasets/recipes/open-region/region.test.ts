import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { buildRegion } from "../../../../datasets/recipes/open-region/build-region.ts";
import { isInRegion, readRegion, regionFile } from "../../../../datasets/recipes/open-region/region.ts";
import { regionRecipe } from "../../../../datasets/recipes/open-region/region-recipe.ts";
import { ruleIds } from "../../../../datasets/recipes/open-region/rules/registry.ts";
import { sources } from "../../../../datasets/recipes/open-region/source-list.ts";
import { RecipeError } from "../../../../datasets/recipes/recipe-error.ts";
import { knownState } from "../../../../datasets/states.ts";
import { rawFolder, withoutRawData, writeFolder } from "./raw-folder.ts";
import { smallRegion } from "./small-region.ts";

if (withoutRawData !== null) console.warn(`raw files of regions are not looked for: ${withoutRawData}`);

const ids = ["europe-open", "east-africa-open", "south-east-asia-open"];

describe.each(ids)("the region file %s", (id) => {
  const region = readRegion(regionFile(id));

  it("is named after its file, and names rules that there are", () => {
    expect(region.id).toBe(id);
    expect(Object.keys(region.rules).filter((rule) => !ruleIds.includes(rule))).toEqual([]);
    expect(region.rules).not.toEqual({});
  });

  it("names sources that the list credits", () => {
    const known = sources.map((source) => source.id);
    expect(region.creditedSources?.filter((source) => !known.includes(source))).toEqual([]);
  });

  it("has a text for each assumption that its sources and rules bring, and none twice", () => {
    const written = region.assumptions.map((each) => each.id);
    const needed = [
      ...(region.sources.nationalEnergy === undefined ? [] : ["A1", "A2"]),
      ...(region.gasEntries === undefined ? [] : ["A3"]),
      ...(region.nationalGrids === true ? [] : ["A4", "A5"]),
    ];
    expect(written.flatMap((each) => /^A\d/u.exec(each) ?? [])).toEqual(needed);
    expect(new Set(written).size).toBe(written.length);
    for (const { text } of region.assumptions) expect(text).toMatch(/^.{20,}\.$/su);
  });

  it("names States that there are, each once, and lines and members among them", () => {
    const states = [...region.states, ...region.fringeStates];
    expect(states.filter((state) => !knownState(state))).toEqual([]);
    expect(new Set(states).size).toBe(states.length);
    const named = [
      ...(region.interconnectors ?? []).flatMap(({ a, b }) => [a, b]),
      ...(region.settlement?.members ?? []),
      ...(region.gasEntries?.points ?? []).map(({ state }) => state),
      ...(region.gasEntries?.edgeStates ?? []),
    ];
    expect(named.filter((state) => !isInRegion(region, state))).toEqual([]);
    const lines = (region.interconnectors ?? []).map((line) => line.id);
    expect(new Set(lines).size).toBe(lines.length);
    for (const { a, b } of region.interconnectors ?? []) expect(a).not.toBe(b);
  });

  it.skipIf(withoutRawData !== null)("names raw files that there are", () => {
    const named = Object.values(region.sources)
      .flat()
      .flatMap((source) => (typeof source === "boolean" ? [] : "file" in source ? [source.file] : folderOf(source)));
    expect(named.length).toBeGreaterThan(3);
    expect(named.filter((path) => !existsSync(join(rawFolder, path)))).toEqual([]);
  });
});

function folderOf(source: object): string[] {
  return "folder" in source ? [String(source.folder)] : [];
}

describe("a region file", () => {
  const good = smallRegion();
  const refusals: readonly [what: string, text: string, says: string][] = [
    ["that is no JSON", "{", "JSON"],
    ["that is a list", "[]", "region.json"],
    ["with an unknown field", JSON.stringify({ ...good, regionn: 1 }), "regionn"],
    ["with an unknown source", JSON.stringify({ ...good, sources: { tides: { file: "a.csv" } } }), "tides"],
    ["with a State in small letters", JSON.stringify({ ...good, states: ["at"] }), "states"],
    ["with a State in three letters", JSON.stringify({ ...good, fringeStates: ["AUT"] }), "fringeStates"],
    ["without a State", JSON.stringify({ ...good, states: [] }), "states"],
    ["with a reach of 0", JSON.stringify({ ...good, rules: { R1: { reachKm: 0 } } }), "reachKm"],
    ["without scenarios", JSON.stringify({ ...good, scenarios: undefined }), "scenarios"],
  ];

  it.each(refusals)("%s is refused, with what does not fit", async (_, text, says) => {
    const folder = await writeFolder({ "region.json": text });
    const path = join(folder, "region.json");
    let error: unknown;
    try {
      readRegion(path);
    } catch (thrown) {
      error = thrown;
    }
    await rm(folder, { recursive: true });
    expect(error).toBeInstanceOf(RecipeError);
    expect(error).toMatchObject({
      code: "RECIPE_REGION_MALFORMED",
      file: path,
      message: expect.stringContaining(says),
    });
  });

  it("that is not there is refused", () => {
    expect(() => readRegion("/nowhere.json")).toThrow(expect.objectContaining({ code: "RECIPE_REGION_MALFORMED" }));
    expect(() => readRegion(regionFile("atlantis"))).toThrow(/atlantis\.json/u);
  });

  it("with a rule that is not there is refused before anything is read", async () => {
    const region = smallRegion({ rules: { R1: {}, R99: {} } });
    const build = buildRegion(region, { from: "/nowhere", progress: () => undefined }, { cities: [], ports: {} });
    await expect(build).rejects.toMatchObject({
      code: "RECIPE_REGION_MALFORMED",
      message: expect.stringContaining("R99"),
    });
  });

  it("reads back as it was written, and makes a recipe of its id and title", async () => {
    const folder = await writeFolder({ "region.json": JSON.stringify(good) });
    expect(readRegion(join(folder, "region.json"))).toEqual(good);
    await rm(folder, { recursive: true });
    expect(regionRecipe(good)).toMatchObject({ id: "small", title: "Small" });
  });

  it("tells the States at its fringe from those outside", () => {
    const region = smallRegion({ fringeStates: ["FF"] });
    expect(["AA", "FF", "XX"].map((state) => isInRegion(region, state))).toEqual([true, true, false]);
  });
});
