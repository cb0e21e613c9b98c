import type { RecipeReport } from "./recipe.ts";

/** A report for people, line by line: rows in, used and dropped (each with its reason), counts per sector and per rule, notes. */
export function reportLines(report: RecipeReport): string[] {
  const counts = (record: Readonly<Record<string, number>>): string[] =>
    Object.entries(record).map(([word, count]) => `  ${word}: ${count}`);
  return [
    ...report.files.map(
      ({ file, rowsIn, rowsUsed, rowsDropped }) =>
        `${file}: ${rowsIn} rows in, ${rowsUsed} used, ${rowsDropped} dropped`,
    ),
    ...report.dropped.map(({ file, row, id, reason }) => `  dropped ${file}, row ${row} (${id}): ${reason}`),
    "assets per sector",
    ...counts(report.assetsPerSector),
    "dependencies and connections per rule",
    ...counts(report.rowsPerRule),
    ...report.notes,
  ];
}
