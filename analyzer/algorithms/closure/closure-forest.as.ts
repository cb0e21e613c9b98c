// AssemblyScript: `closureForest` over one linear memory. Names and rules are explained there, and the steps are the same but
// for States and sectors: these are one set of bits per class of assets, with the bits that any lost asset has and those that
// two have, so that going back is to load what there was. Arrays are addresses; the host lays them out and hands over a table
// of them, in the order of `setup`.

import { at32, at64, at8, bitsAt, entry, put32, put64, put8, putBits } from "../wasm/linear-memory.as";

let criticalStart: usize = 0;
let critical: usize = 0;
let memberStart: usize = 0;
let member: usize = 0;
let firstChild: usize = 0;
let nextSibling: usize = 0;
let countedStart: usize = 0;
let counted: usize = 0;
let countedOwner: usize = 0;
let countedBounds: usize = 0;
let sharedStart: usize = 0;
let shared: usize = 0;
let sharedUnits: usize = 0;
let sharedOwner: usize = 0;
let sharedBounds: usize = 0;
let people: usize = 0;
let mark: usize = 0;
let homeClass: usize = 0;
let classBits: usize = 0;
let stateBits: usize = 0;
let remaining: usize = 0;
let slack: usize = 0;
let coreOf: usize = 0;
let trail: usize = 0;
let isLost: usize = 0;
let coreNode: usize = 0;
let coreSize: usize = 0;
let firstPutOff: usize = 0;
let nextPutOff: usize = 0;
let frames: usize = 0;
let sumLost: usize = 0;
let sumPeople: usize = 0;
let sumUnknown: usize = 0;
let sumStates: usize = 0;
let sumForeign: usize = 0;
let sumSectors: usize = 0;
let sumBounds: usize = 0;

/** [word] bits that some lost asset has, and that at least two have: the first word of each, and where all of them lie. */
let some: u64 = 0;
let twice: u64 = 0;
let someBits: usize = 0;
let twiceBits: usize = 0;
/** How many words of 64 bits a class has. */
let words: i32 = 1;

let tail: i32 = 0;
let head: i32 = 0;
let metCore: i32 = -1;
let peopleSum: f64 = 0;
let unknownSum: i32 = 0;
let boundBreaks: i32 = 0;
/** Lost nodes that are no asset. */
let others: i32 = 0;
let expansions: f64 = 0;
let coreCount: i32 = 0;
let coreSizeLeast: i32 = 64;
let nodeCount: i32 = 0;
let hasShares: bool = false;

/** A frame of the way down: what to go back to, the next child, the core. Behind it come its words of bits. */
const frameBytes: usize = 32;
const keptAt: usize = 0;
const childAt: usize = 4;
const coreAt: usize = 8;
const unknownAt: usize = 12;
const breaksAt: usize = 16;
const othersAt: usize = 20;
const peopleAt: usize = 24;
/** `4 * class + 2 * bounds + unknown`; class 0 is that of all nodes that are no asset. */
const classShift: i32 = 2;

/** Six columns are shared with the planner (`forest-plan.as.ts`), whose own eleven follow them in the table. */
export function setup(table: usize): void {
  criticalStart = entry(table, 0);
  critical = entry(table, 1);
  memberStart = entry(table, 2);
  member = entry(table, 3);
  firstChild = entry(table, 4);
  nextSibling = entry(table, 5);
  countedStart = entry(table, 17);
  counted = entry(table, 18);
  countedOwner = entry(table, 19);
  countedBounds = entry(table, 20);
  sharedStart = entry(table, 21);
  shared = entry(table, 22);
  sharedUnits = entry(table, 23);
  sharedOwner = entry(table, 24);
  sharedBounds = entry(table, 25);
  people = entry(table, 26);
  mark = entry(table, 27);
  homeClass = entry(table, 28);
  classBits = entry(table, 29);
  stateBits = entry(table, 30);
  remaining = entry(table, 31);
  slack = entry(table, 32);
  coreOf = entry(table, 33);
  trail = entry(table, 34);
  isLost = entry(table, 35);
  coreNode = entry(table, 36);
  coreSize = entry(table, 37);
  firstPutOff = entry(table, 38);
  nextPutOff = entry(table, 39);
  frames = entry(table, 40);
  sumLost = entry(table, 41);
  sumPeople = entry(table, 42);
  sumUnknown = entry(table, 43);
  sumStates = entry(table, 44);
  sumForeign = entry(table, 45);
  sumSectors = entry(table, 46);
  sumBounds = entry(table, 47);
  someBits = entry(table, 48);
  twiceBits = entry(table, 49);
}

function lose(node: i32): void {
  put32(trail, tail, node);
  tail += 1 - at8(isLost, node);
  put8(isLost, node, 1);
}

/** Adds a class to the words of bits but the first, which `expand` holds itself. */
function loseFurtherBits(own: i32): void {
  for (let word = 1; word < words; word++) {
    const bits = bitsAt(classBits, own * words + word);
    const before = bitsAt(someBits, word);
    putBits(twiceBits, word, bitsAt(twiceBits, word) | (before & bits));
    putBits(someBits, word, before | bits);
  }
}

function loseShares(node: i32): void {
  for (let at = at32(sharedStart, node), end = at32(sharedStart, node + 1); at < end; at++) {
    const group = at32(shared, at);
    const before = at64(slack, group);
    const after = before - at64(sharedUnits, at);
    put64(slack, group, after);
    if (after >= 0 || before < 0) continue;
    lose(at32(sharedOwner, group));
    boundBreaks += at8(sharedBounds, group);
  }
}

function expand(from: i32, sizeLimit: i32): bool {
  const q = trail;
  const lost = isLost;
  const left = remaining;
  const cs = criticalStart;
  const ce = critical;
  const gs = countedStart;
  const ge = counted;
  let at_ = from;
  let t = tail;
  let sum = peopleSum;
  let unknown = unknownSum;
  let breaks = boundBreaks;
  let other = others;
  let one = some;
  let two = twice;
  let complete = true;
  for (; at_ < t; at_++) {
    const node = at32(q, at_);
    const core = at32(coreOf, node);
    if (core >= 0 && at32(coreSize, core) > sizeLimit && at8(lost, at32(coreNode, core)) == 0) {
      metCore = core;
      complete = false;
      break;
    }
    const marks = at32(mark, node);
    sum += at64(people, node);
    unknown += marks & 1;
    breaks += (marks >> 1) & 1;
    const own = marks >> classShift;
    other += own == 0 ? 1 : 0;
    const bits = bitsAt(classBits, own * words);
    two |= one & bits;
    one |= bits;
    if (words > 1) loseFurtherBits(own);
    for (let edge = at32(cs, node), end = at32(cs, node + 1); edge < end; edge++) {
      const next = at32(ce, edge);
      put32(q, t, next);
      t += 1 - at8(lost, next);
      put8(lost, next, 1);
    }
    for (let at = at32(gs, node), end = at32(gs, node + 1); at < end; at++) {
      const group = at32(ge, at);
      const now = (at8(left, group) - 1) & 255;
      put8(left, group, now);
      if (now != 0) continue;
      const owner = at32(countedOwner, group);
      put32(q, t, owner);
      t += 1 - at8(lost, owner);
      put8(lost, owner, 1);
      breaks += at8(countedBounds, group);
    }
    if (!hasShares) continue;
    tail = t;
    boundBreaks = breaks;
    loseShares(node);
    t = tail;
    breaks = boundBreaks;
  }
  head = at_;
  tail = t;
  peopleSum = sum;
  unknownSum = unknown;
  boundBreaks = breaks;
  others = other;
  some = one;
  twice = two;
  expansions += <f64>(at_ - from);
  return complete;
}

function undo(kept: i32, worked: i32): void {
  const q = trail;
  const lost = isLost;
  const left = remaining;
  const gs = countedStart;
  const ge = counted;
  let t = tail;
  for (; t > worked; t--) put8(lost, at32(q, t - 1), 0);
  for (; t > kept; t--) {
    const node = at32(q, t - 1);
    put8(lost, node, 0);
    for (let at = at32(gs, node), end = at32(gs, node + 1); at < end; at++) {
      const group = at32(ge, at);
      put8(left, group, at8(left, group) + 1);
    }
    if (!hasShares) continue;
    for (let at = at32(sharedStart, node), end = at32(sharedStart, node + 1); at < end; at++) {
      const group = at32(shared, at);
      put64(slack, group, at64(slack, group) + at64(sharedUnits, at));
    }
  }
  tail = t;
}

function recordSums(node: i32, lost: i32, people_: f64, unknown: i32, breaks: i32): void {
  put32(sumLost, node, lost);
  put64(sumPeople, node, people_);
  put32(sumUnknown, node, unknown);
  put8(sumBounds, node, breaks > 0 ? 1 : 0);
}

/** @param onTrail all bits where the asset itself is on the trail: what it alone has is then not reached; else none. */
function recordReach(node: i32, home: i32, onTrail: u64): void {
  const first = classBits + ((<usize>(home * words)) << 3);
  let own = load<u64>(first);
  let lost = some;
  let two = twice;
  let states = 0;
  let foreign = 0;
  let sectors = 0;
  for (let word = 0; ; ) {
    const areStates = bitsAt(stateBits, word);
    const reached = lost & ~(own & ~two & onTrail);
    states += <i32>popcnt(reached & areStates);
    foreign += <i32>popcnt(lost & ~own & areStates);
    sectors += <i32>popcnt(reached & ~areStates);
    word += 1;
    if (word == words) break;
    own = bitsAt(first, word);
    lost = bitsAt(someBits, word);
    two = bitsAt(twiceBits, word);
  }
  put32(sumStates, node, states);
  put32(sumForeign, node, foreign);
  put32(sumSectors, node, sectors);
}

function record(node: i32): void {
  recordSums(node, tail - others, peopleSum, unknownSum, boundBreaks);
  recordReach(node, at32(homeClass, node), u64.MAX_VALUE);
}

/**
 * Records a node that brings nothing down beyond what is lost already, without losing it; false where it would bring
 * something down, or where only an expansion can tell.
 */
function recordLeaf(node: i32, base: i32): bool {
  const lost = isLost;
  if (at8(lost, node) != 0) return false;
  if (hasSharesIn(node)) return false;
  let isAlone: i32 = 1;
  for (let edge = at32(criticalStart, node), end = at32(criticalStart, node + 1); edge < end; edge++) {
    isAlone &= at8(lost, at32(critical, edge));
  }
  if (isAlone == 0) return false;
  let breaks = 0;
  for (let at = at32(countedStart, node), end = at32(countedStart, node + 1); at < end; at++) {
    const group = at32(counted, at);
    if (at8(remaining, group) != 1) continue;
    if (at8(lost, at32(countedOwner, group)) == 0) return false;
    breaks += at8(countedBounds, group);
  }
  recordOnTop(node, breaks);
  put32(coreOf, node, base);
  expansions += 1;
  return true;
}

/** Records what the state and one more node come to, which adds `breaks` of groups that only bound. */
function recordOnTop(node: i32, breaks: i32): void {
  const marks = at32(mark, node);
  const own = marks >> classShift;
  const bounded = boundBreaks + ((marks >> 1) & 1) + breaks;
  if (own == 0) {
    record(node);
    put8(sumBounds, node, bounded > 0 ? 1 : 0);
    return;
  }
  recordSums(node, tail - others + 1, peopleSum + at64(people, node), unknownSum + (marks & 1), bounded);
  recordReach(node, own, 0);
}

function frameAt(depth: i32): usize {
  return frames + (<usize>depth) * (frameBytes + ((<usize>words) << 4));
}

function takeBack(depth: i32, worked: i32): void {
  const frame = frameAt(depth);
  undo(load<i32>(frame, keptAt), worked);
  unknownSum = load<i32>(frame, unknownAt);
  boundBreaks = load<i32>(frame, breaksAt);
  others = load<i32>(frame, othersAt);
  peopleSum = load<f64>(frame, peopleAt);
  const bits = frame + frameBytes;
  some = load<u64>(bits);
  twice = load<u64>(bits, 8);
  for (let word = 1; word < words; word++) {
    putBits(someBits, word, bitsAt(bits, 2 * word));
    putBits(twiceBits, word, bitsAt(bits, 2 * word + 1));
  }
}

function saveFrame(frame: usize): void {
  store<i32>(frame, tail, keptAt);
  store<i32>(frame, unknownSum, unknownAt);
  store<i32>(frame, boundBreaks, breaksAt);
  store<i32>(frame, others, othersAt);
  store<f64>(frame, peopleSum, peopleAt);
  const bits = frame + frameBytes;
  store<u64>(bits, some);
  store<u64>(bits, twice, 8);
  for (let word = 1; word < words; word++) {
    putBits(bits, 2 * word, bitsAt(someBits, word));
    putBits(bits, 2 * word + 1, bitsAt(twiceBits, word));
  }
}

function enter(depth: i32, component: i32, base: i32): bool {
  const first = at32(memberStart, component);
  const end = at32(memberStart, component + 1);
  const kept = tail;
  const frame = frameAt(depth);
  saveFrame(frame);
  for (let at = first; at < end; at++) lose(at32(member, at));
  if (!expand(kept, 2 * kept > coreSizeLeast ? 2 * kept : coreSizeLeast)) {
    takeBack(depth, head);
    put32(nextPutOff, component, at32(firstPutOff, metCore));
    put32(firstPutOff, metCore, component);
    for (let at = first; at < end; at++) put32(coreOf, at32(member, at), metCore);
    return false;
  }
  let core = base;
  if (tail - kept >= coreSizeLeast) {
    core = coreCount;
    coreCount += 1;
    put32(coreNode, core, at32(member, first));
    put32(coreSize, core, tail);
    put32(firstPutOff, core, -1);
  }
  for (let at = first; at < end; at++) {
    const node = at32(member, at);
    record(node);
    put32(coreOf, node, core);
  }
  store<i32>(frame, at32(firstChild, component), childAt);
  store<i32>(frame, core, coreAt);
  return true;
}

function isLeaf(component: i32): bool {
  const isOne = at32(memberStart, component + 1) - at32(memberStart, component) == 1;
  return isOne && at32(firstChild, component) == -1;
}

function walk(root: i32, base: i32): void {
  let depth = enter(0, root, base) ? 0 : -1;
  while (depth >= 0) {
    const frame = frameAt(depth);
    const next = load<i32>(frame, childAt);
    if (next == -1) {
      takeBack(depth, tail);
      depth -= 1;
      continue;
    }
    store<i32>(frame, at32(nextSibling, next), childAt);
    const core = load<i32>(frame, coreAt);
    if (isLeaf(next) && recordLeaf(at32(member, at32(memberStart, next)), core)) continue;
    if (enter(depth + 1, next, core)) depth += 1;
  }
}

function walkPutOff(core: i32): void {
  let component = at32(firstPutOff, core);
  put32(firstPutOff, core, -1);
  lose(at32(coreNode, core));
  expand(0, i32.MAX_VALUE);
  while (component != -1) {
    const next = at32(nextPutOff, component);
    walk(component, core);
    component = next;
  }
  undo(0, tail);
  forget();
}

/** Nothing is lost. */
function forget(): void {
  peopleSum = 0;
  unknownSum = 0;
  boundBreaks = 0;
  others = 0;
  some = 0;
  twice = 0;
  for (let word = 1; word < words; word++) {
    putBits(someBits, word, 0);
    putBits(twiceBits, word, 0);
  }
}

/** What holds for all sweeps of a layout. */
export function prepare(nodes: i32, sharedCount: i32, wordCount: i32): void {
  nodeCount = nodes;
  hasShares = sharedCount > 0;
  words = wordCount;
}

function start(): void {
  coreCount = 0;
  expansions = 0;
  forget();
  memory.fill(coreOf, 0xff, (<usize>nodeCount) << 2);
}

/** Whether the node has unequal shares in a group. */
function hasSharesIn(node: i32): bool {
  return hasShares && at32(sharedStart, node) != at32(sharedStart, node + 1);
}

/** Sweeps the forest that the planner left; returns the work counter. */
export function sweep(firstRoot: i32, leastCore: i32): f64 {
  start();
  coreSizeLeast = leastCore;
  for (let root = firstRoot; root != -1; root = at32(nextSibling, root)) {
    const node = at32(member, at32(memberStart, root));
    // Nothing leads on from a root of one node, and a counted group stands one loss.
    if (isLeaf(root) && !hasSharesIn(node)) recordOnTop(node, 0);
    else walk(root, -1);
  }
  for (let again = true; again; ) {
    again = false;
    for (let core = 0; core < coreCount; core++) {
      if (at32(firstPutOff, core) == -1) continue;
      again = true;
      walkPutOff(core);
    }
  }
  return expansions;
}
