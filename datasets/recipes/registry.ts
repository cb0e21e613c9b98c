import { europeOpen } from "./europe-open/europe-open.ts";
import { europe } from "./europe/europe.ts";
import type { Recipe } from "./recipe.ts";

/** Every recipe `build` knows, by id. */
export const recipes: readonly Recipe[] = [europe, europeOpen];
