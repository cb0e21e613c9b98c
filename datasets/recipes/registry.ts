import { europe } from "./europe/europe.ts";
import { bundledRegion } from "./open-region/region-recipe.ts";
import type { Recipe } from "./recipe.ts";

/** Every recipe `build` knows, by id. */
export const recipes: readonly Recipe[] = [
  europe,
  bundledRegion("europe-open", "Europe and neighbours from the folder of raw open data"),
  bundledRegion("europe-stations-open", "The same with main railway stations, which are share-alike"),
  bundledRegion("east-africa-open", "East Africa from the folder of raw open data"),
  bundledRegion("south-east-asia-open", "South-East Asia from the folder of raw open data"),
];
