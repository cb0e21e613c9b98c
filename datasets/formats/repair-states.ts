import type { DatasetDescription, StateShare } from "../../analyzer/index.ts";
import { otherStateCodes } from "../states.ts";
import { StoredValues } from "./csv/stored-column.ts";
import type { IssueList } from "./issue-list.ts";
import { formatIssue } from "./read-error.ts";
import type { TableCollector } from "./table-collector.ts";

/** Reads `UK` as `GB` and `EL` as `GR` in the assets, unless the dataset has a State of its own of that code, and says so once a file. */
export function repairStates(
  collectors: readonly TableCollector[],
  { states = [] }: Pick<DatasetDescription, "states">,
  issues: IssueList,
): void {
  const own = new Set(states.map(({ code }) => code));
  for (const collector of collectors) {
    const { table, file } = collector;
    if (table !== "assets") continue;
    for (const [code, iso] of otherStateCodes) {
      if (own.has(code) || !mayName(collector, code)) continue;
      const repaired = collector.rows.flatMap((values, at) =>
        repairRow(values, code, iso) ? [collector.rowNumberAt(at) ?? 0] : [],
      );
      const [first] = repaired;
      if (first === undefined) continue;
      const text = `${code} is read as ${iso}, its code in ISO 3166-1, in ${repaired.length} ${repaired.length === 1 ? "row" : "rows"}; this is the first.`;
      issues.tell(formatIssue("STATE_REPAIRED", { file, row: first, column: "states", value: code, text }));
    }
  }
}

/** Whether a row may name a State by a code; where there are no rows yet, this is told without making them. */
function mayName({ columns }: TableCollector, code: string): boolean {
  if (columns === null) return true;
  return ["states", "operatorStates"].some((name) => {
    const column = columns.column(name);
    return column instanceof StoredValues && column.values.some((value) => JSON.stringify(value).includes(code));
  });
}

function repairRow(values: Record<string, unknown>, code: string, iso: string): boolean {
  const shares = values["states"] as readonly StateShare[] | undefined;
  const operators = values["operatorStates"] as readonly string[] | undefined;
  const hasShare = shares?.some(({ state }) => state === code) === true;
  const hasOperator = operators?.includes(code) === true;
  if (hasShare) values["states"] = shares.map((each) => (each.state === code ? { ...each, state: iso } : each));
  if (hasOperator) values["operatorStates"] = operators.map((each) => (each === code ? iso : each));
  return hasShare || hasOperator;
}
