import { distanceKm } from "../../../../analyzer/index.ts";
import type { Fact } from "../../../../datasets/recipes/europe/fact.ts";
import type { Reference } from "./shared-data.ts";

/** How far apart two places, and two amounts, may be to count as the same. */
export const tolerance = { km: 25, share: 0.2 };

/** `agrees`: a raw file has it at the place and in the size; `differs`: at the place, in another size; `not held`: nothing at the place. */
export type Verdict = "agrees" | "differs" | "not held";

/** Compares one fact with the raw rows around it, one by one and added up: files split and join plants differently. */
export function compareFact(fact: Pick<Fact, "lon" | "lat" | "capacity">, rows: readonly Reference[]): Verdict {
  const near = rows.filter((row) => distanceKm(fact, row) <= tolerance.km);
  if (near.length === 0) return "not held";
  const { capacity } = fact;
  const stated = near.filter(({ amount }) => Number.isFinite(amount));
  if (capacity === undefined || stated.length === 0) return "agrees";
  const together = stated.reduce((sum, { amount }) => sum + amount, 0);
  return [...stated.map(({ amount }) => amount), together].some((amount) => isClose(capacity, amount))
    ? "agrees"
    : "differs";
}

/** The best verdict over several raw files. */
export function bestVerdict(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes("agrees")) return "agrees";
  return verdicts.includes("differs") ? "differs" : "not held";
}

/** True where an amount is within the tolerance of the reference. */
export function isClose(amount: number, reference: number): boolean {
  return Math.abs(amount - reference) <= tolerance.share * reference;
}
