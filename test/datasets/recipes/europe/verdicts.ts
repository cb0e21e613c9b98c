import { distanceKm } from "../../../../analyzer/index.ts";
import type { Fact } from "../../../../datasets/recipes/europe/fact.ts";
import type { StateRow } from "../../../../datasets/recipes/europe/europe-tables.ts";
import { bestVerdict, compareFact, isClose, tolerance, type Verdict } from "./compare-facts.ts";
import { type Reference, readShared, references } from "./shared-data.ts";

/** The fuels of the raw files that a fuel of ours may be called. */
const fuelNames: Readonly<Record<string, RegExp>> = {
  nuclear: /^nuclear$/i,
  hydro: /^hydro$/i,
  pumped: /^hydro$/i,
  coal: /^(hard coal|lignite|coal)$/i,
  gas: /^(natural gas|gas)$/i,
  oil: /^(oil|hard coal|coal|natural gas|gas|other)$/i,
  biomass: /^(solid biomass|biomass|coal)$/i,
  wind: /^wind$/i,
  geothermal: /^geothermal$/i,
};

/** Power plants against powerplantmatching, the WRI database and the JRC hydro database. */
export function judgePlants(facts: readonly Fact[]): Map<string, Verdict> {
  const files = plantFiles();
  return new Map(
    facts.map((fact) => {
      const fuel = (fact.row.cells["fuel"] ?? "").replace(/-(idle|local|part)$/, "");
      const pattern = fuelNames[fuel] ?? /^$/;
      const verdicts = files.map((file) =>
        compareFact(
          fact,
          [...file].filter(([name]) => pattern.test(name)).flatMap(([, rows]) => rows),
        ),
      );
      return [fact.id, bestVerdict(verdicts)];
    }),
  );
}

/** The plants of each raw file by the fuel it names. */
function plantFiles(): Map<string, Reference[]>[] {
  const matching = byColumn(readShared("powerplantmatching/powerplants.csv"), "Fueltype");
  const wri = byColumn(readShared("wri-gppd/database_WRI.csv"), "fuel1");
  const hydro = new Map([["hydro", readShared("jrc-hydro/jrc-hydro-power-plant-database.csv")]]);
  const columns = [
    [matching, { name: "Name", lon: "lon", lat: "lat", amount: "Capacity" }],
    [wri, { name: "name", lon: "longitude", lat: "latitude", amount: "capacity_mw" }],
    [hydro, { name: "name", lon: "lon", lat: "lat", amount: "installed_capacity_MW" }],
  ] as const;
  return columns.map(
    ([file, names]) => new Map([...file].map(([fuel, rows]) => [fuel, references(rows, names)] as const)),
  );
}

type RawRow = Readonly<Record<string, string>>;

function byColumn(rows: readonly RawRow[], column: string): Map<string, RawRow[]> {
  const groups = new Map<string, RawRow[]>();
  for (const row of rows) {
    const key = row[column] ?? "";
    const group = groups.get(key) ?? [];
    group.push(row);
    groups.set(key, group);
  }
  return groups;
}

/** Sea cables and other direct-current links against the PyPSA-Eur list: both ends within the tolerance, MW one by one or added up. */
export function judgeLinks(facts: readonly Fact[]): Map<string, Verdict> {
  const rows = readShared("pypsa-eur-extras/links_p_nom.csv").filter((row) => row["x1"] !== "");
  const ends = facts.map((fact): [string, Verdict] => {
    const place = (end: string): { lon: number; lat: number } => ({
      lon: Number(fact.row.cells[`${end}_lon`]),
      lat: Number(fact.row.cells[`${end}_lat`]),
    });
    const [a, b] = [place("a"), place("b")];
    const near = rows.filter((row) => {
      const first = { lon: Number(row["x1"]), lat: Number(row["y1"]) };
      const second = { lon: Number(row["x2"]), lat: Number(row["y2"]) };
      const apart = Math.min(
        Math.max(distanceKm(a, first), distanceKm(b, second)),
        Math.max(distanceKm(a, second), distanceKm(b, first)),
      );
      return apart <= tolerance.km;
    });
    const amounts: Reference[] = near.map((row) => ({
      name: row["Name"] ?? "",
      ...a,
      amount: Number.parseFloat(row["Power (MW)"] ?? ""),
    }));
    return [fact.id, compareFact({ ...a, capacity: fact.capacity ?? Number.NaN }, amounts)];
  });
  return new Map(ends);
}

/** Gas border points against the pipes of SciGRID that cross the same border: place only, its capacities are estimates. */
export function judgeGasPoints(facts: readonly Fact[]): Map<string, Verdict> {
  const crossings = readShared("scigrid-gas/gas_network_dataset.csv").flatMap(crossing);
  return new Map(
    facts.map((fact) => {
      const pair = [fact.row.cells["a_state"] ?? "", fact.row.cells["b_state"] ?? ""].sort().join("-");
      const same = crossings.filter((row) => row.pair === pair);
      if (same.length === 0) return [fact.id, "not held"];
      return [fact.id, same.some((row) => distanceKm(fact, row) <= tolerance.km) ? "agrees" : "differs"];
    }),
  );
}

/** Both ends of a pipe whose ends lie in two States; the list columns are Python literals. */
function crossing(row: Record<string, string>): { pair: string; lon: number; lat: number }[] {
  const list = (column: string): string[] => (row[column] ?? "").replaceAll(/[[\]' ]/g, "").split(",");
  const states = list("country_code").map((state) => ({ UK: "GB", EL: "GR" })[state] ?? state);
  if (new Set(states).size < 2) return [];
  const [lon, lat] = [list("long"), list("lat")];
  return states.map((_, end) => ({ pair: [...states].sort().join("-"), lon: Number(lon[end]), lat: Number(lat[end]) }));
}

/** Fertiliser and ammonia plants against the PyPSA-Eur list. */
export function judgeFertiliser(facts: readonly Fact[]): Map<string, Verdict> {
  const rows = references(readShared("pypsa-eur-extras/ammonia_plants.csv"), {
    name: "Plant",
    lon: "Longitude",
    lat: "Latitude",
    amount: "Ammonia [kt/a]",
  });
  return new Map(facts.map((fact) => [fact.id, compareFact(fact, rows)]));
}

/** Reservoirs of power plants against the JRC hydro database (million m3). */
export function judgeReservoirs(facts: readonly Fact[]): Map<string, Verdict> {
  const rows = references(
    readShared("jrc-hydro/jrc-hydro-power-plant-database.csv").filter((row) => Number(row["volume_Mm3"]) > 0),
    { name: "name", lon: "lon", lat: "lat", amount: "volume_Mm3" },
  );
  return new Map(facts.map((fact) => [fact.id, compareFact(fact, rows)]));
}

/** People of each State against the newest year of the World Bank table; `code3` gives its three-letter code. */
export function judgePopulation(
  states: Iterable<StateRow>,
  code3: (state: string) => string | undefined,
): Map<string, Verdict> {
  const newest = new Map<string, number>();
  for (const row of readShared("population/population.csv")) {
    newest.set(row["Country Code"] ?? "", Number(row["Value"]));
  }
  return new Map(
    [...states].map(({ state, populationMillions }) => {
      const people = newest.get(code3(state) ?? "");
      if (people === undefined) return [state, "not held"];
      return [state, isClose(populationMillions * 1e6, people) ? "agrees" : "differs"];
    }),
  );
}
