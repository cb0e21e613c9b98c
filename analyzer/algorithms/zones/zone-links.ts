import type { ZoneTable } from "../../system/system.ts";
import { noCell, type ZoneCells } from "./zone-cells.ts";

/** One direction of every pair of zones, and of every link. */
interface Way {
  /** [connection] 1 where it carries that way. */
  readonly carries: Uint8Array;
  /** [pair] the stated transfer limit, NaN where none is. */
  readonly limit: Float64Array;
  /** [pair] all connections that carry that way: how many, and what together, Infinity where one is unknown. */
  readonly allCount: Float64Array;
  readonly allCapacity: Float64Array;
  /** [link] those of them that conduct. */
  readonly count: Float64Array;
  readonly capacity: Float64Array;
}

/**
 * What can flow between the cells of each island (model.md section 2, Zones): the summed capacity of the conducting
 * connections of a pair of zones, or its stated transfer limit times the island's conducting share of them. Links are numbered
 * by island and then pair, so that those of one island lie together.
 *
 * Buffers are allocated once. Capacities are summed in the order of connections: the same labels give the same bits.
 */
export class ZoneLinks {
  /** [island + 1] links of an island, by pair. */
  readonly linkStart: Int32Array;
  /** [link] its two cells, counted from the first cell of their island. */
  readonly first: Int32Array;
  readonly second: Int32Array;
  /** [link] the most that can flow from the first to the second, and back; Infinity for no limit. */
  readonly forward: Float64Array;
  readonly backward: Float64Array;
  private readonly forwardWay: Way;
  private readonly backwardWay: Way;
  /** [island] the pair it was last seen with, and the next free link. */
  private readonly seen: Int32Array;
  private readonly free: Int32Array;

  constructor(private readonly zones: ZoneTable) {
    const islandLimit = zones.nodeZone.length;
    const linkLimit = zones.borderFirst.length;
    this.linkStart = new Int32Array(islandLimit + 1);
    this.first = new Int32Array(linkLimit);
    this.second = new Int32Array(linkLimit);
    this.forward = new Float64Array(linkLimit);
    this.backward = new Float64Array(linkLimit);
    this.forwardWay = wayOf(zones, zones.borderForward, zones.limitForward);
    this.backwardWay = wayOf(zones, zones.borderBackward, zones.limitBackward);
    this.seen = new Int32Array(islandLimit);
    this.free = new Int32Array(islandLimit);
  }

  /** Takes over the links of another state of the same network. O(nodes + connections between zones). */
  copyFrom(other: ZoneLinks): void {
    this.linkStart.set(other.linkStart);
    this.first.set(other.first);
    this.second.set(other.second);
    this.forward.set(other.forward);
    this.backward.set(other.backward);
  }

  /** Whether an island's links are those of an island of other labels, whose cells are of the same zones. */
  isSame(island: number, other: ZoneLinks, otherIsland: number): boolean {
    const start = this.linkStart[island]!;
    const shift = other.linkStart[otherIsland]! - start;
    if (other.linkStart[otherIsland + 1]! - shift !== this.linkStart[island + 1]) return false;
    for (let link = start; link < this.linkStart[island + 1]!; link += 1) {
      if (this.first[link] !== other.first[link + shift] || this.second[link] !== other.second[link + shift])
        return false;
      if (this.forward[link] !== other.forward[link + shift]) return false;
      if (this.backward[link] !== other.backward[link + shift]) return false;
    }
    return true;
  }

  /** Makes the links between cells. O(islands + connections between zones). */
  relabel(cells: ZoneCells, islandOf: Int32Array): void {
    const { zones, seen, free, forwardWay, backwardWay } = this;
    const { borderStart, borderFirst, pairFirst } = zones;
    const { islandCount, cellOf, cellStart } = cells;
    this.count(cells, islandOf);
    seen.fill(-1, 0, islandCount);
    for (let pair = 0; pair < pairFirst.length; pair += 1) {
      for (let border = borderStart[pair]!; border < borderStart[pair + 1]!; border += 1) {
        const island = this.islandOfBorder(border, cellOf, islandOf);
        if (island === -1) continue;
        if (seen[island] !== pair) {
          const link = free[island]!;
          free[island]! += 1;
          seen[island] = pair;
          this.first[link] = cellOf[borderFirst[border]!]! - cellStart[island]!;
          this.second[link] = cellOf[zones.borderSecond[border]!]! - cellStart[island]!;
          clear(forwardWay, link);
          clear(backwardWay, link);
        }
        const link = free[island]! - 1;
        const capacity = knownOr(zones.borderCapacity[border]!, Infinity);
        add(forwardWay, link, border, capacity);
        add(backwardWay, link, border, capacity);
        // What the last connection of the pair leaves here is what can flow.
        this.forward[link] = flowOf(forwardWay, pair, link);
        this.backward[link] = flowOf(backwardWay, pair, link);
      }
    }
  }

  /** Counts the links of each island, so that each knows where its own begin. */
  private count(cells: ZoneCells, islandOf: Int32Array): void {
    const { zones, linkStart, seen, free } = this;
    const { islandCount, cellOf } = cells;
    linkStart.fill(0, 0, islandCount + 1);
    seen.fill(-1, 0, islandCount);
    for (let pair = 0; pair < zones.pairFirst.length; pair += 1) {
      for (let border = zones.borderStart[pair]!; border < zones.borderStart[pair + 1]!; border += 1) {
        const island = this.islandOfBorder(border, cellOf, islandOf);
        if (island === -1 || seen[island] === pair) continue;
        seen[island] = pair;
        linkStart[island + 1]! += 1;
      }
    }
    for (let island = 0; island < islandCount; island += 1) {
      linkStart[island + 1]! += linkStart[island]!;
      free[island] = linkStart[island]!;
    }
  }

  /** The island a connection conducts in, -1 where one of its ends does not. */
  private islandOfBorder(border: number, cellOf: Int32Array, islandOf: Int32Array): number {
    const { borderFirst, borderSecond } = this.zones;
    const [first, second] = [borderFirst[border]!, borderSecond[border]!];
    return cellOf[first] === noCell || cellOf[second] === noCell ? -1 : islandOf[first]!;
  }
}

function wayOf(zones: ZoneTable, carries: Uint8Array, limit: Float64Array): Way {
  const pairCount = zones.pairFirst.length;
  const way = {
    carries,
    limit,
    allCount: new Float64Array(pairCount),
    allCapacity: new Float64Array(pairCount),
    count: new Float64Array(zones.borderFirst.length),
    capacity: new Float64Array(zones.borderFirst.length),
  };
  for (let pair = 0; pair < pairCount; pair += 1) {
    for (let border = zones.borderStart[pair]!; border < zones.borderStart[pair + 1]!; border += 1) {
      if (carries[border] === 0) continue;
      way.allCount[pair]! += 1;
      way.allCapacity[pair]! += knownOr(zones.borderCapacity[border]!, Infinity);
    }
  }
  return way;
}

function clear({ count, capacity }: Way, link: number): void {
  count[link] = 0;
  capacity[link] = 0;
}

function add({ carries, count, capacity }: Way, link: number, border: number, amount: number): void {
  if (carries[border] === 0) return;
  count[link]! += 1;
  capacity[link]! += amount;
}

/** What can flow: by capacities, or by the limit times the conducting share of what carries that way. */
function flowOf({ limit, allCount, allCapacity, count, capacity }: Way, pair: number, link: number): number {
  const most = limit[pair]!;
  if (Number.isNaN(most)) return capacity[link]!;
  if (allCount[pair] === 0) return 0;
  const byCapacity = allCapacity[pair]! > 0 && allCapacity[pair]! < Infinity;
  return most * (byCapacity ? capacity[link]! / allCapacity[pair]! : count[link]! / allCount[pair]!);
}

function knownOr(value: number, otherwise: number): number {
  return Number.isNaN(value) ? otherwise : value;
}
