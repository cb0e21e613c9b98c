import type { Asset, CommodityAmount } from "../model/asset.ts";
import type { Connection } from "../model/connection.ts";
import { compareIds, type DatasetDescription } from "../model/dataset.ts";
import type { NetworkSettings } from "../model/network.ts";
import { compileZones } from "./compile-zones.ts";
import { groupByKey } from "../model/group-by-key.ts";
import type { Network } from "./system.ts";

/** A network before its members are known. */
export type NetworkTopology = Omit<Network, "nodeMember">;

/**
 * The networks of a dataset that have a producer, by commodity (model.md section 2, Networks).
 *
 * @param assets in canonical order
 * @param assetPosition position of each asset id
 * @param settings what the dataset says about networks, by commodity
 */
export function compileNetworks(
  assets: readonly Asset[],
  connections: readonly Connection[],
  assetPosition: ReadonlyMap<string, number>,
  settings: DatasetDescription["networks"] = {},
): NetworkTopology[] {
  const byCommodity = new Map<string, Connection[]>();
  for (const connection of connections) {
    const list = byCommodity.get(connection.commodity);
    if (list === undefined) byCommodity.set(connection.commodity, [connection]);
    else list.push(connection);
  }
  return [...byCommodity.keys()]
    .sort(compareIds)
    .map((commodity) => {
      const rows = byCommodity.get(commodity) ?? [];
      return compileNetwork(commodity, assets, rows, assetPosition, settings[commodity]);
    })
    .filter((network) => network.producers.length > 0);
}

function compileNetwork(
  commodity: string,
  assets: readonly Asset[],
  connections: readonly Connection[],
  assetPosition: ReadonlyMap<string, number>,
  settings: NetworkSettings | undefined,
): NetworkTopology {
  const ends = connections.map(({ a, b }) => [position(assetPosition, a), position(assetPosition, b)] as const);
  const nodeAsset = Int32Array.from(new Set(ends.flat())).sort();
  const nodeOf = new Map<number, number>();
  nodeAsset.forEach((asset, node) => nodeOf.set(asset, node));
  const nodes = ends.map(([a, b]) => [nodeOf.get(a)!, nodeOf.get(b)!] as const);
  const directed = connections.some((connection) => connection.directed === true);
  const both = nodes.flatMap(([a, b]) => [[a, b] as const, [b, a] as const]);
  const along = nodes.flatMap(([a, b], row) =>
    connections[row]?.directed === true ? [[a, b] as const] : [[a, b] as const, [b, a] as const],
  );
  const neighbours = adjacency(both, nodeAsset.length);
  const arcs = adjacency(directed ? along : [], nodeAsset.length);

  const produced = new Float64Array(nodeAsset.length);
  const demand = new Float64Array(nodeAsset.length);
  const producers: number[] = [];
  const consumers: number[] = [];
  nodeAsset.forEach((asset, node) => {
    const made = amountOf(assets[asset]?.produces, commodity);
    if (made !== null) {
      producers.push(node);
      produced[node] = made;
    }
    const taken = amountOf(assets[asset]?.consumes, commodity);
    if (taken !== null && taken > 0) {
      consumers.push(node);
      demand[node] = taken;
    }
  });
  return {
    commodity,
    nodeAsset,
    neighbourStart: neighbours.start,
    neighbour: neighbours.items,
    directed,
    arcStart: arcs.start,
    arc: arcs.items,
    producers: Int32Array.from(producers),
    produced,
    consumers: Int32Array.from(consumers),
    demand,
    zones: compileZones(
      settings,
      Array.from(nodeAsset, (asset) => assets[asset]!),
      produced,
      connections,
      nodes,
    ),
  };
}

/** The stated amount, NaN where the commodity is named without one, null where it is not named. */
function amountOf(amounts: readonly CommodityAmount[] | undefined, commodity: string): number | null {
  const entry = amounts?.find((candidate) => candidate.commodity === commodity);
  return entry === undefined ? null : (entry.amount ?? Number.NaN);
}

function adjacency(pairs: readonly (readonly [number, number])[], nodeCount: number) {
  const sorted = pairs.filter(([from, to]) => from !== to).toSorted((x, y) => x[0] - y[0] || x[1] - y[1]);
  const unique = sorted.filter(
    ([from, to], index) => index === 0 || sorted[index - 1]?.[0] !== from || sorted[index - 1]?.[1] !== to,
  );
  const { start } = groupByKey(
    unique.map(([from]) => from),
    nodeCount,
  );
  return { start, items: Int32Array.from(unique, ([, to]) => to) };
}

function position(assetPosition: ReadonlyMap<string, number>, id: string): number {
  const found = assetPosition.get(id);
  if (found === undefined) throw new RangeError(`no asset ${id}: the dataset was not checked`);
  return found;
}
