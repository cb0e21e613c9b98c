import { compareIds } from "./dataset.ts";
import { groupByKey } from "./group-by-key.ts";

/** Rows of dependencies in the order in which a system has them: by dependent, then by the name of their group, then ascending. */
export interface OrderedRows {
  readonly rows: Int32Array;
  /** [group + 1] where the rows of a group begin. */
  readonly start: Int32Array;
  /** [group] number of its dependent. */
  readonly dependent: Int32Array;
  /** [dependent + 1] where the groups of a dependent begin. */
  readonly dependentStart: Int32Array;
}

/** With more rows of one dependent a sort by insertion is slow. */
const manyRows = 16;

/**
 * Puts rows in order and finds their groups. Linear in the rows, O(n log n) in the groups of one dependent.
 *
 * @param dependent [row] a number below `dependentCount` for each dependent, such as the position of the asset
 * @param name [row] number of the name of the group, in `names`; rows of one dependent are of one group only where it is the same
 */
export function orderRows(
  dependent: Int32Array,
  dependentCount: number,
  name: Int32Array,
  names: readonly string[],
): OrderedRows {
  const { start: from, items: rows } = groupByKey(dependent, dependentCount);
  const isFirst = new Uint8Array(rows.length);
  let count = 0;
  for (let number = 0; number < dependentCount; number += 1) {
    const to = from[number + 1]!;
    if (to - from[number]! > manyRows) sortByName(rows.subarray(from[number], to), name, names);
    else insertByName(rows, from[number]!, to, name, names);
    for (let at = from[number]!; at < to; at += 1) {
      if (at > from[number]! && name[rows[at]!] === name[rows[at - 1]!]) continue;
      isFirst[at] = 1;
      count += 1;
    }
  }
  const start = new Int32Array(count + 1);
  const dependents = new Int32Array(count);
  const dependentStart = new Int32Array(dependentCount + 1);
  let group = 0;
  for (let number = 0; number < dependentCount; number += 1) {
    for (let at = from[number]!; at < from[number + 1]!; at += 1) {
      if (isFirst[at] === 0) continue;
      start[group] = at;
      dependents[group] = number;
      group += 1;
    }
    dependentStart[number + 1] = group;
  }
  start[group] = rows.length;
  return { rows, start, dependent: dependents, dependentStart };
}

function sortByName(rows: Int32Array, name: Int32Array, names: readonly string[]): void {
  const byName = new Map<number, number[]>();
  for (const row of rows) {
    const same = byName.get(name[row]!);
    if (same === undefined) byName.set(name[row]!, [row]);
    else same.push(row);
  }
  let at = 0;
  for (const [, same] of [...byName].sort(([one], [other]) => compareIds(names[one]!, names[other]!))) {
    rows.set(same, at);
    at += same.length;
  }
}

/** The rows are ascending, and those of one name stay so. */
function insertByName(rows: Int32Array, from: number, to: number, name: Int32Array, names: readonly string[]): void {
  for (let at = from + 1; at < to; at += 1) {
    const row = rows[at]!;
    const own = name[row]!;
    let place = at;
    for (; place > from; place -= 1) {
      const before = rows[place - 1]!;
      if (name[before] === own || !(names[name[before]!]! > names[own]!)) break;
      rows[place] = before;
    }
    rows[place] = row;
  }
}
