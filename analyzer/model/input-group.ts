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

/**
 * Collects dependencies into their groups, in order of first appearance. Where rows disagree the first stated value wins;
 * the check reports them. Linear in the number of rows.
 */
export function inputGroups(dependencies: readonly Dependency[]): InputGroup[] {
  const byDependent = new Map<string, Map<string, number[]>>();
  const groups: number[][] = [];
  dependencies.forEach((dependency, row) => {
    const byName = byDependent.get(dependency.dependent) ?? new Map<string, number[]>();
    byDependent.set(dependency.dependent, byName);
    const rows = byName.get(groupName(dependency));
    if (rows !== undefined) {
      rows.push(row);
      return;
    }
    groups.push([row]);
    byName.set(groupName(dependency), groups.at(-1)!);
  });
  return groups.map((rows) => inputGroup(dependencies, rows));
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
