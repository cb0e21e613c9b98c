import type { NetworkSharing } from "../../model/network.ts";
import { ZoneFlow } from "./zone-flow.ts";

/** A zone that produces more than this feeds others. */
const producesNothing = 1e-9;

/**
 * The share of each zone's demand that is met, for one island (model.md section 2, Zones): max-min fair over the feasible
 * flows, own demand first or all production for all.
 *
 * Claim: the one vector in which no share can be raised without lowering one that is as small or smaller.
 * Method: the decomposition algorithm for lexicographically optimal flows (Megiddo, "Optimal flows in networks with
 * multiple sources and sinks", Mathematical Programming 7, 1974; Fujishige, "Lexicographically optimal base of a polymatroid with
 * respect to a weight vector", Mathematics of Operations Research 5, 1980). A part of the zones is asked for the one level at which its demand equals its
 * supply. If a maximum flow meets it, that is their share. Otherwise the minimum cut parts those that get more from those
 * that get less: what can cross the cut is sent in full, and each side is solved by itself. A level is a quotient of sums
 * of what was given, never the end of an iteration.
 * Cost: one maximum flow where all demand is met, else at most two for each distinct share, on ever smaller parts. Space linear.
 *
 * Fill the inputs, then `solve`. Buffers are allocated once; the same inputs give the same bits.
 */
export class FairShares {
  /** [zone] what it produces now, 0 or above. */
  readonly production: Float64Array;
  /** [zone] nominal demand; 0 where none is stated. */
  readonly demand: Float64Array;
  /** [pair] two zones, each pair named once. */
  readonly pairFirst: Int32Array;
  readonly pairSecond: Int32Array;
  /** [pair] the most that can flow from the first zone to the second, and back; Infinity for no limit. */
  readonly forward: Float64Array;
  readonly backward: Float64Array;
  /** [zone] the result, 0..1. */
  readonly share: Float64Array;
  /** How many maximum flows were made since this was built. */
  flowCount = 0;
  /** [zone] demand met from its own production before anything is shared. */
  private readonly base: Float64Array;
  /** [zone] what it adds to its part, below 0 where it must give more to the other side of a cut. */
  private readonly net: Float64Array;
  private readonly flow: ZoneFlow;
  /** Zones by part, ascending within a part. */
  private readonly order: Int32Array;
  private readonly spare: Int32Array;
  /** Parts still to be solved, as the first and the end position in `order`. */
  private readonly openFrom: Int32Array;
  private readonly openTo: Int32Array;
  private openCount = 0;

  constructor(
    private readonly sharing: NetworkSharing,
    zoneCapacity: number,
    pairCapacity: number,
  ) {
    this.production = new Float64Array(zoneCapacity);
    this.demand = new Float64Array(zoneCapacity);
    this.pairFirst = new Int32Array(pairCapacity);
    this.pairSecond = new Int32Array(pairCapacity);
    this.forward = new Float64Array(pairCapacity);
    this.backward = new Float64Array(pairCapacity);
    this.share = new Float64Array(zoneCapacity);
    this.base = new Float64Array(zoneCapacity);
    this.net = new Float64Array(zoneCapacity);
    this.flow = new ZoneFlow(zoneCapacity, pairCapacity);
    this.order = new Int32Array(zoneCapacity);
    this.spare = new Int32Array(zoneCapacity);
    this.openFrom = new Int32Array(zoneCapacity + 1);
    this.openTo = new Int32Array(zoneCapacity + 1);
  }

  /** Works out `share` for the first `zoneCount` zones and `pairCount` pairs of the inputs. */
  solve(zoneCount: number, pairCount: number): void {
    const { production, demand, base, net, share, order, flow } = this;
    let short = false;
    let idle = false;
    for (let zone = 0; zone < zoneCount; zone += 1) {
      const [made, asked] = [production[zone]!, demand[zone]!];
      base[zone] = this.sharing === "own-first" ? Math.min(made, asked) : 0;
      net[zone] = made - base[zone]!;
      share[zone] = 1;
      short ||= made < asked;
      idle ||= asked === 0;
      order[zone] = zone;
      flow.partOf[zone] = 0;
    }
    if (!short && !idle) return;
    flow.connect(zoneCount, pairCount, this.pairFirst, this.pairSecond, this.forward, this.backward);
    if (short) {
      this.openPart(0, zoneCount);
      while (this.openCount > 0) this.solvePart();
    }
    if (idle) this.reach(zoneCount);
  }

  private openPart(from: number, to: number): void {
    this.openFrom[this.openCount] = from;
    this.openTo[this.openCount] = to;
    this.openCount += 1;
    // The first position names a part: no two overlap.
    for (let at = from; at < to; at += 1) this.flow.partOf[this.order[at]!] = from;
  }

  /** Solves the part opened last, or cuts it in two. */
  private solvePart(): void {
    this.openCount -= 1;
    const from = this.openFrom[this.openCount]!;
    const to = this.openTo[this.openCount]!;
    const { flow, order } = this;
    const level = this.levelOf(from, to);
    if (!this.ask(from, to, level)) {
      this.settle(from, to, level);
      return;
    }
    this.flowCount += 1;
    flow.push(order.subarray(from, to));
    const middle = this.partition(from, to);
    const allMet = level === 1 && this.isMet(middle, to);
    if (middle === from || middle === to || allMet) {
      this.settle(from, to, level);
      return;
    }
    this.sendAcross(from, middle);
    // Above the cut everybody has at least this level, and there is no higher one than 1.
    if (level === 1) this.settle(from, middle, 1);
    else this.openPart(from, middle);
    this.openPart(middle, to);
  }

  /** The level up to 1 at which what the zones of a part want together is what they have: Newton's method from above. */
  private levelOf(from: number, to: number): number {
    const { order, net, base, demand } = this;
    let supply = 0;
    for (let at = from; at < to; at += 1) supply += net[order[at]!]!;
    let level = 1;
    for (;;) {
      let met = 0;
      let asked = 0;
      for (let at = from; at < to; at += 1) {
        const zone = order[at]!;
        if (level * demand[zone]! <= base[zone]!) continue;
        met += base[zone]!;
        asked += demand[zone]!;
      }
      const next = asked === 0 ? level : Math.max(0, (supply + met) / asked);
      if (next >= level) return level;
      level = next;
    }
  }

  /** Sets what each zone has and wants at a level; false where nobody wants anything. */
  private ask(from: number, to: number, level: number): boolean {
    const { order, net, base, demand } = this;
    const { have, want } = this.flow;
    let wanted = false;
    for (let at = from; at < to; at += 1) {
      const zone = order[at]!;
      have[zone] = Math.max(0, net[zone]!);
      want[zone] = Math.max(0, level * demand[zone]! - base[zone]!) + Math.max(0, -net[zone]!);
      wanted ||= want[zone] > 0;
    }
    return wanted;
  }

  private settle(from: number, to: number, level: number): void {
    const { order, base, demand, share } = this;
    for (let at = from; at < to; at += 1) {
      const zone = order[at]!;
      if (demand[zone]! > 0) share[zone] = Math.min(1, Math.max(level, base[zone]! / demand[zone]!));
    }
  }

  /** Moves the zones that more could reach to the front, both sides in order; returns where the others begin. */
  private partition(from: number, to: number): number {
    const { order, spare, flow } = this;
    let middle = from;
    let behind = 0;
    for (let at = from; at < to; at += 1) {
      const zone = order[at]!;
      if (flow.depth[zone]! >= 0) {
        order[middle] = zone;
        middle += 1;
      } else {
        spare[behind] = zone;
        behind += 1;
      }
    }
    for (let at = 0; at < behind; at += 1) order[middle + at] = spare[at]!;
    return middle;
  }

  /** Whether nobody beyond the cut wants more. */
  private isMet(middle: number, to: number): boolean {
    const { order, flow } = this;
    for (let at = middle; at < to; at += 1) if (flow.want[order[at]!]! > flow.nothing) return false;
    return true;
  }

  /** Sends across the cut all that can cross it; nothing comes back. */
  private sendAcross(from: number, middle: number): void {
    const { order, net } = this;
    const { arcStart, arcs, head, capacity, depth, partOf } = this.flow;
    for (let at = from; at < middle; at += 1) {
      const zone = order[at]!;
      for (let position = arcStart[zone]!; position < arcStart[zone + 1]!; position += 1) {
        const arc = arcs[position]!;
        const next = head[arc]!;
        if (partOf[next] !== from || depth[next]! >= 0) continue;
        net[zone]! -= capacity[arc]!;
        net[next]! += capacity[arc]!;
      }
    }
  }

  /** Shares of zones without stated demand: 1 where production reaches them over links above 0, else 0. */
  private reach(zoneCount: number): void {
    const { production, demand, share, spare, flow } = this;
    const { partOf, arcStart, arcs, head, capacity } = flow;
    let tail = 0;
    for (let zone = 0; zone < zoneCount; zone += 1) {
      partOf[zone] = production[zone]! > producesNothing ? 1 : 0;
      if (demand[zone] === 0) share[zone] = partOf[zone]!;
      if (partOf[zone] === 0) continue;
      spare[tail] = zone;
      tail += 1;
    }
    for (let at = 0; at < tail; at += 1) {
      const zone = spare[at]!;
      for (let position = arcStart[zone]!; position < arcStart[zone + 1]!; position += 1) {
        const next = head[arcs[position]!]!;
        if (partOf[next] === 1 || capacity[arcs[position]!]! <= 0) continue;
        partOf[next] = 1;
        if (demand[next] === 0) share[next] = 1;
        spare[tail] = next;
        tail += 1;
      }
    }
  }
}
