import { type Asset, type Connection, compareIds, type Dependency } from "../../analyzer/index.ts";
import type { DroppedRow, RawFileReport, RecipeReport } from "./recipe.ts";

/** Counts what the recipe made of the raw rows. Linear. */
export function makeReport(input: {
  readonly files: readonly RawFileReport[];
  readonly dropped: readonly DroppedRow[];
  readonly assets: readonly Asset[];
  readonly links: readonly (Dependency | Connection)[];
  readonly notes: readonly string[];
}): RecipeReport {
  return {
    files: input.files,
    dropped: input.dropped,
    assetsPerSector: count(input.assets.map((asset) => asset.sector)),
    rowsPerRule: count(input.links.map((row) => row.ruleId ?? "")),
    notes: input.notes,
  };
}

function count(words: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a], [b]) => compareIds(a, b)));
}
