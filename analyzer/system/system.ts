import type { NetworkSharing } from "../model/network.ts";

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
  /** What zones it is balanced by; null where each island is balanced as a whole. */
  readonly zones: ZoneTable | null;
}

/**
 * The zones of a network, one for each State, and the connections between them (model.md section 2, Zones). Two zones with a
 * connection between them are a pair; *forward* is from the pair's first zone to its second, *backward* the other way.
 */
export interface ZoneTable {
  /** State codes by zone, ascending. */
  readonly codes: readonly string[];
  /** [node] zone. */
  readonly nodeZone: Int32Array;
  readonly sharing: NetworkSharing;
  /** [pair] the zone with the smaller number, ascending by first and then second. */
  readonly pairFirst: Int32Array;
  readonly pairSecond: Int32Array;
  /** [pair] the stated transfer limit, NaN where none is stated. */
  readonly limitForward: Float64Array;
  readonly limitBackward: Float64Array;
  /** [pair + 1] connections of a pair, in canonical order. */
  readonly borderStart: Int32Array;
  /** [connection] the end in the pair's first zone, and the one in its second: nodes. */
  readonly borderFirst: Int32Array;
  readonly borderSecond: Int32Array;
  /** [connection] 1 where it carries that way. */
  readonly borderForward: Uint8Array;
  readonly borderBackward: Uint8Array;
  /** [connection] NaN where unknown. */
  readonly borderCapacity: Float64Array;
}
