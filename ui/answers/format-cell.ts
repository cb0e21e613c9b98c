import { formatCount, formatShort, formatValue } from "../data/numbers.ts";
import type { CellValue } from "./describe-answer.ts";
import type { FieldKind } from "./field-words.ts";
import { choiceName } from "./choice-names.ts";

const probability = new Intl.NumberFormat("en", { style: "percent", maximumSignificantDigits: 3 });
const small = new Intl.NumberFormat("en", { maximumSignificantDigits: 3 });

/** A probability with three digits that say something: `0.35%`, `62.5%`. */
export const formatProbability = (value: number): string => probability.format(value);

/** A number with at most two decimals, or three digits where it is small. */
export const formatNumber = (value: number): string =>
  value !== 0 && Math.abs(value) < 1 ? small.format(value) : formatValue(value);

/** An estimate with about three digits, since the rest of them is chance: `309`, `44.3`, `1.24M`. */
export function formatEstimate(value: number): string {
  if (Math.abs(value) >= 10_000) return formatShort(value);
  return Math.abs(value) >= 100 ? formatCount(value) : small.format(value);
}

/** From and to of an estimate, where an end may be open. */
export const formatEstimates = (interval: readonly (number | null)[]): string =>
  interval.map((end) => (end === null ? "?" : formatEstimate(end))).join(" – ");

/** From and to of an interval; an end that could not be set is open. */
export function formatInterval(interval: readonly (number | null)[], kind: FieldKind): string {
  const [low, high] = interval.map((end) => (end === null ? null : formatOne(end, kind)));
  return `${low ?? "?"} – ${high ?? "?"}`;
}

function formatOne(value: number, kind: FieldKind): string {
  if (kind === "share") return formatProbability(value);
  return Number.isInteger(value) ? formatCount(value) : formatNumber(value);
}

/** A value as it is read; ids stay ids, null is not known. */
export function formatCell(value: CellValue, kind: FieldKind, name: string): string {
  if (value === null) return "not known";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "string") return kind === "text" && name !== "unit" ? choiceName(value) : value;
  if (typeof value === "number") return kind === "text" ? String(value) : formatOne(value, kind);
  if (value.length === 0) return "none";
  if (/interval/i.test(name)) return formatInterval(value as readonly (number | null)[], kind);
  return value.map((each) => (typeof each === "number" ? formatOne(each, kind) : String(each))).join(", ");
}
