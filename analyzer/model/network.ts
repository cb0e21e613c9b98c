/** How a commodity is balanced: over a whole connected island, or State by State with limited transfers between them. */
export const networkBalances = ["island", "zones"] as const;
export type NetworkBalance = (typeof networkBalances)[number];

/** Who is served first under `zones`. */
export const networkSharings = ["own-first", "shared"] as const;
export type NetworkSharing = (typeof networkSharings)[number];

/** The most that may flow from one State to another, in the unit of the commodity's amounts. */
export interface TransferLimit {
  readonly from: string;
  readonly to: string;
  readonly capacity: number;
}

/** What a dataset says about the network of one commodity (model.md section 2, Networks and Zones). */
export interface NetworkSettings {
  readonly balance?: NetworkBalance;
  readonly sharing?: NetworkSharing;
  readonly transferLimits?: readonly TransferLimit[];
}
