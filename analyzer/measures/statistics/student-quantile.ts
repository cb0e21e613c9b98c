import { BetaDistribution } from "../../algorithms/elementary/beta-distribution.ts";

/**
 * The distance from 0 within which Student's t with so many degrees of freedom (1 or more) lies with the probability
 * `confidence`. Near the normal distribution's for many degrees.
 *
 * Method: t^2 / (t^2 + degrees) has a Beta distribution with shapes 1/2 and degrees/2. Cost: O(sqrt(degrees)).
 */
export function studentQuantile(confidence: number, degrees: number): number {
  const y = new BetaDistribution(0.5, degrees / 2).quantile(confidence);
  return Math.sqrt((degrees * y) / (1 - y));
}
