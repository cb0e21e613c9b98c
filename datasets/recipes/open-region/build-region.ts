import { byId } from "../../../analyzer/index.ts";
import { stateName } from "../../states.ts";
import { makeReport } from "../make-report.ts";
import { coarsen } from "../placed-asset.ts";
import { RawFiles } from "../raw-files.ts";
import type { RecipeInput, RecipeOutput } from "../recipe.ts";
import { RecipeError } from "../recipe-error.ts";
import { assumeCityDemand } from "./assumptions/city-demand.ts";
import { assumeCityRings } from "./assumptions/city-rings.ts";
import { assumeDomesticSupply } from "./assumptions/domestic-supply.ts";
import { assumeGasSources } from "./assumptions/gas-sources.ts";
import { assumeNationalSupply } from "./assumptions/national-supply.ts";
import { assumeSecondSites } from "./assumptions/second-sites.ts";
import { describeRegion } from "./describe-region.ts";
import { createDraft, type Draft } from "./draft.ts";
import { nearCity } from "./near-city.ts";
import { loadPackages, type Packages } from "./packages.ts";
import type { Region } from "./region.ts";
import { joinExchanges } from "./rules/exchanges.ts";
import { joinInterconnectors } from "./rules/interconnectors.ts";
import { addNationalGrids } from "./rules/national-grids.ts";
import { joinLines } from "./rules/o1-lines.ts";
import { joinPipes } from "./rules/o2-pipes.ts";
import { joinAirRoutes } from "./rules/o3-air-routes.ts";
import { joinReservoirs } from "./rules/o4-reservoirs.ts";
import { joinSettlement } from "./rules/o5-settlement.ts";
import { r17 } from "./rules/r17-cooling.ts";
import { checkRules } from "./rules/check-rules.ts";
import { inferenceRules } from "./rules/registry.ts";
import type { Rule } from "./rules/rule.ts";
import { joinTrade } from "./rules/trade.ts";
import { addAirports } from "./sources/airports.ts";
import { addCities, addPaymentSystems } from "./sources/cities.ts";
import { readFreshWaterCooled } from "./sources/cooling.ts";
import { readExchanges } from "./sources/exchanges.ts";
import { addFertiliserPlants } from "./sources/fertiliser-plants.ts";
import { readGas } from "./sources/gas.ts";
import { readGrid } from "./sources/grid.ts";
import { addHospitals } from "./sources/hospitals.ts";
import { addReservoirs, type Dams } from "./sources/hydro.ts";
import { readNationalEnergy } from "./sources/national-energy.ts";
import type { Plant } from "./sources/plant.ts";
import { addPlants } from "./sources/plants.ts";
import { addPorts } from "./sources/ports.ts";
import { addRailwayStations } from "./sources/railway-stations.ts";
import { readTradeShares } from "./sources/trade-shares.ts";

/** What a build works on. */
interface Build {
  readonly region: Region;
  readonly draft: Draft;
  readonly raw: RawFiles;
  readonly packages: Packages;
  readonly progress: (text: string) => void;
}

/**
 * Builds the dataset of a region from raw files: its sources are read one by one and put in as they are observed, then the
 * rules that the region file names join them, then the assumptions A1 to A5 are written in. The order matters: rules see
 * what is there before them, and supply is sized by demand.
 */
export async function buildRegion(
  region: Region,
  input: RecipeInput,
  packages: Packages | null = null,
): Promise<RecipeOutput> {
  const { from } = input;
  if (from === null) {
    throw new RecipeError("RECIPE_FROM_MISSING", `${region.id} reads raw files: name the folder that holds them`);
  }
  checkRules(region);
  const build = {
    region,
    draft: createDraft(region),
    raw: new RawFiles(from),
    packages: packages ?? (await loadPackages()),
    progress: (text: string) => input.progress(text),
  };
  for (const rule of await addSources(build)) applyRule(build, rule);
  await makeAssumptions(build);
  return finish(build);
}

/** Reads every source that the region file names; answers the rules, of which one needs what was read. */
async function addSources(build: Build): Promise<readonly Rule[]> {
  const { region, draft, raw, packages, progress } = build;
  const { grid, gas, airports, fertiliserPlants, hospitals, railwayStations, cities, exchanges, tradeShares } =
    region.sources;
  const near = nearCity(packages.cities);
  if (grid !== undefined) {
    progress(`reading the grid in ${grid.folder}`);
    joinLines(draft, await readGrid(raw, grid.folder), grid.leastKv, near);
  }
  if (gas !== undefined) {
    progress(`reading the pipes in ${gas.file}`);
    joinPipes(draft, await readGas(raw, gas.file), near);
  }
  const cooled = await addPlantsAndReservoirs(build);
  if (airports !== undefined) {
    progress(`reading the air routes in ${airports.folder}`);
    joinAirRoutes(draft, await addAirports(draft, raw, airports));
  }
  if (region.sources.ports === true) addPorts(draft, raw, packages.ports);
  if (cities !== undefined) addCities(draft, raw, packages.cities, cities);
  if (fertiliserPlants !== undefined) await addFertiliserPlants(draft, raw, fertiliserPlants.file);
  if (hospitals !== undefined) {
    progress(`reading the hospitals in ${hospitals.file}`);
    await addHospitals(draft, raw, hospitals.file);
  }
  if (railwayStations !== undefined) {
    progress(`reading the stations in ${railwayStations.file}`);
    await addRailwayStations(draft, raw, railwayStations.file);
  }
  if (region.paymentSystems === true) addPaymentSystems(draft, packages.cities, (code) => nameOf(region, code));
  if (region.settlement !== undefined) joinSettlement(draft, region.settlement);
  if (region.nationalGrids === true) addNationalGrids(draft, (code) => nameOf(region, code));
  joinInterconnectors(draft, region.interconnectors ?? []);
  if (exchanges !== undefined) {
    joinExchanges(draft, raw, exchanges.file, await readExchanges(raw, exchanges.file));
  }
  if (tradeShares !== undefined) {
    joinTrade(draft, await readTradeShares(raw, tradeShares.file, region), (code) => nameOf(region, code));
  }
  return [...inferenceRules, cooled];
}

async function addPlantsAndReservoirs({ region, draft, raw, progress }: Build): Promise<Rule> {
  const { reservoirs, plants: lists = [], cooling } = region.sources;
  let dams: Dams = new Set<string>();
  let plants: readonly Plant[] = [];
  if (reservoirs !== undefined) {
    progress(`reading the reservoirs in ${reservoirs.file}`);
    dams = await addReservoirs(draft, raw, reservoirs);
  }
  if (lists.length > 0) {
    progress(`reading the plants in ${lists.map(({ file }) => file).join(", ")}`);
    plants = await addPlants(draft, raw, lists, dams);
    joinReservoirs(draft, plants);
  }
  return r17(plants, cooling === undefined ? new Set<string>() : await readFreshWaterCooled(raw, cooling.file));
}

function applyRule({ region, draft, progress }: Build, rule: Rule): void {
  const settings = region.rules[rule.id];
  if (settings === undefined) return;
  const before = draft.dependencies.length + draft.connections.length;
  rule.join(draft, settings);
  const made = draft.dependencies.length + draft.connections.length - before;
  progress(`${rule.id}, ${rule.title}: ${made} rows`);
}

async function makeAssumptions({ region, draft, raw, progress }: Build): Promise<void> {
  const { nationalEnergy } = region.sources;
  if (nationalEnergy === undefined) return;
  progress(`assuming demand and supply by ${nationalEnergy.file}`);
  const energy = await readNationalEnergy(raw, nationalEnergy.file, [...region.states, ...region.fringeStates]);
  assumeCityDemand(draft, energy);
  if (region.gasEntries !== undefined) assumeGasSources(draft, energy, region.gasEntries);
  if (region.nationalGrids === true) assumeNationalSupply(draft, energy);
  else {
    assumeDomesticSupply(draft, energy);
    assumeSecondSites(draft);
    assumeCityRings(draft);
  }
}

function finish({ region, draft, raw }: Build): RecipeOutput {
  const assets = [...draft.assets.values()].map(coarsen).sort(byId);
  const dependencies = draft.dependencies.sort(byId);
  const connections = draft.connections.sort(byId);
  const links = [...dependencies, ...connections];
  const report = makeReport({ files: raw.reports(), dropped: raw.dropped, assets, links, notes: draft.notes });
  const description = describeRegion(region, [...assets, ...links]);
  return { description, assets, dependencies, connections, scenarios: region.scenarios, report };
}

function nameOf(region: Region, code: string): string {
  return region.names?.find((each) => each.code === code)?.name ?? stateName(code) ?? code;
}
