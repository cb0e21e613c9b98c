import type { Asset, Connection, DatasetDescription, Dependency } from "../../analyzer/index.ts";
import { draw } from "./draw.ts";
import { electricity, reserveShare, type Service, substationMw, type SyntheticKind, syntheticKinds } from "./kinds.ts";
import { type Lines, linkLines, linkNeeds, type Needs } from "./link-assets.ts";
import { degrees, placeAssets, type PlacedAssets } from "./place-assets.ts";

/** What a made-up system is to be. */
export interface SystemOptions {
  /** From 100 to 1,000,000. */
  readonly assets: number;
  /** From 1 to 25. */
  readonly states: number;
  /** Chance that a service has a second provider, where its kind looks for two. */
  readonly redundancy: number;
  readonly seed: number;
}

/** What came of it, counted. */
export interface SystemStatistics {
  readonly assets: number;
  readonly dependencies: number;
  readonly connections: number;
  readonly states: number;
  /** Shares of all dependencies, 0..1. */
  readonly crossBorderShare: number;
  readonly crossSectorShare: number;
  /** Of all services, those with one provider. */
  readonly singleProviderShare: number;
  readonly crossBorderConnections: number;
}

/** A made-up system of several States, row by row: the rows are made as they are asked for. */
export interface SyntheticSystem {
  readonly description: DatasetDescription;
  readonly statistics: SystemStatistics;
  assets(): Generator<Asset>;
  dependencies(): Generator<Dependency>;
  connections(): Generator<Connection>;
}

const stateNames =
  "Aldoria Brenmark Cavessia Dorvania Elmara Fenwold Galdria Hestova Ilvania Jorvia Lumeria Maravia Norvend Orvania Peloria Quentia Rovandia Selmark Tarvonia Ulmeria Vostria Wendia Xandria Yelmark Zorvia".split(
    " ",
  );
/** XA to XZ are free for users; XK is in common use for Kosovo. */
const stateCodes = "ABCDEFGHIJLMNOPQRSTUVWXYZ".split("").map((letter) => `X${letter}`);
const source = "synthetic";

/** How many States can be told apart. */
export const mostStates = stateCodes.length;

/**
 * Makes up a system: assets of the usual kinds around towns, each served by the nearest providers, and one electricity network over
 * all borders. The same options give the same system.
 *
 * Cost: O(assets x States) time, about 60 bytes per asset and 13 per service; rows are made one by one.
 */
export function generateSystem(options: SystemOptions): SyntheticSystem {
  const { assets, states, redundancy, seed } = options;
  const placed = placeAssets(assets, states, seed);
  const needs = linkNeeds(placed, redundancy, seed);
  const lines = linkLines(placed);
  const ids = idsOf(placed);
  const statistics = statisticsOf(placed, needs, lines, states);
  return {
    description: describe(options, statistics),
    statistics,
    assets: () => assetRows(placed, ids, seed),
    dependencies: () => dependencyRows(placed, needs, ids),
    connections: () => connectionRows(placed, lines, ids),
  };
}

/** `XA-sub-0001`: unique, and in the order of the assets of a kind. */
function idsOf({ kind, state }: PlacedAssets): string[] {
  const digits = String(kind.length).length;
  const counts = new Map<number, number>();
  return Array.from(kind, (of, asset) => {
    const number = (counts.get(of) ?? 0) + 1;
    counts.set(of, number);
    return `${stateCodes[state[asset]!]}-${syntheticKinds[of]!.code}-${String(number).padStart(digits, "0")}`;
  });
}

function* assetRows({ kind, state, x, y }: PlacedAssets, ids: readonly string[], seed: number): Generator<Asset> {
  const [least, most] = substationMw;
  const demandOf = (asset: number): number => Math.round(least + (most - least) * draw(seed, 40, asset));
  let demand = 0;
  let plants = 0;
  kind.forEach((of, asset) => {
    if (syntheticKinds[of]!.kind === "substation") demand += demandOf(asset);
    if (syntheticKinds[of]!.kind === "power plant") plants += 1;
  });
  const supply = Math.ceil(((1 + reserveShare) * demand) / plants);
  for (let asset = 0; asset < kind.length; asset += 1) {
    const of = syntheticKinds[kind[asset]!]!;
    const code = stateCodes[state[asset]!]!;
    yield {
      id: ids[asset]!,
      name: `${stateNames[state[asset]!]} ${of.kind} ${ids[asset]!.split("-")[2]}`,
      sector: of.sector,
      kind: of.kind,
      states: [{ state: code, share: 1 }],
      ...degrees(x[asset]!, y[asset]!),
      placeClass: "Z5",
      ...amountsOf(of, supply, () => demandOf(asset)),
      ...(of.people === 0 ? {} : { peopleServed: peopleOf(of, seed, asset) }),
      restartHours: of.restartHours,
      repairHours: of.repairHours,
      source,
    };
  }
}

function amountsOf({ kind }: SyntheticKind, supply: number, demand: () => number): Partial<Asset> {
  if (kind === "power plant") return { capacity: supply, unit: "MW", produces: electricity(supply) };
  if (kind === "substation") return { consumes: electricity(demand()) };
  return {};
}

/** Few large ones and many small ones: exponential around the mean, to hundreds. */
function peopleOf({ people }: SyntheticKind, seed: number, asset: number): number {
  return Math.max(100, Math.round((-people * Math.log(1 - draw(seed, 41, asset))) / 100) * 100);
}

function* dependencyRows(placed: PlacedAssets, needs: Needs, ids: readonly string[]): Generator<Dependency> {
  for (let at = 0; at < needs.dependent.length; at += 1) {
    const dependent = needs.dependent[at]!;
    const service = syntheticKinds[placed.kind[dependent]!]!.services[needs.service[at]!]!;
    yield dependencyRow(service, needs.first[at]!, dependent, placed, ids);
    if (needs.second[at] !== -1) yield dependencyRow(service, needs.second[at]!, dependent, placed, ids);
  }
}

function dependencyRow(
  { commodity, dependency, bufferHours, loss }: Service,
  provider: number,
  dependent: number,
  { x, y }: PlacedAssets,
  ids: readonly string[],
): Dependency {
  const far = Math.hypot(x[provider]! - x[dependent]!, y[provider]! - y[dependent]!);
  return {
    id: `${ids[provider]}>${ids[dependent]}`,
    provider: ids[provider]!,
    dependent: ids[dependent]!,
    kind: dependency,
    commodity,
    group: commodity,
    need: 1,
    loss,
    bufferHours,
    share: 1,
    method: "inferred",
    distanceKm: Math.round(10 * far) / 10,
    source,
  };
}

function* connectionRows({ x, y }: PlacedAssets, { a, b }: Lines, ids: readonly string[]): Generator<Connection> {
  for (let at = 0; at < a.length; at += 1) {
    const [one, other] = [a[at]!, b[at]!];
    const lengthKm = Math.round(10 * Math.hypot(x[one]! - x[other]!, y[one]! - y[other]!)) / 10;
    const ends = { a: ids[one]!, b: ids[other]! };
    yield { id: `${ids[one]}-${ids[other]}`, ...ends, commodity: "electricity", lengthKm, method: "inferred", source };
  }
}

function statisticsOf({ kind, state }: PlacedAssets, needs: Needs, lines: Lines, states: number): SystemStatistics {
  let [dependencies, crossBorder, crossSector, single] = [0, 0, 0, 0];
  for (let at = 0; at < needs.dependent.length; at += 1) {
    const dependent = needs.dependent[at]!;
    if (needs.second[at] === -1) single += 1;
    for (const provider of [needs.first[at]!, needs.second[at]!]) {
      if (provider === -1) continue;
      dependencies += 1;
      if (state[provider] !== state[dependent]) crossBorder += 1;
      if (syntheticKinds[kind[provider]!]!.sector !== syntheticKinds[kind[dependent]!]!.sector) crossSector += 1;
    }
  }
  return {
    assets: kind.length,
    dependencies,
    connections: lines.a.length,
    states,
    crossBorderShare: crossBorder / dependencies,
    crossSectorShare: crossSector / dependencies,
    singleProviderShare: single / needs.dependent.length,
    crossBorderConnections: lines.a.reduce((sum, one, at) => sum + (state[one] === state[lines.b[at]!] ? 0 : 1), 0),
  };
}

function describe(
  { assets, states, redundancy, seed }: SystemOptions,
  { dependencies, connections, crossBorderShare, singleProviderShare }: SystemStatistics,
): DatasetDescription {
  const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
  const facts = [
    `${assets} made-up assets in ${states} made-up States, ${dependencies} dependencies (${percent(crossBorderShare)} over a border),`,
    `${connections} connections; ${percent(singleProviderShare)} of services have one provider.`,
    "Nothing in it is real; for teaching, tests and papers.",
  ];
  return {
    id: `synthetic-${assets}-${states}-${seed}`,
    title: `Synthetic system of ${assets} assets`,
    version: "1",
    description: facts.join(" "),
    licence: "CC0-1.0",
    sources: [
      {
        id: source,
        title: `Generated with ${assets} assets, ${states} States, redundancy ${redundancy}, seed ${seed}`,
        licence: "CC0-1.0",
        retrieved: "2026",
        credit: "Made up by Knockon",
      },
    ],
    states: stateCodes.slice(0, states).map((code, at) => ({ code, name: stateNames[at]! })),
    assumptions: [
      {
        id: "synthetic",
        text: "Every number is assumed: places, amounts, buffers, times and people are drawn from a seed.",
      },
    ],
  };
}
