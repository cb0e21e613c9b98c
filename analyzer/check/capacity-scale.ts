import type { Asset, CommodityAmount } from "../model/asset.ts";
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

/** Where a number stands, but for the row. */
interface Side {
  readonly table: Table;
  readonly column: string;
}

/** Numbers of rows that can be compared with one another: value n is that of row `index[n]`. */
interface Stated {
  readonly side: Side[];
  readonly index: number[];
  readonly value: number[];
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

const capacityOfAsset: Side = { table: "assets", column: "capacity" };
const produced: Side = { table: "assets", column: "produces" };
const consumed: Side = { table: "assets", column: "consumes" };
const capacityOfConnection: Side = { table: "connections", column: "capacity" };
const none: readonly CommodityAmount[] = [];

/** Capacities of assets by kind and unit, amounts by kind, side and commodity, capacities of connections by commodity and unit. */
function statedByKind({ assets, connections }: Dataset): Map<string, Stated> {
  const groups = new Map<string, Stated>();
  const capacities = new Kinds(groups, (kind, unit) => `capacity of ${kind}${unitText(unit)}`);
  const making = new Kinds(groups, (kind, commodity) => `${commodity} produced by ${kind}`);
  const taking = new Kinds(groups, (kind, commodity) => `${commodity} consumed by ${kind}`);
  const carrying = new Kinds(groups, (commodity, unit) => `connections of ${commodity}${unitText(unit)}`);
  for (let index = 0; index < assets.length; index += 1) {
    const { kind, capacity, unit, produces = none, consumes = none } = assets[index]!;
    capacities.add(kind, unit, capacityOfAsset, index, capacity);
    for (const { commodity, amount } of produces) making.add(kind, commodity, produced, index, amount);
    for (const { commodity, amount } of consumes) taking.add(kind, commodity, consumed, index, amount);
  }
  for (let index = 0; index < connections.length; index += 1) {
    const { commodity, capacity, unit } = connections[index]!;
    carrying.add(commodity, unit, capacityOfConnection, index, capacity);
  }
  return groups;
}

/** Groups of numbers by two words, so that the words that name a group are put together once for each and not for each number. */
class Kinds {
  readonly #groups: Map<string, Stated>;
  readonly #nameOf: (one: string, other: string | undefined) => string;
  readonly #known = new Map<string, Map<string | undefined, Stated>>();

  constructor(groups: Map<string, Stated>, nameOf: (one: string, other: string | undefined) => string) {
    this.#groups = groups;
    this.#nameOf = nameOf;
  }

  /** Adds a number, where it is one above 0. */
  add(one: string, other: string | undefined, side: Side, index: number, value: number | undefined): void {
    if (value === undefined || !(value > 0) || value === Number.POSITIVE_INFINITY) return;
    const group = this.#known.get(one)?.get(other) ?? this.#make(one, other);
    group.side.push(side);
    group.index.push(index);
    group.value.push(value);
  }

  #make(one: string, other: string | undefined): Stated {
    const name = this.#nameOf(one, other);
    const group = this.#groups.get(name) ?? { side: [], index: [], value: [] };
    this.#groups.set(name, group);
    const known = this.#known.get(one) ?? new Map<string | undefined, Stated>();
    this.#known.set(one, known.set(other, group));
    return group;
  }
}

function unitText(unit: string | undefined): string {
  return unit === undefined ? "" : ` in ${unit}`;
}

interface Found {
  readonly table: Table;
  readonly index: number;
  readonly finding: Finding;
}

function thousandfold(kind: string, group: Stated): Found[] {
  const count = group.value.length;
  if (count < fewestValues) return [];
  const values = new Float64Array(group.value).sort();
  const { low, high, step } = quartilesOf(values);
  const isUsual = (value: number): boolean => value >= low / step && value <= high * step;
  const [least, most] = usualEnds(values, low, high);
  const found: Found[] = [];
  for (let at = 0; at < count; at += 1) {
    const value = group.value[at]!;
    const isSmall = value < least && isUsual(value * thousand);
    const isLarge = value > most && isUsual(value / thousand);
    if (!isSmall && !isLarge) continue;
    const { table, column } = group.side[at]!;
    const [less, other] = isSmall
      ? ["less", "GW where the others are in MW"]
      : ["more", "kW where the others are in MW"];
    const text = `${value} is a thousand times ${less} than usual for ${kind}: half of ${count} are between ${low} and ${high}. If it is in another unit, such as ${other}, convert it; if it is right, leave it.`;
    found.push({ table, index: group.index[at]!, finding: { code: "CAPACITY_SCALE", column, value, text } });
  }
  return found;
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
  const issues: Issue[] = [];
  for (let index = 0; index < assets.length; index += 1) {
    const asset = assets[index]!;
    if (!statesWhatItProduces(asset)) continue;
    for (const { commodity } of ownAmounts(asset)) {
      const of = differs(commodity, asset.unit);
      if (of === null) continue;
      issues.push(tell("assets", index, asset.unit, commodity, of));
      break;
    }
  }
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
    if (!statesWhatItProduces(asset)) continue;
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

/** Whether an asset has a capacity with a unit, and produces something. */
function statesWhatItProduces({ capacity, unit, produces }: Asset): boolean {
  return capacity !== undefined && unit !== undefined && produces !== undefined;
}

/** The amounts that are the capacity itself, in its unit therefore. */
function ownAmounts({ capacity, produces = [] }: Asset): readonly { readonly commodity: string }[] {
  return produces.filter(({ amount }) => amount === capacity);
}
