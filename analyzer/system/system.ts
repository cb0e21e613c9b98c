/**
 * A dataset with its overlays, compiled once into frozen typed arrays (model.md section 2). Assets, groups, members and
 * networks are positions; ids return only in results. Arrays ending in `Start` are offsets: the items of `i` are
 * `start[i]` up to, not including, `start[i + 1]`.
 */
export interface System {
  /** Ids by asset position, ascending by code unit. */
  readonly assetIds: readonly string[];
  /** [asset] hours from everything being back to full function, in ticks. */
  readonly restartTicks: Float64Array;
  /** [asset] 1 where the asset starts without what its own loop gives. */
  readonly blackStart: Uint8Array;

  /** [asset + 1] groups of an asset, by group name. */
  readonly assetGroupStart: Int32Array;
  /** [group] names; a network's default group is `@commodity`. */
  readonly groupNames: readonly string[];
  readonly groupAsset: Int32Array;
  /** [group] sum of shares needed, above 0. */
  readonly groupNeed: Float64Array;
  /** [group] sum of shares that nothing can take away: networks without a producer. */
  readonly groupGiven: Float64Array;
  /** [group] share of function lost when the group gives nothing, 0..1. */
  readonly groupLoss: Float64Array;
  /** [group] how long the asset runs without the group, in ticks. */
  readonly groupBufferTicks: Float64Array;
  /** [group] 1 for the rule `threshold`, 0 for `proportional`. */
  readonly groupThreshold: Uint8Array;

  /** [group + 1] members of a group, by provider id and then row id. */
  readonly memberStart: Int32Array;
  readonly memberGroup: Int32Array;
  /** [member] provider's asset position, or `-1 - network` for a network. */
  readonly memberProvider: Int32Array;
  readonly memberShare: Float64Array;
  readonly memberLagTicks: Float64Array;
  /** [member] position of the row in `dataset.dependencies`, -1 for a network's default group. */
  readonly memberRow: Int32Array;

  /** [asset + 1] members that an asset supplies: positions into `suppliedMember`. */
  readonly suppliedStart: Int32Array;
  readonly suppliedMember: Int32Array;

  /** Networks that have at least one producer, by commodity; others bind nobody. */
  readonly networks: readonly Network[];
  /** [asset + 1] the networks an asset is in: positions into `assetNetwork` and `assetNode`. */
  readonly assetNetworkStart: Int32Array;
  readonly assetNetwork: Int32Array;
  /** The asset's node within that network. */
  readonly assetNode: Int32Array;
}

/** The network of one commodity: its connections and their ends. Nodes are positions within the network. */
export interface Network {
  readonly commodity: string;
  /** [node] asset position, ascending. */
  readonly nodeAsset: Int32Array;
  /** [node + 1] neighbours, directions ignored, each once, ascending. */
  readonly neighbourStart: Int32Array;
  readonly neighbour: Int32Array;
  /** Whether any connection is directed. Only then are the arcs below filled. */
  readonly directed: boolean;
  /** [node + 1] nodes that can be reached in one step along the directions. */
  readonly arcStart: Int32Array;
  readonly arc: Int32Array;
  /** Nodes that produce the commodity, ascending. */
  readonly producers: Int32Array;
  /** [node] amount produced at full function, NaN where unknown, 0 for a node that does not produce. */
  readonly produced: Float64Array;
  /** Nodes with a stated demand above 0, ascending. */
  readonly consumers: Int32Array;
  /** [node] demand, 0 where unknown. */
  readonly demand: Float64Array;
  /** [node] the member through which the node's asset takes the commodity, -1 for a producer. */
  readonly nodeMember: Int32Array;
}
