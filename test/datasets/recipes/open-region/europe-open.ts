import { recipes } from "../../../../datasets/recipes/registry.ts";
import type { Recipe } from "../../../../datasets/recipes/recipe.ts";

/** The recipe of Europe and neighbours from raw files. */
export const europeOpen: Recipe = found("europe-open");

function found(wanted: string): Recipe {
  const recipe = recipes.find(({ id }) => id === wanted);
  if (recipe === undefined) throw new Error(`no recipe ${wanted}`);
  return recipe;
}
