import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { rawFolder } from "./raw-folder.ts";

/** The set that others merged of the same raw files by the same rules, as rows of text: what a build is compared with. */
export interface MergedReference {
  readonly nodes: readonly Readonly<Record<string, string>>[];
  /** Counts of its links by the short name of their rule. */
  readonly rowsPerRule: Readonly<Record<string, number>>;
}

export function readMergedReference(): MergedReference {
  const read = (file: string): Record<string, string>[] =>
    parse(readFileSync(join(rawFolder, "merged-eu-open", file)), { columns: true, bom: true });
  const rowsPerRule: Record<string, number> = {};
  for (const { rule = "" } of read("edges.csv")) {
    const id = rule.split(" ", 1)[0] ?? "";
    rowsPerRule[id] = (rowsPerRule[id] ?? 0) + 1;
  }
  return { nodes: read("nodes.csv"), rowsPerRule };
}
