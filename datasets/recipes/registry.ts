import { europeOpen } from "./europe-open/europe-open.ts";
import type { Recipe } from "./recipe.ts";

/** Every recipe that `build` knows, by id. */
export const recipes: readonly Recipe[] = [europeOpen];
