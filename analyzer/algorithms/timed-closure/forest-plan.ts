import { groupByKey } from "../../model/group-by-key.ts";
import { strongComponents } from "../components/strong-components.ts";
import { TickQueue } from "./tick-queue.ts";
import type { TimedLayout } from "./timed-layout.ts";

/** Frames are cut where the time between a root and what stands on it would no longer be exact in a double. */
const deepestTick = 2 ** 51;

/**
 * In which order a timed forest visits the sources of a system. A *knot* is a set of assets that fail at one tick whichever
 * of them is lost; knots are the nodes of the forest. A knot stands on a parent that its own loss takes after `delayTicks`.
 * Which parent is chosen changes the speed only.
 */
export interface ForestPlan {
  /** [knot + 1] the assets of a knot. */
  readonly knotStart: Int32Array;
  readonly knotAsset: Int32Array;
  /** [knot] -1 for a root. */
  readonly parent: Int32Array;
  readonly delayTicks: Float64Array;
  /** Every knot once, a parent before its children, subtrees in one piece. */
  readonly preorder: Int32Array;
}

/** Dependencies by which the loss of one asset alone takes another, with the delay in ticks. */
interface CriticalEdges {
  /** [asset + 1] */
  readonly start: Int32Array;
  readonly target: Int32Array;
  readonly delayTicks: Float64Array;
}

/**
 * Plans a timed forest for losses watched for `horizonTick`.
 *
 * Cost: O(assets + members), plus O(log) per member inside loops of critical dependencies.
 */
export function planForest(layout: TimedLayout, horizonTick: number): ForestPlan {
  const edges = criticalEdges(layout, horizonTick);
  const knotOf = strongComponents(...withoutDelay(edges));
  const loopOf = strongComponents(edges.start, edges.target);
  const knots = groupByKey(knotOf, highest(knotOf) + 1);
  const knotCount = knots.start.length - 1;
  const parent = new Int32Array(knotCount).fill(-1);
  const delayTicks = new Float64Array(knotCount);
  const loops = groupByKey(loopOf, highest(loopOf) + 1);
  const reach = reachSketch(edges, loopOf, loops, layout.nodeCount);
  const within = new LoopTree(edges, knotOf, loopOf);
  for (let loop = 0; loop < loops.start.length - 1; loop += 1) {
    const assets = loops.items.subarray(loops.start[loop], loops.start[loop + 1]);
    const way = bestWayOut(assets, edges, loopOf, reach);
    const root = knotOf[way === null ? assets[0]! : way.asset]!;
    if (way !== null) {
      parent[root] = knotOf[edges.target[way.edge]!]!;
      delayTicks[root] = edges.delayTicks[way.edge]!;
    }
    if (assets.length > 1) within.standOn(root, knots, parent, delayTicks);
  }
  return { knotStart: knots.start, knotAsset: knots.items, ...inPreorder(parent, delayTicks) };
}

function criticalEdges(layout: TimedLayout, horizonTick: number): CriticalEdges {
  const { feedStart, feedGroup, feedLagTicks, feedTakes, groupPartial, groupSpare, groupDoubt, groupLastsTicks } =
    layout;
  const assetCount = feedStart.length - 1;
  const start = new Int32Array(assetCount + 1);
  const target = new Int32Array(feedGroup.length);
  const delayTicks = new Float64Array(feedGroup.length);
  let count = 0;
  for (let asset = 0; asset < assetCount; asset += 1) {
    for (let feed = feedStart[asset]!; feed < feedStart[asset + 1]!; feed += 1) {
      const group = feedGroup[feed]!;
      const delay = feedLagTicks[feed]! + groupLastsTicks[group]!;
      const isCritical = groupPartial[group] === 0 && feedTakes[feed]! > groupSpare[group]! + groupDoubt[group]!;
      if (!isCritical || delay >= horizonTick) continue;
      target[count] = layout.groupOwner[group]!;
      delayTicks[count] = delay;
      count += 1;
    }
    start[asset + 1] = count;
  }
  return { start, target: target.slice(0, count), delayTicks: delayTicks.slice(0, count) };
}

function withoutDelay({ start, target, delayTicks }: CriticalEdges): [Int32Array, Int32Array] {
  const kept = groupByKey(
    delayTicks.map((delay) => (delay === 0 ? 0 : -1)),
    1,
  ).items;
  const keptStart = new Int32Array(start.length);
  for (let asset = 0, at = 0; asset + 1 < start.length; asset += 1) {
    while (at < kept.length && kept[at]! < start[asset + 1]!) at += 1;
    keptStart[asset + 1] = at;
  }
  return [keptStart, kept.map((edge) => target[edge]!)];
}

function highest(numbers: Int32Array): number {
  let most = -1;
  for (const number of numbers) if (number > most) most = number;
  return most;
}

const samples = 31;

/** [loop] which of some spread-out assets a loop reaches, one bit each: an estimate of how much it takes. */
function reachSketch(
  edges: CriticalEdges,
  loopOf: Int32Array,
  loops: { readonly start: Int32Array; readonly items: Int32Array },
  assetCount: number,
): Int32Array {
  const reach = new Int32Array(loops.start.length - 1);
  for (let sample = 0; sample < Math.min(samples, assetCount); sample += 1) {
    reach[loopOf[Math.floor((sample * assetCount) / samples)]!]! |= 1 << sample;
  }
  // Loops are numbered successors first.
  for (const asset of loops.items) {
    for (let edge = edges.start[asset]!; edge < edges.start[asset + 1]!; edge += 1) {
      reach[loopOf[asset]!]! |= reach[loopOf[edges.target[edge]!]!]!;
    }
  }
  return reach;
}

/** The edge out of a loop to what reaches most, the shortest of those. */
function bestWayOut(
  assets: Int32Array,
  edges: CriticalEdges,
  loopOf: Int32Array,
  reach: Int32Array,
): { readonly asset: number; readonly edge: number } | null {
  let best: { asset: number; edge: number } | null = null;
  let most = -1;
  for (const asset of assets) {
    for (let edge = edges.start[asset]!; edge < edges.start[asset + 1]!; edge += 1) {
      const next = loopOf[edges.target[edge]!]!;
      if (next === loopOf[asset]) continue;
      const reached = bitCount(reach[next]!);
      const shorter = best !== null && reached === most && edges.delayTicks[edge]! < edges.delayTicks[best.edge]!;
      if (reached > most || shorter) {
        best = { asset, edge };
        most = reached;
      }
    }
  }
  return best;
}

function bitCount(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Inside a loop of critical dependencies every knot stands on the next one of its quickest way to the root. */
class LoopTree {
  private readonly queue = new TickQueue();
  private readonly distance: Float64Array;
  private readonly from: Int32Array;
  private readonly incoming: { readonly start: Int32Array; readonly items: Int32Array };

  constructor(
    private readonly edges: CriticalEdges,
    private readonly knotOf: Int32Array,
    private readonly loopOf: Int32Array,
  ) {
    const assetCount = edges.start.length - 1;
    this.distance = new Float64Array(assetCount).fill(Number.POSITIVE_INFINITY);
    this.from = new Int32Array(edges.target.length);
    for (let asset = 0; asset < assetCount; asset += 1) {
      this.from.fill(asset, edges.start[asset], edges.start[asset + 1]);
    }
    this.incoming = groupByKey(edges.target, assetCount);
  }

  standOn(
    root: number,
    knots: { readonly start: Int32Array; readonly items: Int32Array },
    parent: Int32Array,
    delayTicks: Float64Array,
  ): void {
    const { queue, distance, incoming, from, edges, knotOf, loopOf } = this;
    distance[root] = 0;
    queue.begin(0, deepestTick);
    queue.push(0, root);
    for (let tick = queue.nextTick(); tick < Number.POSITIVE_INFINITY; tick = queue.nextTick()) {
      const knot = queue.take();
      if (distance[knot] !== tick) continue;
      for (let at = knots.start[knot]!; at < knots.start[knot + 1]!; at += 1) {
        const asset = knots.items[at]!;
        for (let into = incoming.start[asset]!; into < incoming.start[asset + 1]!; into += 1) {
          const edge = incoming.items[into]!;
          const behind = knotOf[from[edge]!]!;
          const reached = tick + edges.delayTicks[edge]!;
          if (loopOf[from[edge]!] !== loopOf[asset] || reached >= distance[behind]! || reached >= deepestTick) continue;
          distance[behind] = reached;
          parent[behind] = knot;
          delayTicks[behind] = edges.delayTicks[edge]!;
          queue.push(reached, behind);
        }
      }
    }
  }
}

/** Orders the knots and makes those roots that would lie too deep. */
function inPreorder(
  parent: Int32Array,
  delayTicks: Float64Array,
): Pick<ForestPlan, "parent" | "delayTicks" | "preorder"> {
  const children = groupByKey(parent, parent.length);
  const depth = new Float64Array(parent.length);
  const preorder = new Int32Array(parent.length);
  const waiting: number[] = [];
  let count = 0;
  for (let root = parent.length - 1; root >= 0; root -= 1) if (parent[root] === -1) waiting.push(root);
  for (let knot = waiting.pop(); knot !== undefined; knot = waiting.pop()) {
    preorder[count] = knot;
    count += 1;
    const above = parent[knot]!;
    depth[knot] = above === -1 ? 0 : depth[above]! + delayTicks[knot]!;
    if (depth[knot]! >= deepestTick) {
      parent[knot] = -1;
      depth[knot] = 0;
    }
    for (let at = children.start[knot + 1]! - 1; at >= children.start[knot]!; at -= 1)
      waiting.push(children.items[at]!);
  }
  return { parent, delayTicks, preorder };
}
