// AssemblyScript: `forestPlan` over one linear memory, with the strong components found in the same pass: a component is
// placed as soon as it is closed, when all it leads to is closed. Names and rules are explained there. Arrays are addresses;
// the host lays them out and hands over a table of them, in the order of `setup`.

import { at32, bitsAt, entry, put32, putBits } from "../wasm/linear-memory.as";

let criticalStart: usize = 0;
let critical: usize = 0;
let memberStart: usize = 0;
let member: usize = 0;
let firstChild: usize = 0;
let nextSibling: usize = 0;
let lastChild: usize = 0;
let component: usize = 0;
let preorder: usize = 0;
let walk: usize = 0;
let nextEdge: usize = 0;
let open: usize = 0;
let boundary: usize = 0;
let nodeSamples: usize = 0;
let samples: usize = 0;
let depth: usize = 0;
let estimate: usize = 0;

const sampleCount: i32 = 62;
/** What stands for the preorder number of a node whose component is closed: no open node has a larger one. */
const closed: i32 = i32.MAX_VALUE;

let componentCount: i32 = 0;
let placed: i32 = 0;
let firstRoot: i32 = -1;
let lastRoot: i32 = -1;
let nodesPerSample: f64 = 0;

function estimateOf(index: i32): f64 {
  return load<f64>(estimate + ((<usize>index) << 3));
}
export function setup(table: usize): void {
  criticalStart = entry(table, 0);
  critical = entry(table, 1);
  memberStart = entry(table, 2);
  member = entry(table, 3);
  firstChild = entry(table, 4);
  nextSibling = entry(table, 5);
  component = entry(table, 6);
  preorder = entry(table, 7);
  walk = entry(table, 8);
  nextEdge = entry(table, 9);
  open = entry(table, 10);
  boundary = entry(table, 11);
  nodeSamples = entry(table, 12);
  samples = entry(table, 13);
  depth = entry(table, 14);
  estimate = entry(table, 15);
  lastChild = entry(table, 16);
}

function drawSamples(nodeCount: i32, seed: i32): void {
  memory.fill(nodeSamples, 0, (<usize>nodeCount) << 3);
  let state: u32 = <u32>seed;
  for (let sample = 0; sample < sampleCount; sample++) {
    state = state * 1664525 + 1013904223;
    const node = <i32>(state % <u32>nodeCount);
    putBits(nodeSamples, node, bitsAt(nodeSamples, node) | ((<u64>1) << (<u64>sample)));
  }
}

/** Closes a component of the nodes placed last and hangs it under the successor that is lost the most with. */
function close(first: i32): void {
  const number = componentCount;
  const end = placed;
  let best = -1;
  let most: f64 = 0;
  let below = 0;
  let bits: u64 = 0;
  for (let at = first; at < end; at++) {
    const node = at32(member, at);
    bits |= bitsAt(nodeSamples, node);
    for (let edge = at32(criticalStart, node), last = at32(criticalStart, node + 1); edge < last; edge++) {
      const next = at32(component, at32(critical, edge));
      if (next == number) continue;
      bits |= bitsAt(samples, next);
      const weight = estimateOf(next);
      if (best == -1 || weight > most) {
        best = next;
        most = weight;
      }
      const deep = at32(depth, next);
      below = deep > below ? deep : below;
    }
  }
  const deep = below + end - first;
  putBits(samples, number, bits);
  put32(depth, number, deep);
  store<f64>(estimate + ((<usize>number) << 3), <f64>(<i32>popcnt(bits)) * nodesPerSample + <f64>deep);
  put32(memberStart, number, first);
  put32(firstChild, number, -1);
  put32(nextSibling, number, -1);
  if (best == -1) {
    if (lastRoot == -1) firstRoot = number;
    else put32(nextSibling, lastRoot, number);
    lastRoot = number;
  } else {
    if (at32(firstChild, best) == -1) put32(firstChild, best, number);
    else put32(nextSibling, at32(lastChild, best), number);
    put32(lastChild, best, number);
  }
  componentCount = number + 1;
}

/** Places a node that leads nowhere: a component of its own, closed before it is opened. */
function closeSink(node: i32): void {
  put32(preorder, node, closed);
  put32(component, node, componentCount);
  put32(member, placed, node);
  placed += 1;
  close(placed - 1);
}

function isSink(node: i32): bool {
  return at32(criticalStart, node) == at32(criticalStart, node + 1);
}

/** Path-based strong components from one root. */
function search(root: i32): void {
  let walked = -1;
  let opened = 0;
  let bounds = 0;
  let counter = 0;
  let entered = root;
  for (;;) {
    if (entered != -1) {
      walked += 1;
      put32(walk, walked, entered);
      put32(nextEdge, walked, at32(criticalStart, entered));
      put32(open, opened, entered);
      opened += 1;
      put32(boundary, bounds, counter);
      bounds += 1;
      put32(preorder, entered, counter);
      counter += 1;
      entered = -1;
    }
    const node = at32(walk, walked);
    const end = at32(criticalStart, node + 1);
    let edge = at32(nextEdge, walked);
    for (; edge < end && entered == -1; edge++) {
      const next = at32(critical, edge);
      const met = at32(preorder, next);
      if (met == -1) {
        if (isSink(next)) closeSink(next);
        else entered = next;
      } else {
        while (at32(boundary, bounds - 1) > met) bounds -= 1;
      }
    }
    put32(nextEdge, walked, edge);
    if (entered != -1) continue;
    if (at32(boundary, bounds - 1) == at32(preorder, node)) {
      bounds -= 1;
      const first = placed;
      let closing = -1;
      while (closing != node) {
        opened -= 1;
        closing = at32(open, opened);
        put32(component, closing, componentCount);
        put32(preorder, closing, closed);
        put32(member, placed, closing);
        placed += 1;
      }
      close(first);
    }
    walked -= 1;
    if (walked < 0) return;
  }
}

/** Plans the forest of the layout that `setup` was told of; returns the number of components. */
export function plan(nodeCount: i32, seed: i32): i32 {
  componentCount = 0;
  placed = 0;
  firstRoot = -1;
  lastRoot = -1;
  nodesPerSample = <f64>nodeCount / <f64>sampleCount;
  memory.fill(preorder, 0xff, (<usize>nodeCount) << 2);
  if (nodeCount > 0) drawSamples(nodeCount, seed);
  for (let root = 0; root < nodeCount; root++) {
    if (at32(preorder, root) != -1) continue;
    if (isSink(root)) closeSink(root);
    else search(root);
  }
  put32(memberStart, componentCount, nodeCount);
  return componentCount;
}

/** The component that the list of roots begins with, -1 where there is none. */
export function rootOfPlan(): i32 {
  return firstRoot;
}
