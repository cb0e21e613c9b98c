/** What one State can send to another over the connections of a commodity, by any way, third States included. */
export interface BorderRow {
  readonly commodity: string;
  readonly from: string;
  readonly to: string;
  /** Whether the same holds from `to` to `from`: no connection of the commodity is directed. */
  readonly bothWays: boolean;
  /** Connections that join the two directly. */
  readonly connections: number;
  /** Unit of the flows, null where no capacity is known. */
  readonly unit: string | null;
  /** The most that can flow; null where a way of connections with unknown capacity leads across: then no limit is known. */
  readonly flow: number | null;
  /** The same over connections of known capacity alone: it is no less than this. */
  readonly flowAtLeast: number;
  /** Connections whose capacities add up to `flow`; null where there is no limit. */
  readonly narrowest: readonly string[] | null;
  /** How many ways share no connection: so many must be lost before the two are apart. */
  readonly disjointPaths: number;
  /** As few connections whose loss sets the two apart. */
  readonly fewest: readonly string[];
}

/** A connection across a border without which its ends are apart, directions ignored. */
export interface SoleLink {
  readonly commodity: string;
  readonly connection: string;
  readonly states: readonly [string, string];
}

/** What `borders` gives: by commodity, then by States. */
export interface BordersResult {
  readonly kind: "borders";
  readonly rows: readonly BorderRow[];
  readonly soleLinks: readonly SoleLink[];
}
