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

/** So many groups of one dependent are looked through one by one. */
const fewGroups = 8;

/**
 * Finds the groups of dependencies. Linear in the rows.
 *
 * @param dependent [row] a number below `dependentCount` for each dependent; rows are of one only where it is the same
 */
export function groupRows(
  dependencies: readonly Dependency[],
  dependent: Int32Array,
  dependentCount: number,
): GroupRows {
  const byDependent = groupByKey(dependent, dependentCount);
  const lead = new Int32Array(dependencies.length);
  for (let key = 0; key < dependentCount; key += 1) {
    const from = byDependent.start[key]!;
    const to = byDependent.start[key + 1]!;
    if (to > from) findLeads(dependencies, byDependent.items, from, to, lead);
  }
  const groupOf = new Int32Array(dependencies.length);
  let count = 0;
  for (let row = 0; row < dependencies.length; row += 1) {
    const first = lead[row]!;
    groupOf[row] = first === row ? count : groupOf[first]!;
    if (first === row) count += 1;
  }
  const { start, items } = groupByKey(groupOf, count);
  return { start, rows: items };
}

/** Writes the first row of its group for each row of one dependent: those at `from` up to `to` of `rows`. */
function findLeads(
  dependencies: readonly Dependency[],
  rows: Int32Array,
  from: number,
  to: number,
  lead: Int32Array,
): void {
  const names: string[] = [];
  const firsts: number[] = [];
  let many: Map<string, number> | null = null;
  for (let at = from; at < to; at += 1) {
    const row = rows[at]!;
    const name = groupName(dependencies[row]!);
    if (many === null && names.length === fewGroups) many = new Map(names.map((known, index) => [known, index]));
    const index = many === null ? names.indexOf(name) : (many.get(name) ?? -1);
    if (index !== -1) {
      lead[row] = firsts[index]!;
      continue;
    }
    many?.set(name, names.length);
    names.push(name);
    firsts.push(row);
    lead[row] = row;
  }
}

/**
 * Collects dependencies into their groups, in order of first appearance. Where rows disagree the first stated value wins;
 * the check reports them. Linear in the number of rows.
 */
export function inputGroups(dependencies: readonly Dependency[]): InputGroup[] {
  const numbers = new Map<string, number>();
  const dependent = Int32Array.from(dependencies, (row) => {
    const number = numbers.get(row.dependent) ?? numbers.size;
    numbers.set(row.dependent, number);
    return number;
  });
  const { start, rows } = groupRows(dependencies, dependent, numbers.size);
  return Array.from({ length: start.length - 1 }, (_, group) => {
    return inputGroup(dependencies, Array.from(rows.subarray(start[group], start[group + 1])));
  });
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
