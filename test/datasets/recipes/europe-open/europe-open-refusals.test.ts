import { rm } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { europeOpen } from "../../../../datasets/recipes/europe-open/europe-open.ts";
import { RecipeError, type RecipeErrorCode } from "../../../../datasets/recipes/recipe-error.ts";
import { excerpt, writeFolder } from "./raw-folder.ts";

const nodes = "merged-eu-open/nodes.csv";
const edges = "merged-eu-open/edges.csv";
const energy = "world-factbook/energy_balance_text.csv";

const refusals: readonly [what: string, file: string, change: (text: string) => string, code: RecipeErrorCode][] = [
  ["a column that is not there", nodes, (text) => text.replace("subtype", "type"), "RECIPE_FILE_MALFORMED"],
  ["an unclosed quote", edges, (text) => `${text}"sub:1,sub:2`, "RECIPE_FILE_MALFORMED"],
  ["a coordinate that is no number", nodes, (text) => text.replace("48.26", "north"), "RECIPE_VALUE_UNKNOWN"],
  ["a node that is there twice", nodes, (text) => text.replace("sub:2,", "sub:1,"), "RECIPE_VALUE_UNKNOWN"],
  ["a link to a node that is not there", edges, (text) => text.replace("sub:9", "sub:77"), "RECIPE_VALUE_UNKNOWN"],
  ["a consumption in words", energy, (text) => text.replace("17.52 billion", "much"), "RECIPE_VALUE_UNKNOWN"],
];

async function refusalOf(from: string | null): Promise<unknown> {
  return europeOpen.build({ from, progress: () => undefined }).catch((error: unknown) => error);
}

describe("europe-open refuses raw files it cannot use", () => {
  it.each(refusals)("%s", async (_, file, change, code) => {
    const folder = await writeFolder({ ...excerpt, [file]: change(excerpt[file] ?? "") });
    const error = await refusalOf(folder);
    await rm(folder, { recursive: true });
    expect(error).toBeInstanceOf(RecipeError);
    expect(error).toMatchObject({ code, message: expect.stringContaining(file) });
  });

  it("no folder, and a folder without the files", async () => {
    expect(await refusalOf(null)).toMatchObject({ code: "RECIPE_FROM_MISSING" });
    expect(await refusalOf("/nowhere")).toMatchObject({ code: "RECIPE_FILE_MISSING" });
  });
});
