/** Worlds computed side by side: failures only, for good, each asset wholly there or wholly lost (model.md section 3). */
export interface Lanes {
  /** Worlds per run; a world is a trial. */
  readonly width: number;
  /** [node x width / 32 + word] after a run: the worlds in which a node was lost, bit `t & 31` of word `t >> 5` for the t-th. */
  readonly lost: Int32Array;
  readonly edgesTouched: number;
  /**
   * Computes the worlds of `count` trials, at most `width`, from `firstTrial` on, a multiple of `width`. A world is the same
   * whatever runs beside it.
   */
  run(firstTrial: number, count: number): void;
}
