/** Where one asset stands in the graph "who can fail whom", whatever it does. */
export interface StructureRow {
  readonly id: string;
  /** Distinct assets it can be failed by plus those it can fail. */
  readonly degree: number;
  /** Share of the shortest paths between two other assets that pass through, summed over all ordered pairs. */
  readonly betweenness: number;
  /** The same over the pairs that share no State. */
  readonly crossBorderBetweenness: number;
  /** PageRank, damping 0.85; sums to 1 over all assets. */
  readonly pageRank: number;
  /** Largest k such that the asset lies in a part where everyone has at least k neighbours, directions ignored. */
  readonly coreNumber: number;
  /** Whether its removal leaves more connected parts, directions ignored. */
  readonly isArticulationPoint: boolean;
  /** Its edges that lie on no cycle, directions ignored: each is the only join of what it joins. */
  readonly bridges: number;
  /** How many assets can fail each other in a loop with it, itself included; 1: none. */
  readonly strongComponentSize: number;
  /**
   * The last asset through which all supply of this one leads; null where no single asset stands between it and the sources.
   * Supply reachability (see `supplySources`), not the cascade: a loop without a source would be dead here and is taken as
   * fed from outside; groups, buffers and levels are not looked at.
   */
  readonly soleSupplier: string | null;
  /** How many other assets are cut off from all sources without it. */
  readonly soleSupplyOf: number;
}

/** How betweenness was found. */
export type BetweennessMethod =
  | { readonly method: "exact" }
  | {
      readonly method: "sampled";
      readonly samples: number;
      readonly seed: number;
      readonly confidence: number;
      /** With this confidence no betweenness of any asset, of either kind, is farther from the truth than this. */
      readonly errorBound: number;
    };

/** What `structure` gives. Highest betweenness first, ties by id. */
export interface StructureResult {
  readonly kind: "structure";
  readonly betweenness: BetweennessMethod;
  readonly edges: number;
  /** Edges on no cycle, directions ignored, and the biconnected blocks they and the others form. */
  readonly bridges: number;
  readonly blocks: number;
  readonly rows: readonly StructureRow[];
}
