import { writeDatasetFolder } from "../formats/index.ts";
import type { RecipeOutput } from "./recipe.ts";

/** The files of the folder that a recipe makes, by path: the dataset, and `scenarios/ID.json` for each scenario. */
export function recipeFiles(output: RecipeOutput): ReadonlyMap<string, string> {
  const files = new Map(writeDatasetFolder(output));
  for (const scenario of output.scenarios ?? []) {
    files.set(`scenarios/${scenario.id}.json`, `${JSON.stringify(scenario, null, 2)}\n`);
  }
  return files;
}
