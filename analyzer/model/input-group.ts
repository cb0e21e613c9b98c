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
  const groups = new Map<string, { dependent: string; name: string; rows: number[]; stated: Partial<Dependency> }>();
  dependencies.forEach((dependency, row) => {
    const name = groupName(dependency);
    const key = JSON.stringify([dependency.dependent, name]);
    let group = groups.get(key);
    if (group === undefined) {
      group = { dependent: dependency.dependent, name, rows: [], stated: {} };
      groups.set(key, group);
    }
    group.rows.push(row);
    if (groupColumns.some((column) => dependency[column] !== undefined)) {
      group.stated = { ...pickGroupColumns(dependency), ...group.stated };
    }
  });
  return [...groups.values()].map(({ stated, ...group }) => ({ ...group, ...stated }));
}

function pickGroupColumns(dependency: Dependency): Pick<Dependency, GroupColumn> {
  return Object.fromEntries(
    groupColumns.filter((column) => dependency[column] !== undefined).map((column) => [column, dependency[column]]),
  );
}
