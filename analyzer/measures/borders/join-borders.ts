import type { Connection } from "../../model/connection.ts";
import type { BorderFlows } from "./border-flows.ts";
import type { BorderRow, BordersResult, SoleLink } from "./borders-result.ts";
import type { BorderNetwork, BordersPlan } from "./plan-borders.ts";
import { soleLinks } from "./sole-links.ts";

/**
 * Flows between States, by commodity and pair, and the links that stand alone.
 *
 * @param connections of the dataset
 * @param parts flows of all pairs in the order of the plan
 */
export function joinBorders(
  connections: readonly Connection[],
  { networks }: BordersPlan,
  parts: readonly (readonly BorderFlows[])[],
): BordersResult {
  const flows = parts.flat();
  let next = 0;
  const rows = networks.flatMap((network) =>
    [...network.from].map((_, pair) => rowOf(connections, network, pair, flows[next++]!)),
  );
  return { kind: "borders", rows, soleLinks: networks.flatMap((network) => linksOf(connections, network)) };
}

function rowOf(
  connections: readonly Connection[],
  network: BorderNetwork,
  pair: number,
  { connections: direct, flow, flowAtLeast, narrowest, disjointPaths, fewest }: BorderFlows,
): BorderRow {
  const { commodity, unit, isDirected, states, from, to } = network;
  const ids = (of: readonly number[]): string[] => of.map((connection) => connections[network.row[connection]!]!.id);
  const isLimited = flow < Infinity;
  return {
    commodity,
    from: states[from[pair]!]!,
    to: states[to[pair]!]!,
    bothWays: !isDirected,
    connections: direct,
    unit,
    flow: isLimited ? flow : null,
    flowAtLeast,
    narrowest: isLimited ? ids(narrowest) : null,
    disjointPaths,
    fewest: ids(fewest),
  };
}

function linksOf(connections: readonly Connection[], network: BorderNetwork): SoleLink[] {
  const { commodity, states, stateOf, a, b, row } = network;
  return soleLinks(network).map((connection) => ({
    commodity,
    connection: connections[row[connection]!]!.id,
    states: [states[stateOf[a[connection]!]!]!, states[stateOf[b[connection]!]!]!],
  }));
}
