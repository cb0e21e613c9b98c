import type { Network } from "../../system/system.ts";
import { ZoneBalance } from "../zones/zone-balance.ts";
import type { Balance } from "./balance.ts";

/** Balance State by State (model.md section 2, Zones), for the islands of a run. */
export class ZonedBalance implements Balance {
  readonly zones: ZoneBalance;
  private readonly remembered: ZoneBalance;
  private readonly previousRatio: Float64Array;
  /** [node] the island with which the zones were last worked out. */
  private readonly previousIsland: Int32Array;
  private readonly rememberedIsland: Int32Array;
  private readonly changed: number[] = [];

  constructor(network: Network) {
    this.zones = new ZoneBalance(network);
    this.remembered = new ZoneBalance(network);
    this.previousRatio = new Float64Array(network.nodeAsset.length);
    this.previousIsland = new Int32Array(network.nodeAsset.length);
    this.rememberedIsland = new Int32Array(network.nodeAsset.length);
  }

  get cellOf(): Int32Array {
    return this.zones.cellOf;
  }

  get ratio(): Float64Array {
    return this.zones.ratio;
  }

  get cellCount(): number {
    return this.zones.cellCount;
  }

  balance(islandOf: Int32Array, islandCount: number, level: Float64Array): void {
    this.previousIsland.set(islandOf);
    this.zones.balance(islandOf, islandCount, level);
  }

  /** Cells get other numbers with the labels: then every node may see another. O(nodes), plus the islands solved anew. */
  update(
    nodes: readonly number[],
    islandOf: Int32Array,
    islandCount: number,
    level: Float64Array,
  ): readonly number[] | null {
    const { zones, previousRatio, changed } = this;
    const relabelled = nodes.some((node) => this.previousIsland[node] !== islandOf[node]);
    previousRatio.set(zones.ratio.subarray(0, zones.cellCount));
    this.balance(islandOf, islandCount, level);
    if (relabelled) return null;
    changed.length = 0;
    for (let cell = 0; cell < zones.cellCount; cell += 1) {
      if (zones.ratio[cell] !== previousRatio[cell]) changed.push(cell);
    }
    return changed;
  }

  remember(): void {
    this.remembered.copyFrom(this.zones);
    this.rememberedIsland.set(this.previousIsland);
  }

  reset(): void {
    this.zones.copyFrom(this.remembered);
    this.previousIsland.set(this.rememberedIsland);
  }
}
