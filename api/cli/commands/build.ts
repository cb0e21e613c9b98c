import type { Command } from "commander";
import { datasetHash, hasErrors } from "../../../analyzer/index.ts";
import { readDataset } from "../../../datasets/formats/index.ts";
import { openPath } from "../../../datasets/open-path.ts";
import type { Recipe } from "../../../datasets/recipes/recipe.ts";
import { recipeFiles } from "../../../datasets/recipes/recipe-files.ts";
import { readRegion } from "../../../datasets/recipes/open-region/region.ts";
import { regionRecipe } from "../../../datasets/recipes/open-region/region-recipe.ts";
import { recipes } from "../../../datasets/recipes/registry.ts";
import { reportLines } from "../../../datasets/recipes/report-lines.ts";
import type { Cli } from "../cli.ts";
import { CliError } from "../cli-error.ts";
import { type JsonOption, jsonOption } from "../options.ts";
import { RefusedError } from "../refused-error.ts";
import { assertNew, writeNewFolder } from "../write-new.ts";

interface BuildOptions extends JsonOption {
  readonly from?: string;
  readonly out: string;
}

/** `build RECIPE`: a dataset folder from raw public files. */
export function addBuild(program: Command, cli: Cli): void {
  const list = recipes.map(({ id, title }) => `  ${id}: ${title}`).join("\n");
  program
    .command("build")
    .summary("make a dataset from raw public files")
    .description(
      "Makes a dataset folder from raw public files by a recipe, checks it, and says what became of every raw row.",
    )
    .argument("<recipe>", `${recipes.map(({ id }) => id).join(", ")}, or a region file (.json)`)
    .option("--from <dir>", "folder with the raw files")
    .requiredOption("--out <dir>", "folder to make; nothing that is there is replaced")
    .addOption(jsonOption())
    .addHelpText(
      "after",
      `\nRecipes:\n${list}\n\nExample:\n  knockon build europe-open --from ../shared/data --out europe-open`,
    )
    .action((id: string, options: BuildOptions) => build(cli, findRecipe(id), options));
}

function findRecipe(id: string): Recipe {
  if (id.endsWith(".json")) return regionRecipe(readRegion(id));
  const recipe = recipes.find((candidate) => candidate.id === id);
  if (recipe !== undefined) return recipe;
  const known = recipes.map((candidate) => candidate.id).join(", ");
  throw new CliError(
    "USAGE_RECIPE_UNKNOWN",
    `There is no recipe "${id}"; there is ${known}, and a region file of your own (.json).`,
  );
}

async function build(cli: Cli, recipe: Recipe, { from, out, json }: BuildOptions): Promise<void> {
  await assertNew(out);
  const output = await recipe.build({ from: from ?? null, progress: (text) => cli.note(text) });
  cli.io.signal.throwIfAborted();
  await writeNewFolder(out, recipeFiles(output), async (folder) => {
    const { issues } = await readDataset(await openPath(folder), { signal: cli.io.signal });
    if (hasErrors(issues)) throw new RefusedError(`What ${recipe.id} made is no sound dataset`, issues);
  });
  const { description, assets, dependencies, connections, report } = output;
  const { id, version } = description;
  if (json) {
    const hash = datasetHash({ description, assets, dependencies, connections });
    cli.printJson({ kind: "build", recipe: recipe.id, dataset: { id, version, hash }, out, report });
  } else cli.print([...reportLines(report), `${id} ${version} was written to ${out}`]);
}
