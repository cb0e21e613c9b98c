import type { Consequence } from "../../model/result.ts";
import type { RunCount } from "../set-losses.ts";

/** What a portfolio is to lower: the worst of the listed losses, or their mean. */
export const portfolioAims = ["worst", "mean"] as const;
export type PortfolioAim = (typeof portfolioAims)[number];

/** The worst and the mean consequence of the listed losses. */
export interface PortfolioScore {
  readonly worst: number;
  readonly mean: number;
}

/** A backup, and what is left of the listed losses with it and those before it. */
export interface PortfolioPick extends PortfolioScore {
  readonly rank: number;
  readonly id: string;
}

/** A loss that the portfolio is measured by. */
export interface ListedLoss {
  readonly ids: readonly string[];
  readonly before: number;
  /** With all backups. */
  readonly after: number;
}

/** Which backups take most away from the worst losses. */
export interface PortfolioResult extends RunCount {
  readonly kind: "portfolio";
  readonly by: Consequence;
  readonly hours: number;
  readonly horizonHours: number;
  readonly aim: PortfolioAim;
  readonly before: PortfolioScore;
  readonly after: PortfolioScore;
  /** Fewer than asked where no further backup takes anything away. */
  readonly picks: readonly PortfolioPick[];
  readonly losses: readonly ListedLoss[];
  /** The best of all portfolios of as many backups; null where there are too many to try. */
  readonly optimum: ({ readonly ids: readonly string[] } & PortfolioScore) | null;
  /** By how much the picked portfolio leaves more of the aim than the best; null where the best is not known. */
  readonly gap: number | null;
}
