import { groupByKey } from "./group-by-key.ts";
import { type Dependency, type GroupRule, networkCommodity } from "./dependency.ts";

/**
 * The dependencies of one dependent that can stand in for one another (model.md section 1). `rows` are positions in the
 * list of dependencies it was made from, in that order. Group columns that no row states are absent.
 */
export interface InputGroup {
  readonly dependent: string;
  readonly name: string;
  readonly rows: readonly number[];
  readonly need?: number;
  readonly rule?: GroupRule;
  readonly loss?: number;
  readonly bufferHours?: number;
}

/** The columns that belong to a group and not to one of its rows. */
export const groupColumns = ["need", "rule", "loss", "bufferHours"] as const;
export type GroupColumn = (typeof groupColumns)[number];

/**
 * The name of the group a row is in: what it states; for a network's row without one the default group of that network
 * (`@electricity`); otherwise a group of its own, named after the row.
 */
export function groupName(dependency: Dependency): string {
  if (dependency.group !== undefined) return dependency.group;
  return networkCommodity(dependency.provider) === null ? dependency.id : dependency.provider;
}

/** Rows by the group they are in: those of group g are `rows[start[g]]` up to, not including, `rows[start[g + 1]]`, ascending. */
export interface GroupRows {
  /** [group + 1] groups in order of their first row. */
  readonly start: Int32Array;
  readonly rows: Int32Array;
}

/**
 * Finds the groups of dependencies. Linear in the rows and the numbers.
 *
 * @param dependent [row] a number below `dependentCount` for each dependent; rows are of one only where it is the same
 * @param name [row] a number below `nameCount` for the name of its group
 */
export function groupRows(
  dependent: Int32Array,
  dependentCount: number,
  name: Int32Array,
  nameCount: number,
): GroupRows {
  const byDependent = groupByKey(dependent, dependentCount);
  // [name] where in the order by dependents its latest group has its first row.
  const latest = new Int32Array(nameCount).fill(-1);
  const lead = new Int32Array(dependent.length);
  for (let key = 0; key < dependentCount; key += 1) {
    const from = byDependent.start[key]!;
    for (let at = from; at < byDependent.start[key + 1]!; at += 1) {
      const row = byDependent.items[at]!;
      const number = name[row]!;
      // One before these rows is that of another dependent.
      if (latest[number]! < from) latest[number] = at;
      lead[row] = byDependent.items[latest[number]!]!;
    }
  }
  let count = 0;
  const groupOf = lead;
  for (let row = 0; row < lead.length; row += 1) {
    const first = lead[row]!;
    // The rows before have their groups by now.
    groupOf[row] = first === row ? count : groupOf[first]!;
    if (first === row) count += 1;
  }
  const { start, items } = groupByKey(groupOf, count);
  return { start, rows: items };
}

/**
 * Collects dependencies into their groups, in order of first appearance. Where rows disagree the first stated value wins;
 * the check reports them. Linear in the number of rows.
 */
export function inputGroups(dependencies: readonly Dependency[]): InputGroup[] {
  const dependents = new Map<string, number>();
  const names = new Map<string, number>();
  const dependent = Int32Array.from(dependencies, (row) => numberOf(dependents, row.dependent));
  const name = Int32Array.from(dependencies, (row) => numberOf(names, groupName(row)));
  const { start, rows } = groupRows(dependent, dependents.size, name, names.size);
  return Array.from({ length: start.length - 1 }, (_, group) => {
    return inputGroup(dependencies, Array.from(rows.subarray(start[group], start[group + 1])));
  });
}

/** The number of a text, the next one where it has none. */
function numberOf(numbers: Map<string, number>, text: string): number {
  const number = numbers.get(text) ?? numbers.size;
  numbers.set(text, number);
  return number;
}

/** The group that rows make together. */
function inputGroup(dependencies: readonly Dependency[], rows: readonly number[]): InputGroup {
  const first = dependencies[rows[0]!]!;
  const group: GroupInMaking = { dependent: first.dependent, name: groupName(first), rows: [...rows] };
  for (const row of rows) {
    const { need, rule, loss, bufferHours } = dependencies[row]!;
    if (need !== undefined) group.need ??= need;
    if (rule !== undefined) group.rule ??= rule;
    if (loss !== undefined) group.loss ??= loss;
    if (bufferHours !== undefined) group.bufferHours ??= bufferHours;
  }
  return group;
}

type GroupInMaking = { -readonly [column in keyof InputGroup]: InputGroup[column] } & { rows: number[] };
