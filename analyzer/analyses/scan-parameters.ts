import { limits } from "../model/limits.ts";
import { consequences } from "../model/result.ts";
import { aftermathHours, scanLossHours } from "../model/scenario.ts";

/** JSON Schema of a number of hours above 0. */
export const hoursSchema = (title: string, fallback: number | null) => ({
  type: "number",
  title,
  exclusiveMinimum: 0,
  maximum: limits.horizonHours,
  unit: "h",
  ...(fallback === null ? {} : { default: fallback }),
});

/** What every single-failure scan is asked. */
export const scanParameters = {
  hours: hoursSchema("How long each asset is lost", scanLossHours),
  horizonHours: hoursSchema(`How long each loss is watched (hours + ${aftermathHours} unless said)`, null),
  by: { type: "string", title: "Consequence to rank by", enum: consequences, default: "outageHours" },
} as const;

export const limitParameter = {
  type: "integer",
  title: "Rows to give (all unless said)",
  minimum: 1,
  unit: "rows",
} as const;
