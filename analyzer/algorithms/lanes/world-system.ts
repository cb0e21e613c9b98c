/**
 * The part of a system that can be lost for good, laid out for many worlds side by side. Nodes are the assets that can be
 * lost, every provider before its dependents as far as loops allow (reverse post-order), so that most nodes are settled in
 * one pass. An edge is a dependency whose loss can matter. Can be cloned and shared between threads.
 *
 * A counted group breaks when its lost units reach a limit. The count stands in bit planes, a bit per world, and starts so
 * that the loss which reaches the limit carries out of the highest plane.
 */
export interface WorldSystem {
  /** [node] asset position. */
  readonly nodeAsset: Int32Array;
  /** [source] node that a shock may take, once per shock that may; its chance, above 0; its key [2 x source]. */
  readonly sourceNode: Int32Array;
  readonly sourceLikelihood: Float64Array;
  readonly sourceKey: Uint32Array;
  /** [node + 1] edges by provider. */
  readonly edgeStart: Int32Array;
  /** [edge] the dependent's node. */
  readonly edgeNode: Int32Array;
  /** [edge] its counted group, -1 where this loss alone is enough. */
  readonly edgeGroup: Int32Array;
  /** [2 x edge] low and high word of the units it takes from its group, below 2^53; 1 where all shares are alike. */
  readonly edgeUnits: Uint32Array;
  /** [edge] chance that the loss passes on, above 0. */
  readonly edgeLikelihood: Float64Array;
  /** [2 x edge] key of the dependency's coin. */
  readonly edgeKey: Uint32Array;
  /** [group + 1] planes of a group, lowest first. */
  readonly planeStart: Int32Array;
  /** [plane] 1 where the count starts with this bit. */
  readonly planePreset: Uint8Array;
}
