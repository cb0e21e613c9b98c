/** The caps of one run: what a single question may cost before it is stopped and says so. */
export const limits = {
  /** Events (one asset changing level, a buffer running empty, ...) before a run stops as `steps`. */
  events: 50_000_000,
  /** Longest horizon in hours (100 years): times stay exact to a billionth of an hour. */
  horizonHours: 876_000,
  /** Steps that the chains of one run may add up to; beyond that a run gives none and says so. */
  chainSteps: 5_000_000,
  /** Most trials of one question under chance. */
  trials: 1_000_000,
  /** Largest set of assets lost together that is searched for. */
  setSize: 20,
  /** Most pairs of losses that are run together for one question. */
  pairRuns: 1_000_000,
  /** Most sets that are all tried to find the worst, or the best, of them. */
  exhaustiveSets: 20_000,
} as const;
