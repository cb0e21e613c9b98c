import type { Issue } from "../model/issue.ts";
import type { Facts } from "./facts.ts";
import { placeText, rowIssue } from "./make-issue.ts";

/** Do capacities say what they count, and the connections of one network the same? */
export function checkCapacityUnits({ dataset, context }: Facts): Issue[] {
  const issues: Issue[] = [];
  for (const table of ["assets", "connections"] as const) {
    const rows: readonly { readonly capacity?: number; readonly unit?: string }[] = dataset[table];
    for (let index = 0; index < rows.length; index += 1) {
      const { capacity, unit } = rows[index]!;
      if (capacity === undefined || unit !== undefined) continue;
      const text = `A capacity of ${capacity} needs a unit to mean anything: fill the column unit.`;
      issues.push(rowIssue(context, table, index, { code: "CAPACITY_WITHOUT_UNIT", column: "unit", text }));
    }
  }
  const first = new Map<string, { unit: string; index: number }>();
  dataset.connections.forEach(({ capacity, unit, commodity }, index) => {
    if (capacity === undefined || unit === undefined) return;
    const other = first.get(commodity);
    if (other === undefined) first.set(commodity, { unit, index });
    else if (other.unit !== unit) {
      const where = placeText(context.locate("connections", other.index));
      const text = `Capacities of ${commodity} are in ${unit} here and in ${other.unit} in ${where}: they cannot be summed.`;
      issues.push(
        rowIssue(context, "connections", index, { code: "CAPACITY_UNITS_MIXED", column: "unit", value: unit, text }),
      );
    }
  });
  return issues;
}
