/**
 * Time inside the engine: whole billionths of an hour, as a double. Sums of times are then exact (to 2^53 ticks, about
 * 9 million hours) and two times that the model calls one instant are equal numbers (model.md section 2, "One instant").
 */
export const ticksPerHour = 1e9;

/** Hours to the nearest tick; Infinity stays Infinity. */
export function toTicks(hours: number): number {
  return Math.round(hours * ticksPerHour);
}

/** Ticks to hours. */
export function toHours(ticks: number): number {
  return ticks / ticksPerHour;
}
