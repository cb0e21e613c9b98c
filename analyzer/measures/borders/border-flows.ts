import { type FlowArcs, maxFlow } from "../../algorithms/max-flow/max-flow.ts";
import type { BorderNetwork } from "./plan-borders.ts";

/** The flows of one pair of States; connections are positions in the network's lists. */
export interface BorderFlows {
  readonly connections: number;
  /** Infinity: no limit is known. */
  readonly flow: number;
  readonly flowAtLeast: number;
  readonly narrowest: readonly number[];
  readonly disjointPaths: number;
  readonly fewest: readonly number[];
}

/** Node of the State that sends, and of the State that receives, once each is drawn together to one node. */
const sender = 0;
const receiver = 1;

/**
 * Maximum flows between two States of a network, each drawn together to one node: with capacities, unknown ones once
 * without limit and once as nothing, and with one unit per connection (its value is the number of ways that share no
 * connection, its cut as few connections as set the two apart: Menger 1927).
 *
 * Cost: three maximum flows.
 */
export function borderFlows(network: BorderNetwork, pair: number): BorderFlows {
  const from = network.from[pair]!;
  const to = network.to[pair]!;
  const { a, b, stateOf, capacity } = network;
  const joins = (x: number, y: number): boolean => (x === from && y === to) || (x === to && y === from);
  const open = solve(network, from, to, (connection) => limitOf(capacity[connection]!, Infinity));
  const known = solve(network, from, to, (connection) => limitOf(capacity[connection]!, 0));
  const unit = solve(network, from, to, () => 1);
  return {
    connections: a.reduce((sum, node, at) => sum + (joins(stateOf[node]!, stateOf[b[at]!]!) ? 1 : 0), 0),
    flow: open.value,
    flowAtLeast: known.value,
    narrowest: open.cut,
    disjointPaths: unit.value,
    fewest: unit.cut,
  };
}

function limitOf(capacity: number, unknown: number): number {
  return Number.isNaN(capacity) ? unknown : capacity;
}

/** Value and cut, as connections ascending. */
function solve(
  { a, b, stateOf, directed }: BorderNetwork,
  from: number,
  to: number,
  capacityOf: (connection: number) => number,
): { readonly value: number; readonly cut: number[] } {
  const nodeOf = (node: number): number => {
    const state = stateOf[node]!;
    return state === from ? sender : state === to ? receiver : node + 2;
  };
  const tail: number[] = [];
  const head: number[] = [];
  const capacity: number[] = [];
  const of: number[] = [];
  const add = (x: number, y: number, connection: number): void => {
    if (x === y) return;
    tail.push(x);
    head.push(y);
    capacity.push(capacityOf(connection));
    of.push(connection);
  };
  a.forEach((node, connection) => {
    const [x, y] = [nodeOf(node), nodeOf(b[connection]!)];
    add(x, y, connection);
    if (directed[connection] === 0) add(y, x, connection);
  });
  const arcs: FlowArcs = {
    nodeCount: stateOf.length + 2,
    tail: Int32Array.from(tail),
    head: Int32Array.from(head),
    capacity: Float64Array.from(capacity),
  };
  const { value, sourceSide } = maxFlow(arcs, sender, receiver);
  const isCut = (arc: number): boolean => sourceSide[tail[arc]!] === 1 && sourceSide[head[arc]!] === 0;
  return { value, cut: of.filter((_, arc) => isCut(arc)) };
}
