// AssemblyScript: `closuresAlone` over the memory of `closure-forest.as.ts`, for layouts without unequal shares whose States and
// sectors fit in one word of bits. Names and rules are explained there. Arrays are addresses; the host hands over the table.

import { at32, at64, at8, bitsAt, entry, put32, put64, put8 } from "../wasm/linear-memory.as";

let criticalStart: usize = 0;
let critical: usize = 0;
let countedStart: usize = 0;
let counted: usize = 0;
let countedOwner: usize = 0;
let countedBounds: usize = 0;
let people: usize = 0;
let mark: usize = 0;
let homeClass: usize = 0;
let classBits: usize = 0;
let stateBits: usize = 0;
let remaining: usize = 0;
let trail: usize = 0;
let isLost: usize = 0;
let sumLost: usize = 0;
let sumPeople: usize = 0;
let sumUnknown: usize = 0;
let sumStates: usize = 0;
let sumForeign: usize = 0;
let sumSectors: usize = 0;
let sumBounds: usize = 0;
let pairSigns: usize = 0;
let largeSigns: usize = 0;
let tallies: usize = 0;

let nodeCount: i32 = 0;
let groupCount: i32 = 0;
/** `4 * class + 2 * bounds + unknown`; class 0 is that of all nodes that are no asset. */
const classShift: i32 = 2;

export function setup(table: usize, nodes: i32, groups: i32): void {
  criticalStart = entry(table, 0);
  critical = entry(table, 1);
  countedStart = entry(table, 17);
  counted = entry(table, 18);
  countedOwner = entry(table, 19);
  countedBounds = entry(table, 20);
  people = entry(table, 26);
  mark = entry(table, 27);
  homeClass = entry(table, 28);
  classBits = entry(table, 29);
  stateBits = entry(table, 30);
  remaining = entry(table, 31);
  trail = entry(table, 34);
  isLost = entry(table, 35);
  sumLost = entry(table, 41);
  sumPeople = entry(table, 42);
  sumUnknown = entry(table, 43);
  sumStates = entry(table, 44);
  sumForeign = entry(table, 45);
  sumSectors = entry(table, 46);
  sumBounds = entry(table, 47);
  pairSigns = entry(table, 50);
  largeSigns = entry(table, 51);
  tallies = entry(table, 52);
  nodeCount = nodes;
  groupCount = groups;
}

/** What the loss of a node that brings nothing down comes to, for all nodes; the others are recorded over it. */
function recordAllAlone(): void {
  memory.fill(sumStates, 0, (<usize>nodeCount) << 2);
  memory.fill(sumForeign, 0, (<usize>nodeCount) << 2);
  memory.fill(sumSectors, 0, (<usize>nodeCount) << 2);
  memory.copy(sumPeople, people, (<usize>nodeCount) << 3);
  for (let node = 0; node < nodeCount; node++) {
    const marks = at32(mark, node);
    put32(sumLost, node, marks >> classShift == 0 ? 0 : 1);
    put32(sumUnknown, node, marks & 1);
    put8(sumBounds, node, (marks >> 1) & 1);
  }
}

/**
 * Works a node out from nothing and records it; returns how many nodes are lost. Critical edges are followed first. Groups are counted only where one may break: each node bears a sign of one bit for each of its groups, and where no
 * two lost nodes share a bit they share no group. Groups that stand more than one loss have signs of their own, which may
 * meet once.
 */
function recordAlone(source: i32): i32 {
  const q = trail;
  const lost = isLost;
  const needed = remaining;
  let pairs: u64 = 0;
  let once: u64 = 0;
  let again: u64 = 0;
  let clash: u64 = 0;
  let one: u64 = 0;
  let two: u64 = 0;
  let sum: f64 = 0;
  let unknown = 0;
  let breaks = 0;
  let other = 0;
  let counted_ = 0;
  // Losses of a group stand behind the number of the node they were counted for: what stands there from others is none.
  const tag = (source + 1) << 8;
  let t = 1;
  put32(q, 0, source);
  put8(lost, source, 1);
  for (let h = 0; h < t; ) {
    for (; h < t; h++) {
      const node = at32(q, h);
      const pair = bitsAt(pairSigns, node);
      const large = bitsAt(largeSigns, node);
      clash |= (pairs & pair) | (again & large);
      pairs |= pair;
      again |= once & large;
      once |= large;
      const marks = at32(mark, node);
      const own = marks >> classShift;
      const bits = bitsAt(classBits, own);
      two |= one & bits;
      one |= bits;
      sum += at64(people, node);
      unknown += marks & 1;
      breaks += (marks >> 1) & 1;
      other += own == 0 ? 1 : 0;
      for (let edge = at32(criticalStart, node), end = at32(criticalStart, node + 1); edge < end; edge++) {
        const next = at32(critical, edge);
        put32(q, t, next);
        t += 1 - at8(lost, next);
        put8(lost, next, 1);
      }
    }
    if (clash == 0) break;
    for (; counted_ < h; counted_++) {
      const node = at32(q, counted_);
      for (let at = at32(countedStart, node), end = at32(countedStart, node + 1); at < end; at++) {
        const group = at32(counted, at);
        const before = at32(tallies, group);
        const losses = <u32>(before - tag) < 255 ? before - tag + 1 : 1;
        put32(tallies, group, tag + losses);
        if (losses != at8(needed, group)) continue;
        const owner = at32(countedOwner, group);
        put32(q, t, owner);
        t += 1 - at8(lost, owner);
        put8(lost, owner, 1);
        breaks += at8(countedBounds, group);
      }
    }
  }
  for (let at = 0; at < t; at++) put8(lost, at32(q, at), 0);
  // The class of an asset is its own; a node that only removes one has that of the asset.
  const first = at32(mark, source) >> classShift;
  const own = bitsAt(classBits, first == 0 ? at32(homeClass, source) : first);
  const states = bitsAt(stateBits, 0);
  // What the asset alone has is not reached.
  const reached = one & ~(own & ~two);
  put32(sumLost, source, t - other);
  put64(sumPeople, source, sum);
  put32(sumUnknown, source, unknown);
  put32(sumStates, source, <i32>popcnt(reached & states));
  put32(sumForeign, source, <i32>popcnt(one & ~own & states));
  put32(sumSectors, source, <i32>popcnt(reached & ~states));
  put8(sumBounds, source, breaks > 0 ? 1 : 0);
  return t;
}

/** Works every node out; returns the work counter, -1 as soon as it is past `workMost`. */
export function sweepAlone(workMost: f64): f64 {
  let expansions: f64 = 0;
  memory.fill(tallies, 0, (<usize>groupCount) << 2);
  recordAllAlone();
  for (let node = 0; node < nodeCount; node++) {
    if (at32(criticalStart, node) == at32(criticalStart, node + 1)) continue;
    expansions += <f64>recordAlone(node);
    if (expansions > workMost) return -1;
  }
  return expansions;
}
