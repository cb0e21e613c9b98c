/** The sources that one search stands for, and which ends count how often. */
export interface PathSources {
  /** The node searched from. */
  readonly from: number;
  /** How many sources: the node itself and those whose only successor it is. */
  readonly count: number;
  /** [class] how many of the sources share no State with a node of the class. */
  readonly abroad: Float64Array;
  /** [class] the same without the node searched from. */
  readonly abroadBehind: Float64Array;
}

/** Counts the shortest paths from one node after the other and sums the shares of those that pass (see `Brandes`). */
export interface PathSearch {
  /** [2 x node] betweenness, [2 x node + 1] cross-border betweenness so far. */
  readonly sums: Float64Array;
  /** Nodes found by the last search, its source included. */
  readonly found: number;
  /** Edges looked at so far, forward. */
  readonly edgesTouched: number;

  /**
   * Counts the shortest paths from a source. Returns the largest count of any node.
   *
   * @param all how many nodes it reaches, itself included; 0 where that is not known
   */
  search(source: number, all: number): number;

  /** Adds the shares of the pairs that begin at the sources, and forgets the search. */
  gather(sources: PathSources): void;

  /** Forgets the search without adding anything. */
  forget(): void;
}

/** What every search is told of a node at once: [2 x node] its class, [2 x node + 1] the node whose search stands for it. */
export type NodeMarks = Int32Array;

/** Above every distance; its top bit marks nodes that were not found yet. */
export const far = 0x3fffffff;
