import type { Problem } from "../data/api-types.ts";

/** What is wrong with an edit, where the form says it. */
export interface PlacedFaults {
  /** By column: what its field says. */
  readonly atField: ReadonlyMap<string, string>;
  /** Above the form: what is about no field of it. */
  readonly above: readonly string[];
}

/** Puts the errors of a refused edit at the fields they are about; a problem without any is said above the form. */
export function placeFaults(problem: Problem | null, columns: ReadonlySet<string>): PlacedFaults {
  if (problem === null) return { atField: new Map(), above: [] };
  const errors = (problem.issues ?? []).filter(({ severity }) => severity === "error");
  const atField = new Map<string, string>();
  const above: string[] = [];
  for (const { column, text } of errors) {
    if (column === null || !columns.has(column)) above.push(text);
    else if (!atField.has(column)) atField.set(column, text);
  }
  return { atField, above: errors.length === 0 ? [problem.detail] : above };
}
