import { type Table, tables } from "../model/attributes.ts";
import type { Issue } from "../model/issue.ts";
import type { Facts } from "./facts.ts";
import { placeText, rowIssue } from "./make-issue.ts";

/** Does an id name one row? Two rows of one table may not share it; rows of two tables can, but an overlay then cannot tell them apart. */
export function checkDuplicateIds({ dataset, context }: Facts): Issue[] {
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
