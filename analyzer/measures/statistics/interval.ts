/** From and to, both included: holds the true value with the confidence stated beside it. */
export type Interval = readonly [low: number, high: number];
