import type { NodeLists } from "../../algorithms/sets/meeting-pairs.ts";
import { exceeds } from "../set-losses.ts";
import type { Footprints } from "./footprints.ts";
import type { SingleLosses, SingleTrails } from "./single-losses.ts";

/** Puts the losses of all assets together, in order. */
export function joinSingles(
  parts: readonly SingleLosses[],
  { by, width }: Pick<Footprints, "by" | "width">,
): Footprints {
  const value = joined(parts.map((part) => part.value));
  const detail = joined(parts.map((part) => part.detail));
  return { by, asset: Int32Array.from(value.keys()), value, width, detail };
}

/** Only the assets whose loss alone is worst, so many of them, exact ties by id; ascending. */
export function worstSources({ by, width, value, detail }: Footprints, among: number): Footprints {
  const order = Int32Array.from(value.keys());
  order.sort((x, y) => (exceeds(value[y]!, value[x]!) ? 1 : exceeds(value[x]!, value[y]!) ? -1 : x - y));
  const asset = order.slice(0, among).sort();
  return {
    by,
    asset,
    value: Float64Array.from(asset, (source) => value[source]!),
    width,
    detail: joined(Array.from(asset, (source) => detail.subarray(source * width, (source + 1) * width))),
  };
}

/** What each source came by. */
export function joinTrails(parts: readonly SingleTrails[]): NodeLists {
  const counts = joined(parts.map((part) => part.nodeCounts));
  const start = new Int32Array(counts.length + 1);
  counts.forEach((count, source) => {
    start[source + 1] = start[source]! + count;
  });
  return { start, items: joined(parts.map((part) => part.nodes)) };
}

/** Arrays of one kind one after another. */
export function joined<Column extends Int32Array | Float64Array>(columns: readonly Column[]): Column {
  const length = columns.reduce((sum, column) => sum + column.length, 0);
  const whole = (columns[0] instanceof Float64Array ? new Float64Array(length) : new Int32Array(length)) as Column;
  let at = 0;
  for (const column of columns) {
    whole.set(column, at);
    at += column.length;
  }
  return whole;
}
