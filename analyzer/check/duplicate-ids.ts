import { type Table, tables } from "../model/attributes.ts";
import type { Issue } from "../model/issue.ts";
import type { Facts } from "./facts.ts";
import { placeText, rowIssue } from "./make-issue.ts";

/** Does an id name one row? Two rows of one table may not share it; rows of two tables can, but an overlay then cannot tell them apart. */
export function checkDuplicateIds(facts: Facts): Issue[] {
  const { dataset, context } = facts;
  if (areAllDifferent(facts)) return [];
  const issues: Issue[] = [];
  const first = new Map<string, { table: Table; index: number }>();
  for (const table of tables) {
    dataset[table].forEach(({ id }, index) => {
      const other = first.get(id);
      if (other === undefined) {
        first.set(id, { table, index });
        return;
      }
      const where = placeText(context.locate(other.table, other.index));
      const found = { column: "id", value: id };
      issues.push(
        other.table === table
          ? rowIssue(context, table, index, {
              ...found,
              code: "ID_DUPLICATE",
              text: `The id ${id} is already that of ${where}: every row needs its own.`,
            })
          : rowIssue(context, table, index, {
              ...found,
              code: "ID_SHARED",
              text: `The id ${id} is also that of ${where}; an overlay cannot change one of them alone.`,
            }),
      );
    });
  }
  return issues;
}

type Rows = readonly { readonly id: string }[];

/** Whether it shows without a table of all ids that no two are the same: each list ascends, and no two lists meet. */
function areAllDifferent({ dataset: { assets, dependencies, connections }, screen }: Facts): boolean {
  if (!tables.every((table) => screen[table].isAscending)) return false;
  return !meet(assets, dependencies) && !meet(assets, connections) && !meet(connections, dependencies);
}

/** Whether two ascending lists have an id in common. */
function meet(some: Rows, others: Rows): boolean {
  const lengths = new Set<number>();
  for (const { id } of some) lengths.add(id.length);
  let at = 0;
  for (const { id } of others) {
    // Most ids of dependencies are made of two ids of assets, and longer than any of these.
    if (!lengths.has(id.length)) continue;
    while (at < some.length && some[at]!.id < id) at += 1;
    if (at < some.length && some[at]!.id === id) return true;
  }
  return false;
}
