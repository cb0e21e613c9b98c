import type { Cell } from "./cell.ts";
import type { Filling } from "./mapping.ts";
import type { GraphPoint, GraphValue } from "./property-graph.ts";

/** Types of columns whose cells are words joined by a bar. */
const listTypes: readonly string[] = ["states", "codes", "amounts", "columns"];

/**
 * A property as the cell of the column it fills, or undefined where it is none that a cell can hold. Numbers become text in
 * columns of text, lists are joined by a bar in columns of lists, a point gives its part to `lon` and `lat`.
 */
export function graphCell(value: GraphValue, { attribute, ours }: Filling): Cell | undefined {
  const type = attribute?.type ?? "text";
  if (typeof value === "number") return type === "number" || type === "boolean" ? value : String(value);
  if (value === null || typeof value !== "object") return value;
  if (isPoint(value)) return ours === "lon" || ours === "lat" ? value[ours] : undefined;
  const isList = attribute === null || listTypes.includes(type);
  return isList && value.every((item) => typeof item !== "object") ? value.join("|") : undefined;
}

function isPoint(value: GraphPoint | readonly GraphValue[]): value is GraphPoint {
  return "lon" in value;
}
