import { ownColumnPrefix, tableAttributes, tables } from "../model/attributes.ts";
import type { Issue } from "../model/issue.ts";
import type { Facts } from "./facts.ts";
import { rowIssue } from "./make-issue.ts";

/** Does `assumed` name columns that exist? A wrong name would hide an assumption. */
export function checkAssumedColumns({ dataset, context, screen }: Facts): Issue[] {
  return tables.flatMap((table) => {
    const columns = new Set(tableAttributes[table].map((attribute) => attribute.column));
    return screen[table].suspects.flatMap((index) =>
      (dataset[table][index]?.assumed ?? [])
        .filter((column) => !columns.has(column) && !column.startsWith(ownColumnPrefix))
        .map((column) => {
          const text = `assumed names ${column}, which is no column of ${table}.`;
          return rowIssue(context, table, index, { code: "ASSUMED_UNKNOWN", column: "assumed", value: column, text });
        }),
    );
  });
}
