/** How what is produced is set against what is asked. A *cell* is what is balanced as one: an island, or a State's part of it. */
export interface Balance {
  /** [node] cell, -1 where the node does not conduct. */
  readonly cellOf: Int32Array;
  /** [cell] supply ratio in 0..1. */
  readonly ratio: Float64Array;
  readonly cellCount: number;
  /**
   * Works out every cell anew.
   *
   * @param islandOf [node] island, -1 where the node does not conduct
   * @param level [asset] function of each asset
   */
  balance(islandOf: Int32Array, islandCount: number, level: Float64Array): void;
  /**
   * Works out what follows from the nodes that are in another island, or have another level, than when last worked out.
   * New islands have the numbers from the former count on; islands are only dropped from the end.
   *
   * @param nodes may repeat
   * @returns the cells whose ratio is another now, null where every node may see another
   */
  update(
    nodes: readonly number[],
    islandOf: Int32Array,
    islandCount: number,
    level: Float64Array,
  ): readonly number[] | null;
  /** Keeps the state at hand as the one `reset` goes back to. */
  remember(): void;
  reset(): void;
}
