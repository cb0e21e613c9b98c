import type { Asset } from "../model/asset.ts";
import type { Connection } from "../model/connection.ts";
import { compareIds } from "../model/dataset.ts";
import { mainState } from "../model/main-state.ts";
import type { NetworkSettings } from "../model/network.ts";
import { groupByKey } from "../model/group-by-key.ts";
import type { ZoneTable } from "./system.ts";

/** A connection between two zones; `first` is the end in the smaller one. */
interface Border {
  readonly pair: string;
  readonly zones: readonly [number, number];
  readonly nodes: readonly [number, number];
  readonly carries: readonly [number, number];
  readonly capacity: number;
}

/**
 * The zones of a network that is balanced by zones, null for any other (model.md section 2, Zones). The assets of one
 * State are one zone.
 *
 * @param connections those of the network, in canonical order
 * @param ends their nodes, [connection] `[a, b]`
 * Throws RangeError where a producer states no amount or an asset no State: the dataset was not checked.
 * Cost: O(n log n) in nodes and connections.
 */
export function compileZones(
  settings: NetworkSettings | undefined,
  nodeAssets: readonly Asset[],
  produced: Float64Array,
  connections: readonly Connection[],
  ends: readonly (readonly [number, number])[],
): ZoneTable | null {
  if (settings?.balance !== "zones") return null;
  const unknown = produced.findIndex((amount) => Number.isNaN(amount));
  if (unknown !== -1) throw new RangeError(`no amount of ${nodeAssets[unknown]?.id}: the dataset was not checked`);
  const states = nodeAssets.map((asset) => {
    const state = mainState(asset);
    if (state === null) throw new RangeError(`no State of ${asset.id}: the dataset was not checked`);
    return state;
  });
  const codes = [...new Set(states)].sort(compareIds);
  const zoneOf = new Map(codes.map((code, zone) => [code, zone]));
  const nodeZone = Int32Array.from(states, (code) => zoneOf.get(code)!);

  const borders = connections.flatMap((connection, row) => borderOf(connection, ends[row]!, nodeZone));
  const byPair = new Map(borders.map((border) => [border.pair, border.zones]));
  const pairs = [...byPair].sort(([, x], [, y]) => x[0] - y[0] || x[1] - y[1]);
  const position = new Map(pairs.map(([pair], index) => [pair, index]));
  const grouped = groupByKey(
    borders.map(({ pair }) => position.get(pair)!),
    pairs.length,
  );
  const ordered = Array.from(grouped.items, (index) => borders[index]!);
  const limits = new Map((settings.transferLimits ?? []).map(({ from, to, capacity }) => [`${from} ${to}`, capacity]));
  const limit = (from: number, to: number) => limits.get(`${codes[from]} ${codes[to]}`) ?? Number.NaN;
  return {
    codes,
    nodeZone,
    sharing: settings.sharing ?? "own-first",
    pairFirst: Int32Array.from(pairs, ([, [first]]) => first),
    pairSecond: Int32Array.from(pairs, ([, [, second]]) => second),
    limitForward: Float64Array.from(pairs, ([, [first, second]]) => limit(first, second)),
    limitBackward: Float64Array.from(pairs, ([, [first, second]]) => limit(second, first)),
    borderStart: grouped.start,
    borderFirst: Int32Array.from(ordered, ({ nodes }) => nodes[0]),
    borderSecond: Int32Array.from(ordered, ({ nodes }) => nodes[1]),
    borderForward: Uint8Array.from(ordered, ({ carries }) => carries[0]),
    borderBackward: Uint8Array.from(ordered, ({ carries }) => carries[1]),
    borderCapacity: Float64Array.from(ordered, ({ capacity }) => capacity),
  };
}

function borderOf(
  { directed, capacity }: Connection,
  [a, b]: readonly [number, number],
  nodeZone: Int32Array,
): Border[] {
  const [zoneA, zoneB] = [nodeZone[a]!, nodeZone[b]!];
  if (zoneA === zoneB) return [];
  const back = directed === true ? 0 : 1;
  const more = { capacity: capacity ?? Number.NaN };
  return zoneA < zoneB
    ? [{ pair: `${zoneA} ${zoneB}`, zones: [zoneA, zoneB], nodes: [a, b], carries: [1, back], ...more }]
    : [{ pair: `${zoneB} ${zoneA}`, zones: [zoneB, zoneA], nodes: [b, a], carries: [back, 1], ...more }];
}
