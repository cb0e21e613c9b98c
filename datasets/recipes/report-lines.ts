import type { RawFileReport, RecipeReport } from "./recipe.ts";

/** A report for people, line by line: rows in, used, left out and dropped (each with its reason), counts per sector and per rule, notes. */
export function reportLines(report: RecipeReport): string[] {
  const counts = (record: Readonly<Record<string, number>>): string[] =>
    Object.entries(record).map(([word, count]) => `  ${word}: ${count}`);
  return [
    ...report.files.flatMap(fileLines),
    ...report.dropped.map(({ file, row, id, reason }) => `  dropped ${file}, row ${row} (${id}): ${reason}`),
    "assets per sector",
    ...counts(report.assetsPerSector),
    "dependencies and connections per rule",
    ...counts(report.rowsPerRule),
    ...report.notes,
  ];
}

function fileLines({ file, rowsIn, rowsUsed, rowsDropped, leftOut }: RawFileReport): string[] {
  return [
    `${file}: ${rowsIn} rows in, ${rowsUsed} used, ${rowsDropped} dropped`,
    ...Object.entries(leftOut).map(([reason, rows]) => `  ${rows} left out: ${reason}`),
  ];
}
