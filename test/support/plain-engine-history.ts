/**
 * Times of the plain twin are whole billionths of an hour, so that sums of times are exact and two events of one time
 * are one instant (model.md section 2, One instant).
 */
export const nanosPerHour = 1e9;

/** Levels closer than this are one level where intervals are joined (model.md section 2). */
export const sameLevel = 1e-9;
/** What moves by no more than this has not moved (model.md section 2, One instant). */
export const unmoved = 1e-12;

/** Hours as whole billionths of an hour. */
export function toNanos(hours: number): number {
  return Math.round(hours * nanosPerHour);
}

/** From this time on (inclusive) the level holds, until the next step. */
export interface Step {
  readonly at: number;
  readonly level: number;
}

/** A right-continuous step function of time, by rising time; it is 1 before its first step. */
export type History = readonly Step[];

/** The level at a time. */
export function levelAt(history: History, at: number): number {
  return history.findLast((step) => step.at <= at)?.level ?? 1;
}

/** The lowest level over [from, to), without `to` itself; 1 over an empty interval. */
export function lowestBefore(history: History, from: number, to: number): number {
  if (from >= to) return 1;
  const inside = history.filter((step) => step.at > from && step.at < to).map((step) => step.level);
  return Math.min(levelAt(history, from), ...inside);
}

/** Adds what holds from `at` on, where it is anything new. */
export function record(history: Step[], at: number, level: number): void {
  if (level !== (history.at(-1)?.level ?? 1)) history.push({ at, level });
}

/** The moves of a history that count as one: the steps more than the tolerance away from the last one that did. */
export function changes(
  history: History,
  tolerance: number,
): { readonly at: number; readonly from: number; readonly to: number }[] {
  const moves: { at: number; from: number; to: number }[] = [];
  for (const { at, level } of history) {
    const from = moves.at(-1)?.to ?? 1;
    if (Math.abs(level - from) > tolerance) moves.push({ at, from, to: level });
  }
  return moves;
}
