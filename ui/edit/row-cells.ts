import type { Attribute } from "../../analyzer/index.ts";

/** What stands in the fields of a form, by column; empty is unknown. */
export type Cells = Readonly<Record<string, string>>;

/** A row of the API as the cells of a file. */
export function cellsOf(attributes: readonly Attribute[], row: object): Cells {
  const values = row as Readonly<Record<string, unknown>>;
  return Object.fromEntries(attributes.map(({ name, column }) => [column, cellText(values[name])]));
}

function cellText(value: unknown): string {
  if (value === undefined || value === null) return "";
  if (Array.isArray(value)) return value.map(itemText).join("|");
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}

/** One State with its share, one commodity with its amount, or one word of a list. */
function itemText(item: unknown): string {
  if (typeof item !== "object" || item === null) return String(item);
  if ("state" in item && "share" in item) {
    return item.share === 1 ? String(item.state) : `${String(item.state)}:${String(item.share)}`;
  }
  if (!("commodity" in item)) return "";
  return "amount" in item ? `${String(item.commodity)}:${String(item.amount)}` : String(item.commodity);
}

/** What was typed and differs from what is there: the new cell, or null where the value is taken away. */
export function changedCells(cells: Cells, typed: Cells): Readonly<Record<string, string | null>> {
  const changed = Object.entries(typed)
    .map(([column, text]) => [column, text.trim()] as const)
    .filter(([column, text]) => text !== (cells[column] ?? ""));
  return Object.fromEntries(changed.map(([column, text]) => [column, text === "" ? null : text]));
}

/** The cells of a new row: only those that say something. */
export function filledCells(typed: Cells): Cells {
  const trimmed = Object.entries(typed).map(([column, text]) => [column, text.trim()] as const);
  return Object.fromEntries(trimmed.filter(([, text]) => text !== ""));
}
