// AssemblyScript: `PlainPathSearch`, step for step, over one linear memory. Names and rules are explained there. Arrays are
// addresses; the host lays them out and hands over a table of them, in the order of `setup`.

const far: i32 = 0x3fffffff;

let start: usize = 0;
let successor: usize = 0;
let marks: usize = 0;
let distance: usize = 0;
let paths: usize = 0;
let sums: usize = 0;
let queue: usize = 0;
let onPath: usize = 0;
let onPathEnd: usize = 0;
let perPath: usize = 0;
let abroad: usize = 0;
let abroadBehind: usize = 0;

let foundLast: i32 = 0;
let expandedLast: i32 = 0;
let touchedLast: i32 = 0;

function at(array: usize, index: i32): usize {
  return array + ((<usize>index) << 2);
}
function at64(array: usize, index: i32): usize {
  return array + ((<usize>index) << 3);
}
function entry(table: usize, index: i32): usize {
  return <usize>load<u32>(at(table, index));
}

export function setup(table: usize): void {
  start = entry(table, 0);
  successor = entry(table, 1);
  marks = entry(table, 2);
  distance = entry(table, 3);
  paths = entry(table, 4);
  sums = entry(table, 5);
  queue = entry(table, 6);
  onPath = entry(table, 7);
  onPathEnd = entry(table, 8);
  perPath = entry(table, 9);
  abroad = entry(table, 10);
  abroadBehind = entry(table, 11);
}

export function found(): i32 {
  return foundLast;
}

/** Edges looked at by the last search. */
export function touched(): i32 {
  return touchedLast;
}

export function search(source: i32, all: i32): f64 {
  let found: i32 = 1;
  let expanded: i32 = 0;
  let edgeEnd: usize = onPath;
  let touched: i32 = 0;
  let most: f64 = 1;
  let last: i32 = far;
  store<i32>(queue, source);
  store<i32>(at(distance, source), 0);
  store<f64>(at64(paths, source), 1);
  while (expanded < found) {
    const node = load<i32>(at(queue, expanded));
    const next = load<i32>(at(distance, node)) + 1;
    if (next > last) break;
    const count = load<f64>(at64(paths, node));
    if (count > most) most = count;
    const first = load<i32>(at(start, node));
    const bound = load<i32>(at(start, node), 4);
    const end = at(successor, bound);
    for (let edge = at(successor, first); edge < end; edge += 4) {
      const head = load<i32>(edge);
      const place = at(distance, head);
      const known = load<i32>(place);
      if (known >= next) {
        store<i32>(at(queue, found), head);
        found += known >>> 29;
        store<i32>(place, next);
        const sum = at64(paths, head);
        store<f64>(sum, load<f64>(sum) + count);
        store<i32>(edgeEnd, head);
        edgeEnd += 4;
      }
    }
    touched += bound - first;
    store<u32>(at(onPathEnd, expanded), <u32>edgeEnd);
    expanded += 1;
    if (found == all && last == far) last = load<i32>(at(distance, load<i32>(at(queue, found - 1))));
  }
  for (let place = expanded; place < found; place += 1) {
    const count = load<f64>(at64(paths, load<i32>(at(queue, place))));
    if (count > most) most = count;
  }
  touchedLast = touched;
  foundLast = found;
  expandedLast = expanded;
  return most;
}

export function gather(first: i32, sources: i32): void {
  let among: i32 = 0;
  let behindAbroad: f64 = 0;
  for (let place = foundLast - 1; place > 0; place -= 1) {
    const node = load<i32>(at(queue, place));
    let onward: f64 = 0;
    let onwardAbroad: f64 = 0;
    if (place < expandedLast) {
      const end = <usize>load<u32>(at(onPathEnd, place));
      for (let edge = <usize>load<u32>(at(onPathEnd, place - 1)); edge < end; edge += 4) {
        const head = perPath + ((<usize>load<i32>(edge)) << 4);
        onward += load<f64>(head);
        onwardAbroad += load<f64>(head, 8);
      }
    }
    const sum = at64(paths, node);
    const count = load<f64>(sum);
    const share = count * onward;
    const shareAbroad = count * onwardAbroad;
    const mark = at64(marks, node);
    const own = load<i32>(mark);
    const isSource: i32 = load<i32>(mark, 4) == first ? 1 : 0;
    among += isSource;
    behindAbroad += load<f64>(at64(abroadBehind, own));
    const both = sums + ((<usize>node) << 4);
    store<f64>(both, load<f64>(both) + share);
    store<f64>(both, load<f64>(both, 8) + shareAbroad, 8);
    const each = perPath + ((<usize>node) << 4);
    store<f64>(each, (<f64>(sources - isSource) + share) / count);
    store<f64>(each, (load<f64>(at64(abroad, own)) + shareAbroad) / count, 8);
    store<i32>(at(distance, node), far);
    store<f64>(sum, 0);
  }
  const both = sums + ((<usize>first) << 4);
  store<f64>(both, load<f64>(both) + (<f64>(sources - 1) * <f64>(foundLast - 1) - <f64>among));
  store<f64>(both, load<f64>(both, 8) + behindAbroad, 8);
  store<i32>(at(distance, first), far);
  store<f64>(at64(paths, first), 0);
}

export function forget(): void {
  for (let place = 0; place < foundLast; place += 1) {
    const node = load<i32>(at(queue, place));
    store<i32>(at(distance, node), far);
    store<f64>(at64(paths, node), 0);
  }
}
