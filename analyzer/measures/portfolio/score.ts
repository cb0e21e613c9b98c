import type { PortfolioAim, PortfolioScore } from "./portfolio-result.ts";

/** Worst and mean of the losses; NaN where one is not known. */
export function scoreOf(values: readonly number[]): PortfolioScore {
  const sum = values.reduce((total, value) => total + value, 0);
  return { worst: values.reduce((most, value) => Math.max(most, value), 0), mean: sum / Math.max(1, values.length) };
}

/** Sums that differ by no more than rounding are not better. */
const rounding = 1e-9;

/** Whether a score leaves less of the aim, or as much of it and less of the other. What is not known is not better. */
export function isBetter(score: PortfolioScore, than: PortfolioScore, aim: PortfolioAim): boolean {
  if (Number.isNaN(than.worst)) return !Number.isNaN(score.worst);
  const other = aim === "worst" ? "mean" : "worst";
  if (score[aim] < than[aim] - rounding * than[aim]) return true;
  return score[aim] <= than[aim] + rounding * than[aim] && score[other] < than[other] - rounding * than[other];
}
