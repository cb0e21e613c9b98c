import { naturalLog } from "./natural-log.ts";

/** Half the logarithm of two pi. */
const logRootTwoPi = 0.9189385332046727;

/** B(2k) / (2k (2k - 1)) for k = 1, 2, ...: the terms of Stirling's series. */
const stirling = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156, -3617 / 122400] as const;

/**
 * Logarithm of the gamma function of a number above 0, within 1e-14 (relative where it is large), with the same bits in
 * every engine.
 *
 * Method: Stirling's series from 10 on; below, the recurrence gamma(x + 1) = x gamma(x).
 */
export function logGamma(x: number): number {
  let at = x;
  let product = 1;
  while (at < 10) {
    product *= at;
    at += 1;
  }
  const inverse = 1 / at;
  const square = inverse * inverse;
  const series = stirling.reduceRight((sum, term) => sum * square + term, 0) * inverse;
  return (at - 0.5) * naturalLog(at) - at + logRootTwoPi + series - naturalLog(product);
}
