import { compareIds, type Dataset } from "../../model/dataset.ts";
import type { Connection } from "../../model/connection.ts";
import { mainState } from "../../model/main-state.ts";
import { pieceCount, type Round } from "../round.ts";

/** Which borders are asked about. */
export interface BordersQuestion {
  /** Null: every commodity that has connections. */
  readonly commodity: string | null;
  /** Every pair of these, whether neighbours or not; none: every pair of neighbours. */
  readonly states: readonly string[];
}

/** The connections of one commodity, and the pairs of States asked about. Nodes are positions within the network. */
export interface BorderNetwork {
  readonly commodity: string;
  readonly unit: string | null;
  readonly isDirected: boolean;
  /** State codes, ascending. */
  readonly states: readonly string[];
  /** [node] position in `states`: an asset counts to its main State. */
  readonly stateOf: Int32Array;
  /** [connection] its ends, its row in the dataset, its capacity (NaN: unknown), 1 where it is directed. */
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly row: Int32Array;
  readonly capacity: Float64Array;
  readonly directed: Uint8Array;
  /** [pair] States from which and to which something flows. */
  readonly from: Int32Array;
  readonly to: Int32Array;
}

export interface BordersPlan {
  readonly networks: readonly BorderNetwork[];
}

/** Pairs that a piece takes at least. */
export const leastPairs = 4;

/** Plans the maximum flows between States. O(assets + connections log connections). */
export function planBorders(dataset: Dataset, question: BordersQuestion): Round<BordersPlan> {
  const rows = new Map<string, number[]>();
  dataset.connections.forEach(({ commodity }, row) => {
    if (question.commodity !== null && commodity !== question.commodity) return;
    const list = rows.get(commodity);
    if (list === undefined) rows.set(commodity, [row]);
    else list.push(row);
  });
  const stateOf = new Map(dataset.assets.map((asset) => [asset.id, mainState(asset)]));
  const networks = [...rows.keys()]
    .sort(compareIds)
    .map((commodity) => networkOf(commodity, dataset.connections, rows.get(commodity) ?? [], stateOf, question.states));
  return { kind: "planned", plan: { networks }, pieces: pieceCount(pairsOf({ networks }), leastPairs) };
}

/** Pairs of all networks together. */
export function pairsOf({ networks }: BordersPlan): number {
  return networks.reduce((sum, { from }) => sum + from.length, 0);
}

function networkOf(
  commodity: string,
  connections: readonly Connection[],
  rows: readonly number[],
  mainStates: ReadonlyMap<string, string | null>,
  chosen: readonly string[],
): BorderNetwork {
  const ids = [...new Set(rows.flatMap((row) => [connections[row]!.a, connections[row]!.b]))].sort(compareIds);
  const nodeOf = new Map(ids.map((id, node) => [id, node]));
  const ofNode = ids.map((id) => mainStates.get(id) ?? null);
  if (ofNode.includes(null)) throw new RangeError("an asset without a State: the dataset was not checked");
  const states = [...new Set([...ofNode.filter((state) => state !== null), ...chosen])].sort(compareIds);
  const place = new Map(states.map((state, position) => [state, position]));
  const own = rows.map((row) => connections[row]!);
  const network = {
    commodity,
    unit: own.find(({ capacity }) => capacity !== undefined)?.unit ?? null,
    isDirected: own.some(({ directed }) => directed === true),
    states,
    stateOf: Int32Array.from(ofNode, (state) => place.get(state ?? "")!),
    a: Int32Array.from(own, ({ a }) => nodeOf.get(a)!),
    b: Int32Array.from(own, ({ b }) => nodeOf.get(b)!),
    row: Int32Array.from(rows),
    capacity: Float64Array.from(own, ({ capacity }) => capacity ?? Number.NaN),
    directed: Uint8Array.from(own, ({ directed }) => (directed === true ? 1 : 0)),
  };
  const pairs = chosen.length > 0 ? allPairs(chosen.map((state) => place.get(state)!)) : neighbours(network);
  const asked = network.isDirected ? pairs.flatMap(([x, y]) => [[x, y] as const, [y, x] as const]) : pairs;
  const sorted = asked.toSorted((p, q) => p[0] - q[0] || p[1] - q[1]);
  return {
    ...network,
    from: Int32Array.from(sorted, ([from]) => from),
    to: Int32Array.from(sorted, ([, to]) => to),
  };
}

type Pair = readonly [number, number];

function allPairs(states: readonly number[]): Pair[] {
  const sorted = [...new Set(states)].sort((x, y) => x - y);
  return sorted.flatMap((first, index) => sorted.slice(index + 1).map((second): Pair => [first, second]));
}

/** Pairs of States that a connection joins, the smaller first. */
function neighbours({ a, b, stateOf }: Pick<BorderNetwork, "a" | "b" | "stateOf">): Pair[] {
  const pairs = new Map<string, Pair>();
  a.forEach((node, connection) => {
    const [x, y] = [stateOf[node]!, stateOf[b[connection]!]!];
    if (x !== y) pairs.set(`${Math.min(x, y)} ${Math.max(x, y)}`, [Math.min(x, y), Math.max(x, y)]);
  });
  return [...pairs.values()];
}
