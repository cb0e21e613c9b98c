// AssemblyScript: `closureForest` with `LossState`, step for step, over one linear memory. Names and rules are explained
// there. Arrays are addresses; the host lays them out and hands over a table of them, in the order of `setup`.

let criticalStart: usize = 0;
let critical: usize = 0;
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
let classStateStart: usize = 0;
let classState: usize = 0;
let classSector: usize = 0;
let memberStart: usize = 0;
let member: usize = 0;
let childStart: usize = 0;
let child: usize = 0;
let roots: usize = 0;
let remaining: usize = 0;
let slack: usize = 0;
let coreOf: usize = 0;
let trail: usize = 0;
let isLost: usize = 0;
let classLost: usize = 0;
let stateClasses: usize = 0;
let sectorClasses: usize = 0;
let coreNode: usize = 0;
let coreSize: usize = 0;
let firstPutOff: usize = 0;
let nextPutOff: usize = 0;
let path: usize = 0;
let nextChild: usize = 0;
let pathCore: usize = 0;
let pathKept: usize = 0;
let pathPeople: usize = 0;
let pathUnknown: usize = 0;
let pathBreaks: usize = 0;
let sumLost: usize = 0;
let sumPeople: usize = 0;
let sumUnknown: usize = 0;
let sumStates: usize = 0;
let sumForeign: usize = 0;
let sumSectors: usize = 0;
let sumBounds: usize = 0;

let tail: i32 = 0;
let head: i32 = 0;
let metCore: i32 = -1;
let peopleSum: f64 = 0;
let unknownSum: i32 = 0;
let boundBreaks: i32 = 0;
let expansions: f64 = 0;
let states: i32 = 0;
let sectors: i32 = 0;
let others: i32 = 0;
let coreCount: i32 = 0;
let coreSizeLeast: i32 = 64;
let hasShares: bool = false;

function at32(array: usize, index: i32): i32 {
  return load<i32>(array + ((<usize>index) << 2));
}
function put32(array: usize, index: i32, value: i32): void {
  store<i32>(array + ((<usize>index) << 2), value);
}
function at8(array: usize, index: i32): i32 {
  return load<u8>(array + <usize>index);
}
function put8(array: usize, index: i32, value: i32): void {
  store<u8>(array + <usize>index, <u8>value);
}
function at64(array: usize, index: i32): f64 {
  return load<f64>(array + ((<usize>index) << 3));
}
function put64(array: usize, index: i32, value: f64): void {
  store<f64>(array + ((<usize>index) << 3), value);
}
function entry(table: usize, index: i32): usize {
  return <usize>load<u32>(table + ((<usize>index) << 2));
}

export function setup(table: usize): void {
  criticalStart = entry(table, 0);
  critical = entry(table, 1);
  countedStart = entry(table, 2);
  counted = entry(table, 3);
  countedOwner = entry(table, 4);
  countedBounds = entry(table, 5);
  sharedStart = entry(table, 6);
  shared = entry(table, 7);
  sharedUnits = entry(table, 8);
  sharedOwner = entry(table, 9);
  sharedBounds = entry(table, 10);
  people = entry(table, 11);
  mark = entry(table, 12);
  homeClass = entry(table, 13);
  classStateStart = entry(table, 14);
  classState = entry(table, 15);
  classSector = entry(table, 16);
  memberStart = entry(table, 17);
  member = entry(table, 18);
  childStart = entry(table, 19);
  child = entry(table, 20);
  roots = entry(table, 21);
  remaining = entry(table, 22);
  slack = entry(table, 23);
  coreOf = entry(table, 24);
  trail = entry(table, 25);
  isLost = entry(table, 26);
  classLost = entry(table, 27);
  stateClasses = entry(table, 28);
  sectorClasses = entry(table, 29);
  coreNode = entry(table, 30);
  coreSize = entry(table, 31);
  firstPutOff = entry(table, 32);
  nextPutOff = entry(table, 33);
  path = entry(table, 34);
  nextChild = entry(table, 35);
  pathCore = entry(table, 36);
  pathKept = entry(table, 37);
  pathPeople = entry(table, 38);
  pathUnknown = entry(table, 39);
  pathBreaks = entry(table, 40);
  sumLost = entry(table, 41);
  sumPeople = entry(table, 42);
  sumUnknown = entry(table, 43);
  sumStates = entry(table, 44);
  sumForeign = entry(table, 45);
  sumSectors = entry(table, 46);
  sumBounds = entry(table, 47);
}

function lose(node: i32): void {
  put32(trail, tail, node);
  tail += 1 - at8(isLost, node);
  put8(isLost, node, 1);
}

function enterClass(entered: i32): void {
  const sector = at32(classSector, entered);
  if (sector < 0) {
    others += 1;
    return;
  }
  const classes = at32(sectorClasses, sector);
  if (classes == 0) sectors += 1;
  put32(sectorClasses, sector, classes + 1);
  for (let at = at32(classStateStart, entered), end = at32(classStateStart, entered + 1); at < end; at++) {
    const state = at32(classState, at);
    const inState = at32(stateClasses, state);
    if (inState == 0) states += 1;
    put32(stateClasses, state, inState + 1);
  }
}

function leaveClass(left: i32): void {
  const sector = at32(classSector, left);
  if (sector < 0) {
    others -= 1;
    return;
  }
  const classes = at32(sectorClasses, sector) - 1;
  put32(sectorClasses, sector, classes);
  if (classes == 0) sectors -= 1;
  for (let at = at32(classStateStart, left), end = at32(classStateStart, left + 1); at < end; at++) {
    const state = at32(classState, at);
    const inState = at32(stateClasses, state) - 1;
    put32(stateClasses, state, inState);
    if (inState == 0) states -= 1;
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
    const own = marks >> 2;
    const lostBefore = at32(classLost, own);
    put32(classLost, own, lostBefore + 1);
    if (lostBefore == 0) enterClass(own);
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
    const own = at32(mark, node) >> 2;
    const lostLeft = at32(classLost, own) - 1;
    put32(classLost, own, lostLeft);
    if (lostLeft == 0) leaveClass(own);
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

function record(node: i32): void {
  const home = at32(homeClass, node);
  const alone = at32(classLost, home) == 1;
  const sector = at32(classSector, home);
  const first = at32(classStateStart, home);
  const end = at32(classStateStart, home + 1);
  let reached = states;
  if (alone) for (let at = first; at < end; at++) reached -= at32(stateClasses, at32(classState, at)) == 1 ? 1 : 0;
  const ownSector = alone && sector >= 0 && at32(sectorClasses, sector) == 1;
  put32(sumLost, node, tail - others);
  put64(sumPeople, node, peopleSum);
  put32(sumUnknown, node, unknownSum);
  put32(sumStates, node, reached);
  put32(sumForeign, node, states - (end - first));
  put32(sumSectors, node, ownSector ? sectors - 1 : sectors);
  put8(sumBounds, node, boundBreaks > 0 ? 1 : 0);
}

function takeBack(depth: i32, worked: i32): void {
  undo(at32(pathKept, depth), worked);
  peopleSum = at64(pathPeople, depth);
  unknownSum = at32(pathUnknown, depth);
  boundBreaks = at32(pathBreaks, depth);
}

function enter(depth: i32, component: i32, base: i32): bool {
  const first = at32(memberStart, component);
  const end = at32(memberStart, component + 1);
  const kept = tail;
  put32(pathKept, depth, kept);
  put64(pathPeople, depth, peopleSum);
  put32(pathUnknown, depth, unknownSum);
  put32(pathBreaks, depth, boundBreaks);
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
  put32(path, depth, component);
  put32(nextChild, depth, at32(childStart, component));
  put32(pathCore, depth, core);
  return true;
}

function walk(root: i32, base: i32): void {
  let depth = enter(0, root, base) ? 0 : -1;
  while (depth >= 0) {
    const at = at32(nextChild, depth);
    if (at == at32(childStart, at32(path, depth) + 1)) {
      takeBack(depth, tail);
      depth -= 1;
      continue;
    }
    put32(nextChild, depth, at + 1);
    if (enter(depth + 1, at32(child, at), at32(pathCore, depth))) depth += 1;
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
  peopleSum = 0;
  unknownSum = 0;
  boundBreaks = 0;
}

/** Sweeps the forest laid out by `setup`; returns the work counter. */
export function sweep(rootCount: i32, sharedCount: i32, leastCore: i32): f64 {
  hasShares = sharedCount > 0;
  coreSizeLeast = leastCore;
  for (let at = 0; at < rootCount; at++) walk(at32(roots, at), -1);
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
