import { rm } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { extendRegion } from "../../../../datasets/recipes/open-region/extend-region.ts";
import { readRegion, regionFile } from "../../../../datasets/recipes/open-region/region.ts";
import { RecipeError } from "../../../../datasets/recipes/recipe-error.ts";
import { writeFolder } from "./raw-folder.ts";

const base = {
  id: "base",
  states: ["AT"],
  sources: { ports: true, gas: { file: "a.csv" } },
  rules: { R1: {}, R2: {} },
  assumptions: [{ id: "one" }],
};

describe("a region file that extends another", () => {
  it("adds sources, rules and assumptions, and says the rest anew", () => {
    const own = {
      extends: "base",
      id: "own",
      states: ["SI"],
      sources: { gas: { file: "b.csv" } },
      rules: { R2: { reachKm: 5 }, R3: {} },
      assumptions: [{ id: "two" }],
    };
    expect(extendRegion(base, own)).toEqual({
      id: "own",
      states: ["SI"],
      sources: { ports: true, gas: { file: "b.csv" } },
      rules: { R1: {}, R2: { reachKm: 5 }, R3: {} },
      assumptions: [{ id: "one" }, { id: "two" }],
    });
  });

  it("is read with the region of the project it names", () => {
    const [europe, stations] = ["europe-open", "europe-stations-open"].map((id) => readRegion(regionFile(id)));
    expect(stations?.rules).toEqual({ ...europe?.rules, R18: {} });
    expect(stations?.sources).toEqual({ ...europe?.sources, railwayStations: expect.anything() });
    expect(stations?.states).toEqual(europe?.states);
  });

  it("is read with a file beside it, and refused where that extends another or is not there", async () => {
    const folder = await writeFolder({
      "own.json": JSON.stringify({ extends: "other.json", id: "own", rules: { R18: {} } }),
      "other.json": JSON.stringify({ ...readRegion(regionFile("europe-open")), id: "other" }),
      "third.json": JSON.stringify({ extends: "own.json", id: "third" }),
      "lost.json": JSON.stringify({ extends: "nowhere", id: "lost" }),
      "odd.json": JSON.stringify({ extends: 7, id: "odd" }),
    });
    expect(readRegion(`${folder}/own.json`)).toMatchObject({ id: "own", rules: { R1: {}, R18: {} } });
    for (const [file, says] of [
      ["third.json", "extends another region itself"],
      ["lost.json", "no such file"],
      ["odd.json", "extends must be"],
    ]) {
      const error = (() => {
        try {
          return readRegion(`${folder}/${file}`);
        } catch (thrown) {
          return thrown;
        }
      })();
      expect(error).toBeInstanceOf(RecipeError);
      expect(error).toMatchObject({ code: "RECIPE_REGION_MALFORMED", message: expect.stringContaining(says ?? "") });
    }
    await rm(folder, { recursive: true });
  });
});
