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

/** Whether it shows without a table of all ids that no two are the same: each list ascends, and no two lists meet. */
function areAllDifferent(facts: Facts): boolean {
  if (!tables.every((table) => facts.screen[table].isAscending)) return false;
  return (
    !meet(facts, "assets", "dependencies") &&
    !meet(facts, "assets", "connections") &&
    !meet(facts, "connections", "dependencies")
  );
}

/** Whether two ascending lists have an id in common. Most ids of dependencies are longer than any of an asset. */
function meet({ screen }: Facts, one: Table, other: Table): boolean {
  const [some, others] = [screen[one], screen[other]];
  if (![...some.idLengths].some((length) => others.idLengths.has(length))) return false;
  let at = 0;
  for (let row = 0; row < others.rowCount; row += 1) {
    const id = others.idAt(row);
    while (at < some.rowCount && some.idAt(at) < id) at += 1;
    if (at < some.rowCount && some.idAt(at) === id) return true;
  }
  return false;
}
