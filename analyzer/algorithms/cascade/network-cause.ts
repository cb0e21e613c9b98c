import { noIsland } from "../islands/islands.ts";
import type { NetworkSupply } from "../islands/network-supply.ts";
import type { CascadeState } from "./cascade-state.ts";

/**
 * Who is behind a network's short supply (model.md section 2, Cause): the producer of the island that fell last or, where
 * the island was cut later than that (or has no fallen producer), the asset that cut it, the nearest by hops, ties by id.
 *
 * An asset that does not conduct is taken to have cut something when it is a producer, or when its neighbours no longer
 * lie in one island; a dead end that merely fell away is not.
 */
export class NetworkCause {
  /** [node] the nearest cut node, valid for `tick`. */
  private readonly nearest: Int32Array;
  private tick = -1;

  constructor(
    private readonly state: CascadeState,
    private readonly supply: NetworkSupply,
  ) {
    this.nearest = new Int32Array(supply.network.nodeAsset.length);
  }

  /** The asset behind what a node lacks at `tick`; -1 where there is none to name. */
  find(node: number, tick: number): number {
    const { nodeAsset } = this.supply.network;
    const { fellTick, cutTick, availability } = this.state;
    const producer = this.lastFallenProducer(this.supply.islands.seenIsland(node, availability[nodeAsset[node]!]! > 0));
    if (this.tick !== tick) {
      this.spread();
      this.tick = tick;
    }
    const cut = this.nearest[node]!;
    if (cut === -1) return producer;
    const cutter = nodeAsset[cut]!;
    return producer !== -1 && fellTick[producer]! >= cutTick[cutter]! ? producer : cutter;
  }

  reset(): void {
    this.tick = -1;
  }

  private lastFallenProducer(island: number): number {
    if (island === noIsland) return -1;
    const { nodeAsset, producers } = this.supply.network;
    const { level, fellTick } = this.state;
    let found = -1;
    for (const node of producers) {
      const asset = nodeAsset[node]!;
      if (this.supply.islands.islandOf[node] !== island || level[asset]! >= 1 - 1e-9) continue;
      if (found === -1 || fellTick[asset]! > fellTick[found]!) found = asset;
    }
    return found;
  }

  /** Breadth-first from every cut node at once; where two are equally near the smaller node wins. O(nodes + connections). */
  private spread(): void {
    const { neighbourStart, neighbour, nodeAsset } = this.supply.network;
    const { nearest } = this;
    nearest.fill(-1);
    const silent = [...nodeAsset.keys()].filter((node) => this.state.conducts[nodeAsset[node]!] === 0);
    const cutting = silent.filter((node) => this.cuts(node));
    let front = cutting.length > 0 ? cutting : silent;
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
