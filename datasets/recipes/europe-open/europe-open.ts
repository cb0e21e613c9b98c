import { byId } from "../../../analyzer/index.ts";
import { makeReport } from "../make-report.ts";
import type { Recipe, RecipeInput, RecipeOutput } from "../recipe.ts";
import { RecipeError } from "../recipe-error.ts";
import { assumeCityDemand } from "./assume-city-demand.ts";
import { assumeCityRings } from "./assume-city-rings.ts";
import { assumeDomesticSupply } from "./assume-domestic-supply.ts";
import { assumeGasSources } from "./assume-gas-sources.ts";
import { assumeSecondSites } from "./assume-second-sites.ts";
import { description } from "./description.ts";
import { readNationalEnergy } from "./national-energy.ts";
import { edgesFile, nodesFile, readRawGraph } from "./raw-graph.ts";
import { scenarios } from "./scenarios.ts";
import { translate } from "./translate.ts";

/**
 * Europe and neighbours from `merged-eu-open` (nodes and links of the old shape) and the World Factbook.
 *
 * `from` is the folder of raw files that holds `merged-eu-open/` and `world-factbook/`. First every raw row is translated
 * (`translate`), then the assumptions A1 to A5 are written in. The order matters: supply is sized by demand.
 */
export const europeOpen: Recipe = {
  id: "europe-open",
  title: "Europe and neighbours from the folder of raw open data (merged-eu-open, world-factbook)",
  build,
};

async function build({ from, ...host }: RecipeInput): Promise<RecipeOutput> {
  if (from === null) {
    throw new RecipeError(
      "RECIPE_FROM_MISSING",
      "europe-open reads raw files: name the folder that holds merged-eu-open/",
    );
  }
  host.progress(`reading ${nodesFile}, ${edgesFile}`);
  const raw = await readRawGraph(from);
  const energy = await readNationalEnergy(from);
  host.progress(`translating ${raw.nodes.length} nodes and ${raw.edges.length} links`);
  const { draft, dropped } = translate(raw);
  assumeCityDemand(draft, energy);
  assumeDomesticSupply(draft, energy);
  assumeGasSources(draft, energy);
  assumeSecondSites(draft);
  assumeCityRings(draft);
  const assets = [...draft.assets.values()].sort(byId);
  const dependencies = draft.dependencies.sort(byId);
  const connections = draft.connections.sort(byId);
  const report = makeReport({
    rowsIn: { [nodesFile]: raw.nodes.length, [edgesFile]: raw.edges.length },
    dropped,
    assets,
    links: [...dependencies, ...connections],
    notes: draft.notes,
  });
  return { description, assets, dependencies, connections, scenarios, report };
}
