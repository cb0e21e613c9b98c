import { noIsland } from "../islands/islands.ts";
import type { NetworkSupply } from "../islands/network-supply.ts";
import type { CascadeState } from "./cascade-state.ts";

/**
 * Who is behind a network's short supply (model.md section 2, Cause): the producer of the island that fell last or, where
 * the island was cut later than that (or has no fallen producer), the asset that cut it, the nearest by hops, ties by id.
 *
 * An asset that does not conduct is taken to have cut something when it is a producer, or when its neighbours no longer
 * lie in one island; one that merely fell away is named only where neither a producer nor a cut explains the lack.
 */
export class NetworkCause {
  /** [node] the nearest cut node, valid for `tick`. */
  private readonly nearest: Int32Array;
  /** Whether the cut nodes did cut something, rather than merely fall away; valid for `tick`. */
  private hasCut = false;
  /** [island] the asset of the producer that fell last, -1 where none is short; valid for `tick`. */
  private readonly lastFallen: Int32Array;
  private tick = -1;

  constructor(
    private readonly state: CascadeState,
    private readonly supply: NetworkSupply,
  ) {
    this.nearest = new Int32Array(supply.network.nodeAsset.length);
    this.lastFallen = new Int32Array(supply.network.nodeAsset.length);
  }

  /** The asset behind what a node lacks at `tick`; -1 where there is none to name. */
  find(node: number, tick: number): number {
    const { network, islands } = this.supply;
    const { fellTick, cutTick, availability } = this.state;
    if (this.tick !== tick) {
      this.noteFallen();
      this.spread();
      this.tick = tick;
    }
    const island = islands.seenIsland(node, availability[network.nodeAsset[node]!]! > 0);
    const producer = island === noIsland ? -1 : this.lastFallen[island]!;
    const cut = this.nearest[node]!;
    if (cut === -1) return producer;
    const reached = !network.directed || islands.reached[node] === 1;
    if (producer !== -1 && !this.hasCut && reached) return producer;
    const cutter = network.nodeAsset[cut]!;
    return producer !== -1 && fellTick[producer]! >= cutTick[cutter]! ? producer : cutter;
  }

  reset(): void {
    this.tick = -1;
  }

  /** O(producers + islands). */
  private noteFallen(): void {
    const { network, islands } = this.supply;
    const { level, fellTick } = this.state;
    this.lastFallen.fill(-1, 0, islands.islandCount);
    for (const node of network.producers) {
      const asset = network.nodeAsset[node]!;
      const island = islands.islandOf[node]!;
      if (island === noIsland || level[asset]! >= 1 - 1e-9) continue;
      const found = this.lastFallen[island]!;
      if (found === -1 || fellTick[asset]! > fellTick[found]!) this.lastFallen[island] = asset;
    }
  }

  /** Breadth-first from every cut node at once; where two are equally near the smaller node wins. O(nodes + connections). */
  private spread(): void {
    const { neighbourStart, neighbour, nodeAsset } = this.supply.network;
    const { nearest } = this;
    nearest.fill(-1);
    const silent = [...nodeAsset.keys()].filter((node) => this.state.conducts[nodeAsset[node]!] === 0);
    const cutting = silent.filter((node) => this.cuts(node));
    this.hasCut = cutting.length > 0;
    let front = this.hasCut ? cutting : silent;
    for (const node of front) nearest[node] = node;
    while (front.length > 0) {
      const next: number[] = [];
      const fresh = new Set<number>();
      for (const node of front) {
        for (let edge = neighbourStart[node]!; edge < neighbourStart[node + 1]!; edge += 1) {
          const other = neighbour[edge]!;
          if (nearest[other] === -1) {
            nearest[other] = nearest[node]!;
            fresh.add(other);
            next.push(other);
          } else if (fresh.has(other) && nearest[node]! < nearest[other]!) nearest[other] = nearest[node]!;
        }
      }
      front = next;
    }
  }

  private cuts(node: number): boolean {
    const { network, islands } = this.supply;
    if (network.nodeMember[node] === -1) return true;
    const { neighbourStart, neighbour } = network;
    const first = islands.islandOf[neighbour[neighbourStart[node]!]!]!;
    for (let edge = neighbourStart[node]! + 1; edge < neighbourStart[node + 1]!; edge += 1) {
      const island = islands.islandOf[neighbour[edge]!]!;
      if (island !== first || island === noIsland) return true;
    }
    return false;
  }
}
