import { tables, type Table } from "../model/attributes.ts";
import { byId, type Dataset } from "../model/dataset.ts";
import { type Issue, nowhere } from "../model/issue.ts";
import type { Change, Overlay } from "../model/overlay.ts";

type Row = Dataset[Table][number];

/**
 * A dataset with an overlay on top; the dataset itself is not touched. Rows are removed first, then changed, then added, so
 * that a row can be replaced. An id that leads nowhere, is there already, or is ambiguous is an issue. References are for
 * the check of the result to judge.
 *
 * Cost: O(n log n) in the rows of both.
 */
export function applyOverlay(dataset: Dataset, overlay: Overlay): { dataset: Dataset; issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const rows: Record<Table, Map<string, Row>> = {
    assets: rowsById(dataset.assets),
    dependencies: rowsById(dataset.dependencies),
    connections: rowsById(dataset.connections),
  };
  for (const table of tables) {
    for (const id of overlay.remove[table]) {
      if (!rows[table].delete(id)) {
        issues.push(
          problem("OVERLAY_UNKNOWN_ID", `remove.${table}`, id, `the dataset has no such row to remove: ${id}`),
        );
      }
    }
  }
  for (const change of overlay.change) issues.push(...applyChange(rows, change));
  for (const table of tables) {
    for (const row of overlay.add[table]) {
      if (rows[table].has(row.id)) {
        issues.push(problem("OVERLAY_DUPLICATE_ID", `add.${table}`, row.id, `the dataset already has ${row.id}`));
      }
      rows[table].set(row.id, row);
    }
  }
  return {
    dataset: {
      description: dataset.description,
      assets: sorted(rows.assets) as Dataset["assets"],
      dependencies: sorted(rows.dependencies) as Dataset["dependencies"],
      connections: sorted(rows.connections) as Dataset["connections"],
    },
    issues,
  };
}

function applyChange(rows: Record<Table, Map<string, Row>>, change: Change): Issue[] {
  const { id, ...properties } = change;
  const holders = tables.filter((table) => rows[table].has(id));
  if (holders.length === 0) {
    return [problem("OVERLAY_UNKNOWN_ID", "change", id, `the dataset has no row ${id} to change`)];
  }
  if (holders.length > 1) {
    const text = `${id} names a row of ${holders.join(" and of ")}; remove and add the row instead`;
    return [problem("OVERLAY_AMBIGUOUS_ID", "change", id, text)];
  }
  for (const table of holders) {
    const row = rows[table].get(id);
    const extra = stated({ ...row?.extra, ...(properties["extra"] as object | undefined) });
    const own = Object.keys(extra).length === 0 ? null : extra;
    rows[table].set(id, stated({ ...row, ...properties, extra: own }) as unknown as Row);
  }
  return [];
}

/** The properties that are not taken away. */
function stated(properties: object): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== null));
}

function rowsById(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.id, row]));
}

function sorted(rows: ReadonlyMap<string, Row>): Row[] {
  return [...rows.values()].toSorted(byId);
}

function problem(code: string, column: string, value: string, text: string): Issue {
  return { ...nowhere, severity: "error", code, column, value, text };
}
