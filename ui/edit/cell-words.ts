import type { Attribute } from "../../analyzer/index.ts";

/** The column as people read it, with the unit where it does not say it itself: "People served (persons)", "Repair hours". */
export function fieldTitle({ column, unit }: Attribute): string {
  const words = column.replaceAll("_", " ");
  const title = words.charAt(0).toUpperCase() + words.slice(1);
  const said = unit === undefined || column === "capacity" || (unit === "h" && column.endsWith("hours"));
  return said ? title : `${title} (${unit})`;
}

/** How a value is written where that cannot be guessed. */
export function writingHint({ type }: Attribute): string | undefined {
  if (type === "states") return "DE, or FR:0.5|ES:0.5";
  if (type === "amounts") return "electricity:1200 or gas:40|heat";
  if (type === "columns") return "capacity|restart_hours";
  return undefined;
}

/** What an empty field means. */
export function emptyWords({ default: taken }: Attribute): string {
  return taken === undefined ? "unknown" : `unknown, taken as ${String(taken)}`;
}
