import { ownColumnPrefix } from "../../analyzer/index.ts";
import type { Cells } from "./row-cells.ts";

/** `Inspected on` as `x_Inspected_on`; null where nothing of a name is left. */
export function ownColumnName(text: string): string | null {
  const plain = text
    .trim()
    .replace(/^x_/u, "")
    .replace(/[^\p{L}\p{N}_.-]+/gu, "_")
    .replace(/^_+|_+$/gu, "")
    .slice(0, 50);
  return plain === "" ? null : `${ownColumnPrefix}${plain}`;
}

/** The own columns that a row has, and those typed besides. */
export function ownColumnsOf(extra: Cells, typed: Cells): readonly string[] {
  const added = Object.keys(typed).filter((column) => column.startsWith(ownColumnPrefix));
  return [...new Set([...Object.keys(extra), ...added])];
}
