import type { Asset, Dataset, Dependency } from "../../analyzer/index.ts";
import { toNanos } from "./plain-engine-history.ts";

/** One provider of a group: an asset, or the network of a commodity. A satisfied row counts its provider as 1. */
export interface PlainRow {
  readonly provider: string;
  readonly commodity: string | null;
  readonly share: number;
  readonly lag: number;
  readonly satisfied: boolean;
}

export interface PlainGroup {
  readonly dependent: string;
  readonly name: string;
  readonly rows: PlainRow[];
  readonly need: number;
  readonly rule: "proportional" | "threshold";
  readonly loss: number;
  readonly bufferHours: number;
}

/** The connections of one commodity with their ends; an amount that is not known is undefined. */
export interface PlainNetwork {
  readonly commodity: string;
  readonly members: ReadonlySet<string>;
  readonly producers: ReadonlyMap<string, number | undefined>;
  readonly demands: ReadonlyMap<string, number>;
  readonly lines: readonly PlainLine[];
  readonly zones: PlainZoning | null;
}

/** A connection; the capacity is undefined where it is not known. */
export interface PlainLine {
  readonly a: string;
  readonly b: string;
  readonly directed: boolean;
  readonly capacity: number | undefined;
}

/** A network balanced State by State: whose zone each member is in, and the limits stated, by `from to`. */
interface PlainZoning {
  readonly zoneOf: ReadonlyMap<string, string>;
  readonly sharing: "own-first" | "shared";
  readonly limits: ReadonlyMap<string, number>;
}

/** A dataset as plain objects, every default filled in. */
export interface PlainSystem {
  readonly assets: ReadonlyMap<string, Asset>;
  readonly groups: readonly PlainGroup[];
  readonly networks: ReadonlyMap<string, PlainNetwork>;
  /** Provider to dependents, and every producer to every non-producing asset of its network. */
  readonly supports: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Reads a dataset (model.md sections 1 and 2); trusts that the checks passed. */
export function plainSystem(dataset: Dataset): PlainSystem {
  const assets = new Map(dataset.assets.map((asset) => [asset.id, asset]));
  const networks = plainNetworks(dataset);
  const supports = supportEdges(dataset, networks);
  const rows = [...dataset.dependencies, ...defaultNetworkRows(dataset, networks)];
  return { assets, networks, supports, groups: plainGroups(rows, assets, supports) };
}

/** Restart time of an asset in billionths of an hour. */
export function restartOf(system: PlainSystem, id: string): number {
  return toNanos(system.assets.get(id)?.restartHours ?? 0);
}

function plainNetworks(dataset: Dataset): Map<string, PlainNetwork> {
  const networks = new Map<string, PlainNetwork>();
  for (const commodity of new Set(dataset.connections.map((connection) => connection.commodity))) {
    const lines = dataset.connections
      .filter((connection) => connection.commodity === commodity)
      .map(({ a, b, directed, capacity }) => ({ a, b, directed: directed ?? false, capacity }));
    const members = new Set(lines.flatMap(({ a, b }) => [a, b]));
    const producers = new Map<string, number | undefined>();
    const demands = new Map<string, number>();
    for (const asset of dataset.assets.filter(({ id }) => members.has(id))) {
      const produced = asset.produces?.find((amount) => amount.commodity === commodity);
      if (produced !== undefined) producers.set(asset.id, produced.amount);
      const consumed = asset.consumes?.find((amount) => amount.commodity === commodity);
      if (consumed !== undefined) demands.set(asset.id, consumed.amount ?? 0);
    }
    networks.set(commodity, { commodity, members, producers, demands, lines, zones: zoning(dataset, commodity) });
  }
  return networks;
}

function zoning({ description, assets }: Dataset, commodity: string): PlainZoning | null {
  const settings = description.networks?.[commodity];
  if (settings?.balance !== "zones") return null;
  const zoneOf = assets.map(({ id, states }): [string, string] => {
    const largest = Math.max(...states.map(({ share }) => share));
    return [id, states.find(({ share }) => share === largest)?.state ?? ""];
  });
  const limits = (settings.transferLimits ?? []).map(({ from, to, capacity }): [string, number] => [
    `${from} ${to}`,
    capacity,
  ]);
  return { zoneOf: new Map(zoneOf), sharing: settings.sharing ?? "own-first", limits: new Map(limits) };
}

function supportEdges(dataset: Dataset, networks: ReadonlyMap<string, PlainNetwork>): Map<string, Set<string>> {
  const supports = new Map(dataset.assets.map(({ id }) => [id, new Set<string>()]));
  for (const { provider, dependent } of dataset.dependencies) supports.get(provider)?.add(dependent);
  for (const { members, producers } of networks.values()) {
    const users = [...members].filter((id) => !producers.has(id));
    for (const producer of producers.keys()) for (const user of users) supports.get(producer)?.add(user);
  }
  return supports;
}

/** A row `@c` for every non-producing asset of a network with a producer that does not state one itself. */
function defaultNetworkRows(dataset: Dataset, networks: ReadonlyMap<string, PlainNetwork>): Dependency[] {
  return [...networks.values()]
    .filter(({ producers }) => producers.size > 0)
    .flatMap(({ commodity, members, producers }) => {
      const provider = `@${commodity}`;
      const stated = new Set(
        dataset.dependencies.filter((row) => row.provider === provider).map((row) => row.dependent),
      );
      return [...members]
        .filter((id) => !producers.has(id) && !stated.has(id))
        .map((dependent) => ({ id: `${provider} ${dependent}`, provider, dependent, group: provider }));
    });
}

function plainGroups(
  dependencies: readonly Dependency[],
  assets: ReadonlyMap<string, Asset>,
  supports: ReadonlyMap<string, ReadonlySet<string>>,
): PlainGroup[] {
  const isNetwork = (row: Dependency) => row.provider.startsWith("@");
  const groupOf = (row: Dependency) => row.group ?? (isNetwork(row) ? row.provider : row.id);
  const firsts = dependencies.filter(
    (row, index) =>
      dependencies.findIndex((other) => other.dependent === row.dependent && groupOf(other) === groupOf(row)) === index,
  );
  return firsts.map((first) => {
    const { dependent } = first;
    const rows = dependencies.filter((row) => row.dependent === dependent && groupOf(row) === groupOf(first));
    const stated = <K extends "need" | "rule" | "loss" | "bufferHours">(column: K) =>
      rows.find((row) => row[column] !== undefined)?.[column];
    return {
      dependent,
      name: groupOf(first),
      need: stated("need") ?? 1,
      rule: stated("rule") ?? "proportional",
      loss: stated("loss") ?? 1,
      bufferHours: stated("bufferHours") ?? 0,
      rows: rows.map((row) => ({
        provider: row.provider,
        commodity: isNetwork(row) ? row.provider.slice(1) : null,
        share: row.share ?? 1,
        lag: toNanos(row.lagHours ?? 0),
        satisfied:
          assets.get(dependent)?.blackStart === true && !isNetwork(row) && inOneLoop(supports, row.provider, dependent),
      })),
    };
  });
}

/** Whether two assets support each other, directly or through others. */
function inOneLoop(supports: ReadonlyMap<string, ReadonlySet<string>>, a: string, b: string): boolean {
  return reachable(supports, a).has(b) && reachable(supports, b).has(a);
}

/** All that `from` leads to along the edges, itself included. */
export function reachable(edges: ReadonlyMap<string, ReadonlySet<string>>, from: string): Set<string> {
  const seen = new Set([from]);
  // A Set that grows is walked to its new end.
  for (const id of seen) for (const next of edges.get(id) ?? []) seen.add(next);
  return seen;
}
