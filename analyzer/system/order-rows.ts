import { compareIds } from "../model/dataset.ts";
import { groupByKey } from "../model/group-by-key.ts";

/** Rows of dependencies in the order in which a system has them: by asset, then by the name of their group, then ascending. */
export interface OrderedRows {
  readonly rows: Int32Array;
  /** [group + 1] where the rows of a group begin. */
  readonly start: Int32Array;
  /** [group] position of its asset. */
  readonly asset: Int32Array;
  /** [asset + 1] where the groups of an asset begin. */
  readonly assetStart: Int32Array;
}

/** With more rows of one asset a sort by insertion is slow. */
const manyRows = 16;

/**
 * Puts rows in order and finds their groups. O(n log n) in the rows of one asset, linear in the rest.
 *
 * @param dependent [row] position of the asset that needs
 * @param name [row] number of the name of the group, in `names`; rows of one asset are of one group only where it is the same
 */
export function orderRows(
  dependent: Int32Array,
  assetCount: number,
  name: Int32Array,
  names: readonly string[],
): OrderedRows {
  const byAsset = groupByKey(dependent, assetCount);
  const rows = byAsset.items;
  const isFirst = new Uint8Array(rows.length);
  let count = 0;
  for (let asset = 0; asset < assetCount; asset += 1) {
    const from = byAsset.start[asset]!;
    const to = byAsset.start[asset + 1]!;
    if (to - from > manyRows) sortByName(rows.subarray(from, to), name, names);
    else insertByName(rows, from, to, name, names);
    for (let at = from; at < to; at += 1) {
      if (at > from && name[rows[at]!] === name[rows[at - 1]!]) continue;
      isFirst[at] = 1;
      count += 1;
    }
  }
  const start = new Int32Array(count + 1);
  const assets = new Int32Array(count);
  const assetStart = new Int32Array(assetCount + 1);
  let group = 0;
  for (let asset = 0; asset < assetCount; asset += 1) {
    for (let at = byAsset.start[asset]!; at < byAsset.start[asset + 1]!; at += 1) {
      if (isFirst[at] === 0) continue;
      start[group] = at;
      assets[group] = asset;
      group += 1;
    }
    assetStart[asset + 1] = group;
  }
  start[group] = rows.length;
  return { rows, start, asset: assets, assetStart };
}

function sortByName(rows: Int32Array, name: Int32Array, names: readonly string[]): void {
  const compare = (x: number, y: number): number =>
    name[x] === name[y] ? x - y : compareIds(names[name[x]!]!, names[name[y]!]!) || x - y;
  const isInOrder = rows.every((row, at) => at === 0 || compare(rows[at - 1]!, row) < 0);
  if (!isInOrder) rows.sort(compare);
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
