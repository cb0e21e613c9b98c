import type { Recipe } from "../recipe.ts";
import { buildRegion } from "./build-region.ts";
import { type Region, readRegion, regionFile } from "./region.ts";

/** The recipe of a region file. */
export function regionRecipe(region: Region): Recipe {
  return { id: region.id, title: region.title, build: (input) => buildRegion(region, input) };
}

/** A region that comes with the project; its file is read when it is built. */
export function bundledRegion(id: string, title: string): Recipe {
  return { id, title, build: (input) => buildRegion(readRegion(regionFile(id)), input) };
}
