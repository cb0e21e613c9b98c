/**
 * Quantile of the PERT distribution on 0..1 with its peak in the middle, Beta(3, 3), whose probability of at most x is
 * the polynomial x^3 (10 - 15 x + 6 x^2). For the many buffers of a trial: some 20 times as fast as `PertDistribution`.
 *
 * Method: Newton's from the middle down; the polynomial is convex there, so the steps never pass the answer. Shares
 * above one half by symmetry.
 */
export function symmetricPertQuantile(share: number): number {
  if (share > 0.5) return 1 - symmetricPertQuantile(1 - share);
  if (share <= 0) return 0;
  let x = 0.5;
  for (let step = 0; step < 200; step += 1) {
    const rest = 1 - x;
    const next = x - (x * x * x * (10 - 15 * x + 6 * x * x) - share) / (30 * x * x * rest * rest);
    if (next >= x) break;
    x = next;
  }
  return x;
}
