import type { Asset, Connection, Dataset, Dependency } from "../../analyzer/index.ts";
import { assetRow, datasetOf } from "./rows.ts";

/** Extreme datasets of so many assets: no answer may break on one, whatever is asked. */

/** Rows of a shape by positions; assets and dependencies are named so that their canonical order is by position. */
type Pair = readonly [provider: number, dependent: number];

/** The id of the asset at a position. */
export function assetName(position: number): string {
  return `a${String(position).padStart(8, "0")}`;
}

/** Assets of XA that state how many people they serve. */
function assetsOf(count: number, more: Partial<Asset> = {}): Asset[] {
  return Array.from({ length: count }, (_, position) => assetRow(assetName(position), { peopleServed: 10, ...more }));
}

/** A dependency per pair, the group's columns of all as stated. */
function dependenciesOf(pairs: readonly Pair[], more: Partial<Dependency> = {}): Dependency[] {
  return pairs.map(([provider, dependent], number) => ({
    id: `d${String(number).padStart(9, "0")}`,
    provider: assetName(provider),
    dependent: assetName(dependent),
    source: "made-up",
    ...more,
  }));
}

function connectionsOf(pairs: readonly Pair[], more: Partial<Connection> = {}): Connection[] {
  return pairs.map(([a, b], number) => ({
    id: `c${String(number).padStart(9, "0")}`,
    a: assetName(a),
    b: assetName(b),
    commodity: "electricity",
    source: "made-up",
    ...more,
  }));
}

const upTo = (count: number) => Array.from({ length: count }, (_, position) => position);

/** No asset has anything to do with another. */
export function pile(count: number): Dataset {
  return datasetOf({ assets: assetsOf(count) });
}

/** Each asset depends on the one before it. */
export function chain(count: number, more: Partial<Dependency> = {}): Dataset {
  const pairs = upTo(count - 1).map((position): Pair => [position, position + 1]);
  return datasetOf({ assets: assetsOf(count), dependencies: dependenciesOf(pairs, more) });
}

/** Each asset depends on the one before it, the first on the last. */
export function loop(count: number, more: Partial<Asset> = {}): Dataset {
  const pairs = upTo(count).map((position): Pair => [position, (position + 1) % count]);
  return datasetOf({ assets: assetsOf(count, more), dependencies: dependenciesOf(pairs) });
}

/** All others depend on the first. */
export function star(count: number): Dataset {
  const pairs = upTo(count - 1).map((position): Pair => [0, position + 1]);
  return datasetOf({ assets: assetsOf(count), dependencies: dependenciesOf(pairs) });
}

/** The last asset depends on all others: on any one of them, or on as many as `need` says, all or nothing. */
export function invertedStar(count: number, need: number): Dataset {
  const pairs = upTo(count - 1).map((position): Pair => [position, count - 1]);
  const dependencies = dependenciesOf(pairs, { group: "any", need, rule: "threshold" });
  return datasetOf({ assets: assetsOf(count), dependencies });
}

/** Everyone depends on everyone else: each row a group of its own, unless said. */
export function completeGraph(count: number, more: Partial<Dependency> = {}): Dataset {
  const pairs = upTo(count).flatMap((one) =>
    upTo(count)
      .filter((other) => other !== one)
      .map((other): Pair => [one, other]),
  );
  return datasetOf({ assets: assetsOf(count), dependencies: dependenciesOf(pairs, more) });
}

/** A chain in which every dependency stands there so many times, each a group of its own or all in one. */
export function parallelChain(count: number, times: number, group?: string): Dataset {
  const pairs = upTo(count - 1).flatMap((position) => upTo(times).map((): Pair => [position, position + 1]));
  const dependencies = dependenciesOf(pairs, group === undefined ? {} : { group });
  return datasetOf({ assets: assetsOf(count), dependencies });
}

/** So many power plants that each feed one city over one line, apart from each other. */
export function linePairs(pairs: number): Dataset {
  return feeders(pairs, 1);
}

/** One power plant and one city, joined by so many lines. */
export function parallelLines(lines: number): Dataset {
  return feeders(1, lines);
}

function feeders(pairs: number, lines: number): Dataset {
  const assets = assetsOf(2 * pairs).map((asset, position) => ({
    ...asset,
    states: [{ state: position % 2 === 0 ? "XA" : "XB", share: 1 }],
    [position % 2 === 0 ? "produces" : "consumes"]: [{ commodity: "electricity", amount: 5 }],
  }));
  const ends = upTo(pairs).flatMap((pair) => upTo(lines).map((): Pair => [2 * pair, 2 * pair + 1]));
  return datasetOf({ assets, connections: connectionsOf(ends, { capacity: 5, unit: "MW" }) });
}
