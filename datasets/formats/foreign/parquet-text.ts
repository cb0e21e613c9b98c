import type { SchemaElement } from "hyparquet";

/** A value of a column as the text of a cell; null where there is none, also for what is no number and no date. */
export function parquetText(
  value: unknown,
  { type, logical_type: logical, converted_type: converted }: SchemaElement,
): string | null {
  switch (typeof value) {
    case "string":
      return value;
    case "boolean":
    case "bigint":
      return String(value);
    case "number":
      if (Number.isNaN(value)) return null;
      return type === "FLOAT" ? shortFloat(value) : String(value === 0 ? 0 : value);
    default:
  }
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) return null;
    const isDay = converted === "DATE" || logical?.type === "DATE";
    return isDay ? value.toISOString().slice(0, 10) : value.toISOString();
  }
  if (value instanceof Uint8Array) return Buffer.from(value).toString("hex");
  return value === null || value === undefined ? null : JSON.stringify(value);
}

/** The shortest text that is the same number of 32 bits: 0.1 and not 0.10000000149011612. */
function shortFloat(value: number): string {
  for (let digits = 6; digits < 9; digits += 1) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return String(short);
  }
  return String(value);
}
