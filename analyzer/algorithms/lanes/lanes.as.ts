// 128 worlds side by side in vectors of 128 bits: the kernel of `simd-lanes.ts`, with `plain-lanes.ts` as its twin. Compiled
// by AssemblyScript; the same names stand for the same things in both.

/** Constant of the key schedule, as in `threefry.ts`. */
const parity: i32 = 0x1bd11bda;

let nodeCount: i32 = 0;
let sourceCount: i32 = 0;
let sourceNode: usize = 0;
let sourceLikelihood: usize = 0;
let sourceKey: usize = 0;
let edgeStart: usize = 0;
/** [edge] the dependent, or its complement where the edge counts in a group. */
let edgeNode: usize = 0;
let edgeGroup: usize = 0;
let edgeUnits: usize = 0;
let edgeLikelihood: usize = 0;
let edgeKey: usize = 0;
let planeStart: usize = 0;
let preset: usize = 0;
let lost: usize = 0;
/** Nodes lost in any world of the run at hand, in the order in which they passed it on, and how many. */
let lostNodes: usize = 0;
let lostCount: i32 = 0;
let pending: usize = 0;
let planes: usize = 0;
/** [group] the run that used its planes last. */
let countedIn: usize = 0;
let waiting: usize = 0;
let waitingWords: usize = 0;
/** The four words of the generator's key for shocks and what every injection adds, then the same for transmission. */
let schedules: usize = 0;
const scheduleBytes: usize = 384;
/** Coins of edges, then room for one more: the worlds in which it hits, and those in which that is still open. */
let coins: usize = 0;
/** [edge] calls of the generator that its coin has had. */
let calls: usize = 0;
/** [node] the run in which the coins of its edges were tossed. */
let tossedIn: usize = 0;
let runs: i32 = 0;
/** Edges over which a loss was tried in the run at hand. */
let touched: i32 = 0;

@inline
function word(at: usize, index: i32): i32 {
  return load<i32>(at + ((<usize>index) << 2));
}

/** Takes the addresses of everything, in the order in which `simd-lanes.ts` lays it out; first two sizes and two keys. */
export function place(table: usize): void {
  const sizes: usize = word(table, 0);
  nodeCount = word(sizes, 0);
  sourceCount = word(sizes, 1);
  sourceNode = word(table, 1);
  sourceLikelihood = word(table, 2);
  sourceKey = word(table, 3);
  edgeStart = word(table, 4);
  edgeNode = word(table, 5);
  edgeGroup = word(table, 6);
  edgeUnits = word(table, 7);
  edgeLikelihood = word(table, 8);
  edgeKey = word(table, 9);
  planeStart = word(table, 10);
  preset = word(table, 11);
  lost = word(table, 12);
  lostNodes = word(table, 13);
  pending = word(table, 14);
  planes = word(table, 15);
  countedIn = word(table, 16);
  waiting = word(table, 17);
  waitingWords = word(table, 18);
  schedules = word(table, 19);
  coins = word(table, 20);
  calls = word(table, 21);
  tossedIn = word(table, 22);
  prepareKey(sizes + 8, schedules);
  prepareKey(sizes + 24, schedules + scheduleBytes);
}

/** Spreads a key over what its five injections add. */
function prepareKey(key: usize, schedule: usize): void {
  const parityWord = parity ^ word(key, 0) ^ word(key, 1) ^ word(key, 2) ^ word(key, 3);
  for (let injection = 0; injection <= 5; injection++) {
    for (let at = 0; at < 4; at++) {
      const from = (injection + at) % 5;
      const added = (from == 4 ? parityWord : word(key, from)) + (at == 3 ? injection : 0);
      v128.store(schedule + (<usize>(injection * 4 + at) << 4), i32x4.splat(added));
    }
  }
}

@inline
function turn(x: v128, by: i32): v128 {
  return v128.or(i32x4.shl(x, by), i32x4.shr_u(x, 32 - by));
}

/**
 * Tosses a coin on in 128 worlds, by the four levels of a call. The calls of its four words of 32 worlds stand side by side in
 * the lanes, so that what they give are the digits of 128 worlds as they are wanted.
 */
function toss(coin: usize, likelihood: f64, call: i32, schedule: usize, keys: usize, block: i32): void {
  let a = i32x4.add(v128.load32_splat(keys), v128.load(schedule));
  let b = i32x4.add(v128.load32_splat(keys, 4), v128.load(schedule, 16));
  let c = i32x4.add(i32x4.add(i32x4.splat(block << 2), i32x4(0, 1, 2, 3)), v128.load(schedule, 32));
  let d = i32x4.add(i32x4.splat(call), v128.load(schedule, 48));
  const last = schedule + 320;
  for (let added = schedule + 64; ; added += 128) {
    a = i32x4.add(a, b);
    c = i32x4.add(c, d);
    b = v128.xor(turn(b, 10), a);
    d = v128.xor(turn(d, 26), c);
    a = i32x4.add(a, d);
    c = i32x4.add(c, b);
    d = v128.xor(turn(d, 11), a);
    b = v128.xor(turn(b, 21), c);
    a = i32x4.add(a, b);
    c = i32x4.add(c, d);
    b = v128.xor(turn(b, 13), a);
    d = v128.xor(turn(d, 27), c);
    a = i32x4.add(a, d);
    c = i32x4.add(c, b);
    d = v128.xor(turn(d, 23), a);
    b = v128.xor(turn(b, 5), c);
    a = i32x4.add(a, v128.load(added));
    b = i32x4.add(b, v128.load(added, 16));
    c = i32x4.add(c, v128.load(added, 32));
    d = i32x4.add(d, v128.load(added, 48));
    if (added == last) break;
    a = i32x4.add(a, b);
    c = i32x4.add(c, d);
    b = v128.xor(turn(b, 6), a);
    d = v128.xor(turn(d, 20), c);
    a = i32x4.add(a, d);
    c = i32x4.add(c, b);
    d = v128.xor(turn(d, 17), a);
    b = v128.xor(turn(b, 11), c);
    a = i32x4.add(a, b);
    c = i32x4.add(c, d);
    b = v128.xor(turn(b, 25), a);
    d = v128.xor(turn(d, 10), c);
    a = i32x4.add(a, d);
    c = i32x4.add(c, b);
    d = v128.xor(turn(d, 18), a);
    b = v128.xor(turn(b, 20), c);
    a = i32x4.add(a, v128.load(added, 64));
    b = i32x4.add(b, v128.load(added, 80));
    c = i32x4.add(c, v128.load(added, 96));
    d = i32x4.add(d, v128.load(added, 112));
  }
  // The four digits of the likelihood at this call's levels, and what is left of it above them.
  let rest = likelihood;
  let digits = <i32>(16 * rest);
  for (let at = 0; at < call; at++) {
    rest = 16 * rest - <f64>digits;
    digits = <i32>(16 * rest);
  }
  let hit = v128.load(coin);
  let open = v128.load(coin, 16);
  let one = i32x4.splat(-(digits >> 3));
  hit = v128.or(hit, v128.and(v128.andnot(open, a), one));
  open = v128.andnot(open, v128.xor(a, one));
  one = i32x4.splat(-((digits >> 2) & 1));
  hit = v128.or(hit, v128.and(v128.andnot(open, b), one));
  open = v128.andnot(open, v128.xor(b, one));
  one = i32x4.splat(-((digits >> 1) & 1));
  hit = v128.or(hit, v128.and(v128.andnot(open, c), one));
  open = v128.andnot(open, v128.xor(c, one));
  one = i32x4.splat(-(digits & 1));
  hit = v128.or(hit, v128.and(v128.andnot(open, d), one));
  open = v128.andnot(open, v128.xor(d, one));
  v128.store(coin, hit);
  v128.store(coin, 16 * rest == <f64>digits ? i32x4.splat(0) : open, 16);
}

/** Begins a coin: open in all worlds, or a hit in all where it is certain. */
@inline
function begin(coin: usize, likelihood: f64): void {
  const certain = i32x4.splat(-i32(likelihood >= 1));
  v128.store(coin, certain);
  v128.store(coin, v128.not(certain), 16);
}

/** Whether a coin is open in any of some worlds. */
@inline
function isOpen(coin: usize, worlds: v128): bool {
  return v128.any_true(v128.and(worlds, v128.load(coin, 16)));
}

/** Computes the worlds of a block of 128 trials that are marked in the four words. How many nodes were lost in any. */
export function run(block: i32, world0: i32, world1: i32, world2: i32, world3: i32): i32 {
  for (let at = 0; at < lostCount; at++) v128.store(lost + ((<usize>word(lostNodes, at)) << 4), i32x4.splat(0));
  lostCount = 0;
  touched = 0;
  runs++;
  const marked = i32x4.replace_lane(
    i32x4.replace_lane(i32x4.replace_lane(i32x4.splat(world0), 1, world1), 2, world2),
    3,
    world3,
  );
  for (let source = 0; source < sourceCount; source++) shock(source, marked, block);
  const words = (nodeCount + 1023) >> 10;
  for (let waits = true; waits; ) {
    waits = false;
    // What comes to wait further up waits for the next pass, so that more worlds come together at a node.
    for (let at = 0; at < words; at++) {
      const address = waitingWords + ((<usize>at) << 2);
      let above: i32 = -1;
      for (let bits = load<i32>(address); bits != 0; bits = load<i32>(address) & above) {
        waits = true;
        const bit = bits & -bits;
        above = -2 * bit;
        store<i32>(address, load<i32>(address) & ~bit);
        settle((at << 5) + ctz(bits), block);
      }
    }
  }
  return lostCount;
}

/** Edges over which a loss was tried in the last run. */
export function edgesTouched(): i32 {
  return touched;
}

@inline
function settle(at: i32, block: i32): void {
  const address = waiting + ((<usize>at) << 2);
  for (let bits = load<i32>(address); bits != 0; bits = load<i32>(address)) {
    store<i32>(address, bits & (bits - 1));
    passOn((at << 5) + ctz(bits), block);
  }
}

function shock(source: i32, marked: v128, block: i32): void {
  const likelihood = load<f64>(sourceLikelihood + ((<usize>source) << 3));
  const coin = coins + ((<usize>word(edgeStart, nodeCount)) << 5);
  begin(coin, likelihood);
  for (let call = 0; isOpen(coin, marked); call++) {
    toss(coin, likelihood, call, schedules, sourceKey + ((<usize>source) << 3), block);
  }
  const node = word(sourceNode, source);
  lose(node, v128.andnot(v128.and(marked, v128.load(coin)), v128.load(lost + ((<usize>node) << 4))));
}

/** Tosses the coins of all edges of a node in all worlds, which is as dear as in one: by one call, so that few stay open. */
function tossFirst(node: i32, block: i32): void {
  const end = word(edgeStart, node + 1);
  for (let edge = word(edgeStart, node); edge < end; edge++) {
    const coin = coins + ((<usize>edge) << 5);
    const likelihood = load<f64>(edgeLikelihood + ((<usize>edge) << 3));
    begin(coin, likelihood);
    if (likelihood < 1) toss(coin, likelihood, 0, schedules + scheduleBytes, edgeKey + ((<usize>edge) << 3), block);
    store<i32>(calls + ((<usize>edge) << 2), 1);
  }
}

/** Tosses the coin of an edge on until none of some worlds is open. */
function tossOn(edge: i32, worlds: v128, block: i32): void {
  const coin = coins + ((<usize>edge) << 5);
  const likelihood = load<f64>(edgeLikelihood + ((<usize>edge) << 3));
  let call = word(calls, edge);
  do {
    toss(coin, likelihood, call, schedules + scheduleBytes, edgeKey + ((<usize>edge) << 3), block);
    call++;
  } while (isOpen(coin, worlds));
  store<i32>(calls + ((<usize>edge) << 2), call);
}

/** Tries every edge of a node in the worlds in which it was newly lost. Branches little, since what is lost follows no pattern. */
function passOn(node: i32, block: i32): void {
  const own = pending + ((<usize>node) << 4);
  const active = v128.load(own);
  v128.store(own, i32x4.splat(0));
  const stamp = tossedIn + ((<usize>node) << 2);
  if (load<i32>(stamp) != runs) {
    store<i32>(stamp, runs);
    store<i32>(lostNodes + ((<usize>lostCount) << 2), node);
    lostCount++;
    tossFirst(node, block);
  }
  let tries = 0;
  const end = word(edgeStart, node + 1);
  for (let edge = word(edgeStart, node); edge < end; edge++) {
    const target = word(edgeNode, edge);
    const dependent = target ^ (target >> 31);
    const coin = coins + ((<usize>edge) << 5);
    const reached = v128.andnot(active, v128.load(lost + ((<usize>dependent) << 4)));
    tries += i32(v128.any_true(reached));
    if (isOpen(coin, reached)) tossOn(edge, reached, block);
    const hit = v128.and(reached, v128.load(coin));
    lose(dependent, target < 0 ? count(edge, word(edgeGroup, edge), hit) : hit);
  }
  touched += tries;
}

/** Adds an edge's units to the count of its group in some worlds. Returns those in which that breaks it. */
function count(edge: i32, group: i32, added: v128): v128 {
  if (!v128.any_true(added)) return added;
  let units = load<u64>(edgeUnits + ((<usize>edge) << 3));
  let carry = i32x4.splat(0);
  const end = word(planeStart, group + 1);
  const mark = countedIn + ((<usize>group) << 2);
  const start = load<i32>(mark) == runs ? planes : preset;
  store<i32>(mark, runs);
  for (let plane = word(planeStart, group); plane < end; plane++) {
    const at = (<usize>plane) << 4;
    const bit = v128.load(start + at);
    const addend = (units & 1) == 1 ? added : i32x4.splat(0);
    v128.store(planes + at, v128.xor(v128.xor(bit, addend), carry));
    carry = v128.or(v128.and(bit, addend), v128.and(carry, v128.or(bit, addend)));
    units >>= 1;
  }
  return carry;
}

/** A node is lost in worlds in which it was not, which may be none. */
@inline
function lose(node: i32, newly: v128): void {
  const at = (<usize>node) << 4;
  v128.store(lost + at, v128.or(v128.load(lost + at), newly));
  v128.store(pending + at, v128.or(v128.load(pending + at), newly));
  const isNew = i32(v128.any_true(newly));
  mark(waiting, node >> 5, isNew << (node & 31));
  mark(waitingWords, node >> 10, isNew << ((node >> 5) & 31));
}

@inline
function mark(words: usize, at: i32, bits: i32): void {
  const address = words + ((<usize>at) << 2);
  store<i32>(address, load<i32>(address) | bits);
}
