import { readFileSync } from "node:fs";
import { type Asset, distanceKm, type TransferLimit } from "../../../../analyzer/index.ts";
import type { StateRow } from "../../../../datasets/recipes/europe/europe-tables.ts";
import type { Fact } from "../../../../datasets/recipes/europe/fact.ts";
import type { TableRow } from "../../../../datasets/recipes/europe/table.ts";
import { compareFact, isClose, tolerance, type Verdict } from "./compare-facts.ts";
import { readShared, references, sharedFile } from "./shared-data.ts";

/** A State with fewer nodes than this lies at the edge of a raw network: that nothing is near says nothing. */
const fewestNodes = 5;

/** Gas terminals, storages and fields against the ends of SciGRID's pipes: place only, the pipes hold no terminals. */
export function judgeGasSources(facts: readonly Fact[]): Map<string, Verdict> {
  const nodes = readShared("scigrid-gas/gas_network_dataset.csv").flatMap((row) => {
    const list = (column: string): string[] => (row[column] ?? "").replaceAll(/[[\]' ]/g, "").split(",");
    const [lon, lat] = [list("long"), list("lat")];
    return list("country_code").map((code, end) => ({
      state: { UK: "GB", EL: "GR" }[code] ?? code,
      lon: Number(lon[end]),
      lat: Number(lat[end]),
    }));
  });
  return new Map(
    facts.map((fact) => {
      const state = fact.states[0]?.state;
      if (nodes.filter((node) => node.state === state).length < fewestNodes) return [fact.id, "not held"];
      return [fact.id, nodes.some((node) => distanceKm(fact, node) <= tolerance.km) ? "agrees" : "differs"];
    }),
  );
}

const ownCodes: Readonly<Record<string, string>> = { UK: "GB", KS: "XK" };

/** Airports of the dataset against air-routes: place and State. */
export function judgeAirports(airports: readonly Asset[]): Map<string, Verdict> {
  const held = new Map(
    readShared("air-routes/air-routes-latest-nodes.csv")
      .filter((row) => row["type:string"] === "airport")
      .map((row) => [row["code:string"], row]),
  );
  return new Map(
    airports.map((airport) => {
      const row = held.get(airport.extra?.["x_source_id"]);
      if (row === undefined) return [airport.id, "not held"];
      const place = { lon: Number(row["lon:double"]), lat: Number(row["lat:double"]) };
      const code = row["country:string"] ?? "";
      const near =
        distanceKm({ lon: airport.lon ?? Number.NaN, lat: airport.lat ?? Number.NaN }, place) <= tolerance.km;
      return [airport.id, near && airport.states[0]?.state === (ownCodes[code] ?? code) ? "agrees" : "differs"];
    }),
  );
}

/** Main direct flights against the routes of air-routes: flown in both directions. */
export function judgeAirLinks(rows: readonly TableRow[]): Map<string, Verdict> {
  const codes = new Map(
    readShared("air-routes/air-routes-latest-nodes.csv").map((row) => [row["~id"], row["code:string"] ?? ""]),
  );
  const routes = new Set(
    readShared("air-routes/air-routes-latest-edges.csv")
      .filter((row) => row["~label"] === "route")
      .map((row) => `${codes.get(row["~from"])} ${codes.get(row["~to"])}`),
  );
  return new Map(
    rows.map(({ cells: { a = "", b = "" } }) => [
      `${a} ${b}`,
      routes.has(`${a} ${b}`) && routes.has(`${b} ${a}`) ? "agrees" : "not held",
    ]),
  );
}

/** Transfer limits against the exchanges of Electricity Maps, pair by pair and direction by direction; price zones of a State are added up. */
export function judgeTransferLimits(limits: readonly TransferLimit[]): Map<string, Verdict> {
  const exchanges = JSON.parse(readFileSync(sharedFile("electricitymaps-mit/exchanges.json"), "utf8")) as Record<
    string,
    { readonly capacity?: readonly [number, number] }
  >;
  const national = new Map<string, number>();
  const zonal = new Map<string, number>();
  for (const [key, { capacity }] of Object.entries(exchanges)) {
    const [from = "", to = ""] = key.split("->");
    if (capacity === undefined || from.slice(0, 2) === to.slice(0, 2)) continue;
    const held = from.length === 2 && to.length === 2 ? national : zonal;
    const add = (a: string, b: string, amount: number): void => {
      const pair = `${a.slice(0, 2)} ${b.slice(0, 2)}`;
      held.set(pair, (held.get(pair) ?? 0) + Math.abs(amount));
    };
    add(from, to, capacity[1]);
    add(to, from, capacity[0]);
  }
  return new Map(
    limits.map(({ from, to, capacity }) => {
      const amounts = [national, zonal].flatMap((held) => held.get(`${from} ${to}`) ?? []);
      if (amounts.length === 0) return [`${from} ${to}`, "not held"];
      return [`${from} ${to}`, amounts.some((amount) => isClose(capacity, amount)) ? "agrees" : "differs"];
    }),
  );
}

/** Pairs of States that interconnectors join against the lines and links of GridKit that cross the same border. */
export function judgeBorders(facts: readonly Fact[]): Map<string, Verdict> {
  const stateOf = new Map(
    readShared("entsoe-gridkit/buses.csv", "'").map((row) => [
      row["bus_id"],
      /"country"=>"([A-Z]{2})"/.exec(row["tags"] ?? "")?.[1],
    ]),
  );
  const held = new Set<string>();
  for (const file of ["lines.csv", "links.csv"]) {
    for (const row of readShared(`entsoe-gridkit/${file}`, "'")) {
      const [a, b] = [stateOf.get(row["bus0"]), stateOf.get(row["bus1"])].map(
        (code) => ({ UK: "GB" })[code ?? ""] ?? code,
      );
      if (a !== undefined && b !== undefined && a !== b) held.add([a, b].sort().join(" "));
    }
  }
  const pairs = facts.map(({ states }) =>
    states
      .map(({ state }) => state)
      .sort()
      .join(" "),
  );
  return new Map(
    pairs.filter((pair) => pair.includes(" ")).map((pair) => [pair, held.has(pair) ? "agrees" : "not held"]),
  );
}

const inFactbook: Readonly<Record<string, string>> = {
  BA: "Bosnia and Herzegovina",
  CZ: "Czechia",
  MK: "North Macedonia",
  TR: "Turkey (Turkiye)",
};
const scale: Readonly<Record<string, number>> = { million: 1e6, billion: 1e9, trillion: 1e12 };

/** What shares of the peak a State may use on average over the year: 0.45 (heating, air conditioning) to 0.8 (industry). */
const loadFactors = [0.45, 0.8] as const;
/** How many times the average of the year a cold day may ask. */
const gasPeaks = [1.3, 2.6] as const;
const kwhPerCubicMetre = 10.5;

/** Peak loads of electricity, MW, against the World Factbook's use in a year. */
export function judgePeakLoads(states: Iterable<StateRow>, name: (state: string) => string): Map<string, Verdict> {
  const used = factbook("Electricity consumption", name);
  return new Map(
    [...states].map(({ state, peakLoadMw }) => {
      const kwh = used(state);
      if (kwh === undefined) return [state, "not held"];
      return [state, within(kwh / 8760 / 1000 / peakLoadMw, loadFactors)];
    }),
  );
}

/** Gas of a cold day, GWh, against the World Factbook's use in a year. */
export function judgeGasLoads(states: Iterable<StateRow>, name: (state: string) => string): Map<string, Verdict> {
  const used = factbook("Natural gas consumption", name);
  return new Map(
    [...states]
      .filter(({ gasLoadGwhPerDay }) => gasLoadGwhPerDay !== undefined)
      .map(({ state, gasLoadGwhPerDay = 0 }) => {
        const cubicMetres = used(state);
        if (cubicMetres === undefined) return [state, "not held"];
        return [state, within(gasLoadGwhPerDay / ((cubicMetres * kwhPerCubicMetre) / 1e6 / 365), gasPeaks)];
      }),
  );
}

function within(value: number, [least, most]: readonly [number, number]): Verdict {
  return value >= least && value <= most ? "agrees" : "differs";
}

/** Figures of the World Factbook by State: "519.691 billion kWh (2023 est.)" as a number. */
function factbook(indicator: string, name: (state: string) => string): (state: string) => number | undefined {
  const figures = new Map(
    readShared("world-factbook/energy_balance_text.csv")
      .filter((row) => row["indicator"] === indicator)
      .map((row) => {
        const [, digits = "", word = ""] =
          /^([\d.,]+)\s*(million|billion|trillion)?/.exec(row["value_text"] ?? "") ?? [];
        return [row["country"] ?? "", Number(digits.replaceAll(",", "")) * (scale[word] ?? 1)];
      }),
  );
  return (state) => figures.get(inFactbook[state] ?? name(state)) ?? figures.get(name(state));
}

/** Hydro plants against the JRC database alone: place and MW, plants of one site one by one or added up. */
export function judgeHydro(facts: readonly Fact[]): Map<string, Verdict> {
  const rows = references(readShared("jrc-hydro/jrc-hydro-power-plant-database.csv"), {
    name: "name",
    lon: "lon",
    lat: "lat",
    amount: "installed_capacity_MW",
  });
  return new Map(facts.map((fact) => [fact.id, compareFact(fact, rows)]));
}
