import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { equalShares } from "../../../datasets/recipes/europe/add-service.ts";
import { europe } from "../../../datasets/recipes/europe/europe.ts";
import { gabrielGraph } from "../../../datasets/recipes/europe/gabriel-graph.ts";
import { slug } from "../../../datasets/recipes/europe/slug.ts";
import type { RecipeOutput } from "../../../datasets/recipes/recipe.ts";
import { RecipeError } from "../../../datasets/recipes/recipe-error.ts";
import { recipeFiles } from "../../../datasets/recipes/recipe-files.ts";
import { europeFolder } from "../library/europe-dataset.ts";

const build = (from: string | null = null): Promise<RecipeOutput> => europe.build({ from, progress: () => undefined });

describe("the recipe of the bundled dataset", () => {
  let output: RecipeOutput;
  beforeAll(async () => {
    output = await build();
  });

  it("makes the bytes that are committed, and the same again", async () => {
    const files = recipeFiles(output);
    expect([...files.keys()]).toEqual(["dataset.json", "assets.csv", "dependencies.csv", "connections.csv"]);
    for (const [file, text] of files) {
      expect(readFileSync(join(europeFolder, file), "utf8") === text, `${file} is to be built again`).toBe(true);
    }
    expect(recipeFiles(await build())).toEqual(files);
  });

  it("uses every row of the facts and counts what its rules made", () => {
    expect(output.report.files.every(({ rowsIn, rowsUsed }) => rowsIn === rowsUsed)).toBe(true);
    const links = output.dependencies.length + output.connections.length;
    expect(Object.values(output.report.rowsPerRule).reduce((sum, count) => sum + count, 0)).toBe(links);
    expect(output.report.notes).toContain("ports left out for their place: none");
  });

  it("settles the payment systems of the euro area and Denmark in T2, and no other", () => {
    const settled = output.dependencies.filter(({ ruleId }) => ruleId === "O5").map(({ dependent }) => dependent);
    const members = "at be bg cy de dk ee es fi fr gr hr ie it lt lu lv mt nl pt si sk".split(" ");
    expect(settled).toEqual(members.map((state) => `pay-${state}`));
  });

  it("gives every State's grid the supply that is assumed for it", () => {
    const amount = (states: string, key: "produces" | "consumes"): number =>
      output.assets
        .filter((asset) => asset.states[0]?.state === states)
        .flatMap((asset) => asset[key] ?? [])
        .filter(({ commodity }) => commodity === "electricity")
        .reduce((sum, { amount = 0 }) => sum + amount, 0);
    expect(amount("PL", "produces") / amount("PL", "consumes")).toBeCloseTo(1.05, 2);
    expect(amount("HU", "produces") / amount("HU", "consumes")).toBeCloseTo(0.8, 2);
    expect(amount("PL", "consumes")).toBeGreaterThan(27_400);
  });

  it("refuses a folder without the facts, by name", async () => {
    await expect(build("/nowhere")).rejects.toThrow(RecipeError);
    await expect(build("/nowhere")).rejects.toMatchObject({ code: "RECIPE_FILE_MISSING" });
  });
});

describe("the small parts of the recipe", () => {
  it("splits a service into shares that sum to 1", () => {
    expect(equalShares(3)).toEqual([0.3334, 0.3333, 0.3333]);
    expect(equalShares(2)).toEqual([0.5, 0.5]);
  });

  it("joins places to a Gabriel graph: neighbours only, and all connected", () => {
    const line = [0, 1, 2].map((lon) => ({ lon, lat: 50 }));
    expect(gabrielGraph(line)).toEqual([
      [0, 1],
      [1, 2],
    ]);
    const twice = [line[0]!, line[0]!];
    expect(gabrielGraph(twice)).toEqual([[0, 1]]);
  });

  it("makes ids of names in any Latin spelling", () => {
    expect(["Tórshavn", "Łódź", "İzmir", "Malmö", "A Coruña"].map(slug)).toEqual([
      "torshavn",
      "lodz",
      "izmir",
      "malmo",
      "a-coruna",
    ]);
  });
});
