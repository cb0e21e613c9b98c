import { makeReport } from "../make-report.ts";
import { coarsen } from "../placed-asset.ts";
import type { RecipeInput, RecipeOutput } from "../recipe.ts";
import { describeEurope } from "./description.ts";
import { createDraft, type Draft } from "./draft.ts";
import { type EuropeTables, readEuropeTables } from "./europe-tables.ts";
import { factFiles } from "./fact.ts";
import { factsFolder } from "./facts-folder.ts";
import { sortRows } from "./finish.ts";
import { limitsBeyondLines } from "./transfer-limits.ts";
import { addAirLinks } from "./rules/add-air-links.ts";
import { addAirports } from "./rules/add-airports.ts";
import { addCities } from "./rules/add-cities.ts";
import { addFacts, fuelOf } from "./rules/add-facts.ts";
import { addGasNetwork, connectGasPlants } from "./rules/add-gas-network.ts";
import { addGridHubs } from "./rules/add-grid-hubs.ts";
import { addNamedDependencies } from "./rules/add-named-dependencies.ts";
import { addPorts } from "./rules/add-ports.ts";
import { assumeDomesticSupply } from "./rules/assume-domestic-supply.ts";
import { connectCities } from "./rules/connect-cities.ts";
import { connectInterconnectors } from "./rules/connect-interconnectors.ts";
import { connectPlants } from "./rules/connect-plants.ts";
import { giveData, giveTransit } from "./rules/give-data.ts";
import { givePayments, giveSettlement } from "./rules/give-finance.ts";
import { giveGasToFertiliser } from "./rules/give-gas-to-fertiliser.ts";
import { givePower } from "./rules/give-power.ts";
import { giveToCities } from "./rules/give-to-cities.ts";
import { giveToHospitals } from "./rules/give-to-hospitals.ts";
import { giveToTransport } from "./rules/give-to-transport.ts";

/** Builds the dataset: facts and packages first, then the networks, then what depends on them. */
export function buildEurope(input: RecipeInput): RecipeOutput {
  input.progress("reading the authored facts");
  const tables = readEuropeTables(input.from ?? factsFolder());
  const draft = createDraft();
  input.progress(`${tables.facts.length} facts; adding cities, airports, ports`);
  addPackages(draft, tables);
  input.progress("joining the grids");
  joinNetworks(draft, tables);
  input.progress("inferring dependencies");
  inferDependencies(draft, tables);
  const assets = sortRows(draft.assets).map(coarsen);
  const dependencies = sortRows(draft.dependencies);
  const connections = sortRows(draft.connections);
  const files = factFiles.map((file) => {
    const rowsIn = tables.facts.filter(({ row }) => row.file === file).length;
    return { file, rowsIn, rowsUsed: rowsIn, rowsDropped: 0, leftOut: {} };
  });
  const report = makeReport({
    files,
    dropped: [],
    assets,
    links: [...dependencies, ...connections],
    notes: draft.notes,
  });
  return {
    description: describeEurope(limitsBeyondLines(tables.transferLimits, draft)),
    assets,
    dependencies,
    connections,
    report,
  };
}

function addPackages(draft: Draft, tables: EuropeTables): void {
  addCities(draft, tables);
  addAirports(draft, tables);
  addAirLinks(draft, tables.airLinks);
  addPorts(draft, tables);
  addFacts(draft, tables);
}

/** Networks first: hubs, then what they carry. Supply is sized by demand, so demand comes before it. */
function joinNetworks(draft: Draft, tables: EuropeTables): void {
  addGridHubs(draft, tables);
  connectInterconnectors(draft, tables);
  connectPlants(draft, tables);
  connectCities(draft, tables);
  assumeDomesticSupply(draft, tables);
  addGasNetwork(draft, tables);
  connectGasPlants(
    draft,
    tables.facts.filter((fact) => fuelOf(fact, tables.fuels)?.gasNetwork === true).map(({ id }) => id),
  );
}

function inferDependencies(draft: Draft, tables: EuropeTables): void {
  givePower(draft, tables);
  giveSettlement(draft, tables);
  givePayments(draft, tables);
  giveData(draft, tables);
  giveTransit(draft, tables);
  giveToCities(draft, tables);
  giveToHospitals(draft, tables);
  giveToTransport(draft, tables);
  giveGasToFertiliser(draft, tables);
  addNamedDependencies(draft, tables.namedDependencies);
}
