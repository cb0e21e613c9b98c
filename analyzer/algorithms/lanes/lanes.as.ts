// 128 worlds side by side in vectors of 128 bits: the kernel of `simd-lanes.ts`, with `plain-lanes.ts` as its twin. Compiled
// by AssemblyScript; the same names stand for the same things in both.

/** Constant of the key schedule, as in `threefry.ts`. */
const parity: i32 = 0x1bd11bda;

let nodeCount: i32 = 0;
let sourceCount: i32 = 0;
let planeCount: i32 = 0;
let sourceNode: usize = 0;
let sourceLikelihood: usize = 0;
let sourceKey: usize = 0;
let edgeStart: usize = 0;
let edgeNode: usize = 0;
let edgeGroup: usize = 0;
let edgeUnits: usize = 0;
let edgeLikelihood: usize = 0;
let edgeKey: usize = 0;
let planeStart: usize = 0;
let preset: usize = 0;
let lost: usize = 0;
let pending: usize = 0;
let planes: usize = 0;
let waiting: usize = 0;
let waitingWords: usize = 0;
/** Four words of the generator's key for shocks, then four for transmission. */
let generatorKeys: usize = 0;
let touched: i32 = 0;
/** Coins of an edge in every world that could still lose the dependent when they were tossed, and in which run that was. */
let coins: usize = 0;
let tossedIn: usize = 0;
let runs: i32 = 0;
let marked: v128 = i32x4.splat(0);
/** Up to so many worlds are asked for their coins alone; for more, all are tossed at once and kept for those to come. */
const few: i32 = 4;

@inline
function word(at: usize, index: i32): i32 {
  return load<i32>(at + ((<usize>index) << 2));
}

/** Takes the addresses of everything, in the order in which `simd-lanes.ts` lays it out; first three sizes. */
export function place(table: usize): void {
  const sizes: usize = word(table, 0);
  nodeCount = word(sizes, 0);
  sourceCount = word(sizes, 1);
  planeCount = word(sizes, 2);
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
  pending = word(table, 13);
  planes = word(table, 14);
  waiting = word(table, 15);
  generatorKeys = word(table, 16);
  coins = word(table, 17);
  tossedIn = word(table, 18);
  waitingWords = word(table, 19);
}

@inline
function turn(x: v128, by: i32): v128 {
  return v128.or(i32x4.shl(x, by), i32x4.shr_u(x, 32 - by));
}

/** Leaves of `worlds` those whose coin hits. Four levels of digits come out of one pass of the generator, one per lane. */
function keepHits(worlds: v128, key: usize, keys: usize, block: i32, likelihood: f64): v128 {
  const key0 = i32x4.splat(word(key, 0));
  const key1 = i32x4.splat(word(key, 1));
  const key2 = i32x4.splat(word(key, 2));
  const key3 = i32x4.splat(word(key, 3));
  const key4 = i32x4.splat(parity ^ word(key, 0) ^ word(key, 1) ^ word(key, 2) ^ word(key, 3));
  const low = i32x4.add(i32x4.splat(load<i32>(keys)), key0);
  const high = i32x4.add(i32x4.splat(load<i32>(keys, 4)), key1);
  const third = i32x4.add(i32x4.splat(block), key2);
  let level = i32x4.add(i32x4(0, 1, 2, 3), key3);
  let open = worlds;
  let hit = i32x4.splat(0);
  let rest = likelihood;
  while (true) {
    let a = low;
    let b = high;
    let c = third;
    let d = level;
    let next0 = key1;
    let next1 = key2;
    let next2 = key3;
    let next3 = key4;
    let next4 = key0;
    for (let injection = 1; ; injection++) {
      if ((injection & 1) == 1) {
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
      } else {
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
      }
      a = i32x4.add(a, next0);
      b = i32x4.add(b, next1);
      c = i32x4.add(c, next2);
      d = i32x4.add(d, i32x4.add(next3, i32x4.splat(injection)));
      if (injection == 5) break;
      const first = next0;
      next0 = next1;
      next1 = next2;
      next2 = next3;
      next3 = next4;
      next4 = first;
    }
    // Words of four levels, turned into levels of four words.
    const ab0 = i32x4.shuffle(a, b, 0, 4, 1, 5);
    const ab2 = i32x4.shuffle(a, b, 2, 6, 3, 7);
    const cd0 = i32x4.shuffle(c, d, 0, 4, 1, 5);
    const cd2 = i32x4.shuffle(c, d, 2, 6, 3, 7);
    for (let at = 0; at < 4; at++) {
      const digits =
        at == 0
          ? i64x2.shuffle(ab0, cd0, 0, 2)
          : at == 1
            ? i64x2.shuffle(ab0, cd0, 1, 3)
            : at == 2
              ? i64x2.shuffle(ab2, cd2, 0, 2)
              : i64x2.shuffle(ab2, cd2, 1, 3);
      rest *= 2;
      if (rest >= 1) {
        rest -= 1;
        hit = v128.or(hit, v128.andnot(open, digits));
        open = v128.and(open, digits);
      } else open = v128.andnot(open, digits);
      if (rest == 0) return hit;
    }
    if (!v128.any_true(open)) return hit;
    level = i32x4.add(level, i32x4.splat(4));
  }
}

/** Computes the worlds of a block of 128 trials that are marked in the four words. */
export function run(block: i32, world0: i32, world1: i32, world2: i32, world3: i32): i32 {
  touched = 0;
  runs++;
  memory.fill(lost, 0, <usize>nodeCount << 4);
  memory.copy(planes, preset, <usize>planeCount << 4);
  marked = i32x4.replace_lane(
    i32x4.replace_lane(i32x4.replace_lane(i32x4.splat(world0), 1, world1), 2, world2),
    3,
    world3,
  );
  for (let source = 0; source < sourceCount; source++) {
    const likelihood = load<f64>(sourceLikelihood + ((<usize>source) << 3));
    const keys = sourceKey + ((<usize>source) << 3);
    const hit = likelihood < 1 ? keepHits(marked, generatorKeys, keys, block, likelihood) : marked;
    lose(word(sourceNode, source), hit);
  }
  const words = (nodeCount + 1023) >> 10;
  let waits = true;
  while (waits) {
    waits = false;
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

function passOn(node: i32, block: i32): void {
  const own = pending + ((<usize>node) << 4);
  const active = v128.load(own);
  v128.store(own, i32x4.splat(0));
  const end = word(edgeStart, node + 1);
  for (let edge = word(edgeStart, node); edge < end; edge++) {
    const dependent = word(edgeNode, edge);
    const kept = v128.load(lost + ((<usize>dependent) << 4));
    let reached = v128.andnot(active, kept);
    if (!v128.any_true(reached)) continue;
    touched++;
    const likelihood = load<f64>(edgeLikelihood + ((<usize>edge) << 3));
    if (likelihood < 1) reached = v128.and(reached, toss(edge, block, likelihood, reached, kept));
    const group = word(edgeGroup, edge);
    if (group >= 0) reached = count(edge, group, reached);
    lose(dependent, reached);
  }
}

/** The coins of an edge, at least in the worlds reached. */
function toss(edge: i32, block: i32, likelihood: f64, reached: v128, kept: v128): v128 {
  const at = coins + ((<usize>edge) << 4);
  const mark = tossedIn + ((<usize>edge) << 2);
  if (load<i32>(mark) == runs) return v128.load(at);
  const keys = edgeKey + ((<usize>edge) << 3);
  const key = generatorKeys + 16;
  const lanes = popcnt(i64x2.extract_lane(reached, 0)) + popcnt(i64x2.extract_lane(reached, 1));
  if (lanes <= few) return keepHits(reached, key, keys, block, likelihood);
  const hit = keepHits(v128.andnot(marked, kept), key, keys, block, likelihood);
  v128.store(at, hit);
  store<i32>(mark, runs);
  return hit;
}

function count(edge: i32, group: i32, added: v128): v128 {
  if (!v128.any_true(added)) return added;
  let units = load<u64>(edgeUnits + ((<usize>edge) << 3));
  let carry = i32x4.splat(0);
  const end = word(planeStart, group + 1);
  for (let plane = word(planeStart, group); plane < end; plane++) {
    const at = planes + ((<usize>plane) << 4);
    const bit = v128.load(at);
    const addend = (units & 1) == 1 ? added : i32x4.splat(0);
    v128.store(at, v128.xor(v128.xor(bit, addend), carry));
    carry = v128.or(v128.and(bit, addend), v128.and(carry, v128.or(bit, addend)));
    units >>= 1;
  }
  return carry;
}

@inline
function lose(node: i32, worlds: v128): void {
  const at = (<usize>node) << 4;
  const before = v128.load(lost + at);
  const newly = v128.andnot(worlds, before);
  if (!v128.any_true(newly)) return;
  v128.store(lost + at, v128.or(before, newly));
  v128.store(pending + at, v128.or(v128.load(pending + at), newly));
  mark(waiting, node >> 5, node & 31);
  mark(waitingWords, node >> 10, (node >> 5) & 31);
}

@inline
function mark(bits: usize, at: i32, bit: i32): void {
  const address = bits + ((<usize>at) << 2);
  store<i32>(address, load<i32>(address) | (1 << bit));
}
