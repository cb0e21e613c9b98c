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
  const groups: GroupInMaking[] = [];
  const byDependent = new Map<string, Map<string, GroupInMaking>>();
  dependencies.forEach((dependency, row) => {
    const { dependent } = dependency;
    const name = groupName(dependency);
    let own = byDependent.get(dependent);
    if (own === undefined) byDependent.set(dependent, (own = new Map()));
    let group = own.get(name);
    if (group === undefined) {
      group = { dependent, name, rows: [] };
      own.set(name, group);
      groups.push(group);
    }
    group.rows.push(row);
    if (dependency.need !== undefined) group.need ??= dependency.need;
    if (dependency.rule !== undefined) group.rule ??= dependency.rule;
    if (dependency.loss !== undefined) group.loss ??= dependency.loss;
    if (dependency.bufferHours !== undefined) group.bufferHours ??= dependency.bufferHours;
  });
  return groups;
}

type GroupInMaking = { -readonly [column in keyof InputGroup]: InputGroup[column] } & { rows: number[] };
