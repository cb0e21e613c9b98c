import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { normalQuantile } from "../../analyzer/algorithms/elementary/normal-quantile.ts";
import { expectedShortfall } from "../../analyzer/measures/statistics/expected-shortfall.ts";
import { MeanEstimator } from "../../analyzer/measures/statistics/mean-estimator.ts";

/**
 * VaR and CVaR against closed forms and a discrete example computed by scipy (reference-values, resilience_risk.json;
 * validation.md section 13).
 */

type Row = readonly [distribution: string, share: number, valueAtRisk: number, expectedShortfall: number];

interface Reference {
  readonly var_cvar: { readonly rows: readonly Row[] };
  readonly cvar_discrete: {
    readonly loss: readonly number[];
    readonly prob: readonly number[];
    readonly rows: readonly (readonly [share: number, valueAtRisk: number, expectedShortfall: number])[];
    readonly expected_loss: number;
  };
}

const file = new URL("../../../shared/reference-values/resilience_risk.json", import.meta.url);
const isThere = existsSync(file);
if (!isThere) console.warn(`skipped: the values of resilience_risk.json, because ${file.pathname} does not exist`);

/** Quantile functions, the normal's for shares of either half. */
const normal = (share: number) => (share < 0.5 ? -normalQuantile(1 - share) : normalQuantile(share));
const quantiles: Readonly<Record<string, (share: number) => number>> = {
  "normal(mu=0,sigma=1)": normal,
  "exponential(rate=1)": (share) => -Math.log(1 - share),
  "uniform(0,1)": (share) => share,
  "pareto(xm=1,alpha=2.5)": (share) => (1 - share) ** (-1 / 2.5),
  "lognormal(mu=0,sigma=1)": (share) => Math.exp(normal(share)),
};

/** Equally likely losses that stand for a distribution: its quantiles at the middle of each of `count` steps. */
function steps(quantile: (share: number) => number, count: number): Float64Array {
  return Float64Array.from({ length: count }, (_, index) => quantile((index + 0.5) / count));
}

describe.skipIf(!isThere)("the tail of a loss", () => {
  const reference: Reference | null = isThere ? JSON.parse(readFileSync(file, "utf8")) : null;
  const count = 200_000;
  const estimator = new MeanEstimator(count, 0.9);

  it.each(reference?.var_cvar.rows ?? [])("%s at %d: VaR %d, CVaR %d", (name, share, valueAtRisk, shortfall) => {
    const found = expectedShortfall(steps(quantiles[name]!, count), share, estimator);
    expect(Math.abs(found.valueAtRisk / valueAtRisk - 1)).toBeLessThan(1e-3);
    // The steps leave out what lies beyond the middle of the last one: most for the heavy tail.
    expect(Math.abs(found.expectedShortfall / shortfall - 1)).toBeLessThan(name.startsWith("pareto") ? 5e-3 : 1e-3);
  });

  it("of the discrete example is exact, atoms included", () => {
    const { loss, prob, rows, expected_loss } = reference!.cvar_discrete;
    const cases = Float64Array.from(loss.flatMap((value, at) => Array(Math.round(100 * prob[at]!)).fill(value)));
    expect(cases).toHaveLength(100);
    expect(cases.reduce((sum, value) => sum + value, 0) / 100).toBeCloseTo(expected_loss, 12);
    for (const [share, valueAtRisk, shortfall] of rows) {
      const found = expectedShortfall(cases, share, new MeanEstimator(100, 0.9));
      expect(found.valueAtRisk).toBe(valueAtRisk);
      expect(found.expectedShortfall).toBeCloseTo(shortfall, 7);
    }
  });
});
