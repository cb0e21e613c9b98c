import type { Asset } from "../model/asset.ts";
import type { Table } from "../model/attributes.ts";
import type { Dataset } from "../model/dataset.ts";
import type { Issue } from "../model/issue.ts";
import { quartilesOf } from "../model/quartiles.ts";
import type { Facts } from "./facts.ts";
import { type Finding, rowIssue } from "./make-issue.ts";

/** Fewer values of a kind say nothing about what is usual. */
const fewestValues = 8;
const thousand = 1000;
/** An order of magnitude in which no value lies parts those that count something else. */
const widestStep = 10;

/** A number of a row, where one of its kind can be compared with another. */
interface Stated {
  readonly table: Table;
  readonly index: number;
  readonly column: string;
  readonly value: number;
}

/**
 * Is a capacity or an amount in GW where MW is usual, or in kW? Told where a number is apart from those of its kind and would be
 * among them if it were a thousand times as much, or as little, and where a stated unit is that of its network but for the
 * prefix: amounts of a network are compared as they are. O(rows log rows).
 */
export function checkCapacityScale(facts: Facts): Issue[] {
  const { dataset, context } = facts;
  const issues = [...statedByKind(dataset)].flatMap(([kind, stated]) =>
    thousandfold(kind, stated).map(({ table, index, finding }) => rowIssue(context, table, index, finding)),
  );
  return [...issues, ...otherPrefixes(facts)];
}

/** Capacities of assets by kind and unit, amounts by kind, side and commodity, capacities of connections by commodity and unit. */
function statedByKind({ assets, connections }: Dataset): Map<string, Stated[]> {
  const groups = new Map<string, Stated[]>();
  const add = (kind: string, stated: Omit<Stated, "value">, value: number | undefined): void => {
    if (value === undefined || !(value > 0) || value === Number.POSITIVE_INFINITY) return;
    const group = groups.get(kind);
    if (group === undefined) groups.set(kind, [{ ...stated, value }]);
    else group.push({ ...stated, value });
  };
  assets.forEach(({ kind, capacity, unit, produces = [], consumes = [] }, index) => {
    const table = "assets";
    add(`capacity of ${kind}${unitText(unit)}`, { table, index, column: "capacity" }, capacity);
    for (const { commodity, amount } of produces)
      add(`${commodity} produced by ${kind}`, { table, index, column: "produces" }, amount);
    for (const { commodity, amount } of consumes)
      add(`${commodity} consumed by ${kind}`, { table, index, column: "consumes" }, amount);
  });
  connections.forEach(({ commodity, capacity, unit }, index) => {
    const what = `connections of ${commodity}${unitText(unit)}`;
    add(what, { table: "connections", index, column: "capacity" }, capacity);
  });
  return groups;
}

function unitText(unit: string | undefined): string {
  return unit === undefined ? "" : ` in ${unit}`;
}

interface Found {
  readonly table: Table;
  readonly index: number;
  readonly finding: Finding;
}

function thousandfold(kind: string, group: readonly Stated[]): Found[] {
  if (group.length < fewestValues) return [];
  const values = Float64Array.from(group, ({ value }) => value).sort();
  const { low, high, step } = quartilesOf(values);
  const isUsual = (value: number): boolean => value >= low / step && value <= high * step;
  const [least, most] = usualEnds(values, low, high);
  return group.flatMap(({ table, index, column, value }) => {
    const isSmall = value < least && isUsual(value * thousand);
    const isLarge = value > most && isUsual(value / thousand);
    if (!isSmall && !isLarge) return [];
    const [less, other] = isSmall
      ? ["less", "GW where the others are in MW"]
      : ["more", "kW where the others are in MW"];
    const text = `${value} is a thousand times ${less} than usual for ${kind}: half of ${group.length} are between ${low} and ${high}. If it is in another unit, such as ${other}, convert it; if it is right, leave it.`;
    return [{ table, index, finding: { code: "CAPACITY_SCALE", column, value, text } }];
  });
}

/**
 * Where the values around the quartiles end: at the next wide gap either way. A kind with a long tail, as small States have small
 * plants, has none, and its ends are usual.
 */
function usualEnds(sorted: Float64Array, low: number, high: number): readonly [number, number] {
  let from = sorted.indexOf(low);
  while (from > 0 && sorted[from]! < widestStep * sorted[from - 1]!) from -= 1;
  let to = sorted.lastIndexOf(high);
  while (to < sorted.length - 1 && sorted[to + 1]! < widestStep * sorted[to]!) to += 1;
  return [sorted[from]!, sorted[to]!];
}

/** A unit as its prefix and what it is a multiple of; null where it has none. */
function prefixOf(unit: string | undefined): { readonly prefix: string; readonly of: string } | null {
  const found = /^([kMGT])(\S.*)$/u.exec(unit?.trim() ?? "");
  return found === null ? null : { prefix: found[1]!, of: found[2]! };
}

/** Rows whose unit is that of the producers of their network but for the prefix: theirs would be taken for the usual one. */
function otherPrefixes({ dataset: { assets, connections }, context }: Facts): Issue[] {
  const usual = usualUnits(assets);
  const differs = (commodity: string, unit: string | undefined): string | null => {
    const [of, own] = [usual.get(commodity), prefixOf(unit)];
    const known = prefixOf(of);
    return own === null || known === null || of === undefined || own.of !== known.of || own.prefix === known.prefix
      ? null
      : of;
  };
  const tell = (table: Table, index: number, unit: string | undefined, commodity: string, of: string): Issue => {
    const text = `The unit is ${unit}, and the amounts of ${commodity} are in ${of}: numbers of one network are taken as they are. Convert it to ${of}.`;
    return rowIssue(context, table, index, { code: "CAPACITY_SCALE", column: "unit", value: unit, text });
  };
  const issues = assets.flatMap((asset, index) => {
    const same = ownAmounts(asset).flatMap(({ commodity }) => {
      const of = differs(commodity, asset.unit);
      return of === null ? [] : [tell("assets", index, asset.unit, commodity, of)];
    });
    return same.slice(0, 1);
  });
  connections.forEach(({ commodity, capacity, unit }, index) => {
    const of = capacity === undefined ? null : differs(commodity, unit);
    if (of !== null) issues.push(tell("connections", index, unit, commodity, of));
  });
  return issues;
}

/** The unit that most producers of a commodity state, where their capacity is what they produce. */
function usualUnits(assets: readonly Asset[]): Map<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const asset of assets) {
    for (const { commodity } of ownAmounts(asset)) {
      const units = counts.get(commodity) ?? new Map<string, number>();
      counts.set(commodity, units.set(asset.unit ?? "", (units.get(asset.unit ?? "") ?? 0) + 1));
    }
  }
  return new Map(
    [...counts].map(([commodity, units]) => {
      const [most] = [...units].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
      return [commodity, most?.[0] ?? ""];
    }),
  );
}

/** The amounts that are the capacity itself, in its unit therefore. */
function ownAmounts({ capacity, unit, produces = [] }: Asset): readonly { readonly commodity: string }[] {
  if (capacity === undefined || unit === undefined) return [];
  return produces.filter(({ amount }) => amount === capacity);
}
