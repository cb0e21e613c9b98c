/** Worlds computed side by side: failures only, for good, each asset wholly there or wholly lost (model.md section 3). */
export interface Lanes {
  /** Worlds per run; a world is a trial. */
  readonly width: number;
  /** [node x width / 32 + word] after a run: the worlds in which a node was lost, bit `t & 31` of word `t >> 5` for the t-th. */
  readonly lost: Int32Array;
  /** The first `lostCount` are the nodes lost in any world of a run, each once, in no order that means anything. */
  readonly lostNodes: Int32Array;
  readonly lostCount: number;
  /** Edges over which a loss was tried in all runs, each counted once a time, however many worlds it was tried in. */
  readonly edgesTouched: number;
  /**
   * Computes the worlds of `count` trials, at most `width`, from `firstTrial` on, a multiple of `width`. A world is the same
   * whatever runs beside it.
   */
  run(firstTrial: number, count: number): void;
}
