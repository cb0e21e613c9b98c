import type { Network } from "../../system/system.ts";

/** No island: the node does not conduct. */
export const noIsland = -1;

/**
 * The islands of a network over its conducting nodes (model.md section 2, Networks), with what each is supplied.
 *
 * Kept up to date by the engine: `relabel` after nodes began or ceased to conduct, `balance` after producers changed.
 * Buffers are allocated once and reused.
 */
export class Islands {
  /** [node] island number, `noIsland` where the node does not conduct. Numbers are only valid until the next relabelling. */
  readonly islandOf: Int32Array;
  /** [island] supply ratio r in 0..1. */
  readonly ratio: Float64Array;
  islandCount = 0;
  /** [node] 1 where a producer at work reaches the node along the directions; only kept for a directed network. */
  readonly reached: Uint8Array;
  private readonly supply: Float64Array;
  private readonly demand: Float64Array;
  private readonly best: Float64Array;
  private readonly unknown: Uint8Array;
  private readonly queue: Int32Array;

  constructor(private readonly network: Network) {
    const nodeCount = network.nodeAsset.length;
    this.islandOf = new Int32Array(nodeCount).fill(noIsland);
    this.ratio = new Float64Array(nodeCount);
    this.reached = new Uint8Array(network.directed ? nodeCount : 0);
    this.supply = new Float64Array(nodeCount);
    this.demand = new Float64Array(nodeCount);
    this.best = new Float64Array(nodeCount);
    this.unknown = new Uint8Array(nodeCount);
    this.queue = new Int32Array(nodeCount);
  }

  /** Takes over the labels and ratios of another state of the same network. O(nodes). */
  copyFrom(other: Islands): void {
    this.islandOf.set(other.islandOf);
    this.ratio.set(other.ratio);
    this.reached.set(other.reached);
    this.islandCount = other.islandCount;
  }

  /**
   * Labels the connected parts over conducting nodes, directions ignored, in order of their first node.
   *
   * @param conducts [asset] 1 where the asset conducts
   * Cost: O(nodes + connections).
   */
  relabel(conducts: Uint8Array): void {
    const { network, islandOf, queue } = this;
    const { neighbourStart, neighbour, nodeAsset } = network;
    islandOf.fill(noIsland);
    this.islandCount = 0;
    for (let first = 0; first < nodeAsset.length; first += 1) {
      if (islandOf[first] !== noIsland || conducts[nodeAsset[first]!] === 0) continue;
      const island = this.islandCount;
      this.islandCount += 1;
      islandOf[first] = island;
      queue[0] = first;
      for (let head = 0, tail = 1; head < tail; head += 1) {
        const node = queue[head]!;
        for (let edge = neighbourStart[node]!; edge < neighbourStart[node + 1]!; edge += 1) {
          const next = neighbour[edge]!;
          if (islandOf[next] !== noIsland || conducts[nodeAsset[next]!] === 0) continue;
          islandOf[next] = island;
          queue[tail] = next;
          tail += 1;
        }
      }
    }
  }

  /**
   * The supply ratio of every island: `min(1, P/D)`; the largest level of a producer where D is 0 or a producer's amount is
   * not known; 0 without a producer.
   *
   * Sums are always made anew in node order, so that the same situation gives the same bits.
   *
   * @param level [asset] function of each asset
   * Cost: O(producers + consumers + islands).
   */
  balance(level: Float64Array): void {
    const { network, islandOf, ratio, supply, demand, best, unknown, islandCount } = this;
    supply.fill(0, 0, islandCount);
    demand.fill(0, 0, islandCount);
    best.fill(-1, 0, islandCount);
    unknown.fill(0, 0, islandCount);
    for (const node of network.producers) {
      const island = islandOf[node]!;
      if (island === noIsland) continue;
      const amount = network.produced[node]!;
      const producerLevel = level[network.nodeAsset[node]!]!;
      if (producerLevel > best[island]!) best[island] = producerLevel;
      if (Number.isNaN(amount)) unknown[island] = 1;
      else supply[island]! += amount * producerLevel;
    }
    for (const node of network.consumers) {
      const island = islandOf[node]!;
      if (island !== noIsland) demand[island]! += network.demand[node]!;
    }
    for (let island = 0; island < islandCount; island += 1) {
      if (best[island]! < 0) ratio[island] = 0;
      else if (unknown[island] === 1 || demand[island] === 0) ratio[island] = best[island]!;
      else ratio[island] = Math.min(1, supply[island]! / demand[island]!);
    }
    if (network.directed) this.reach(level);
  }

  /** Which nodes a producer with level above 1e-9 reaches along the directions over conducting nodes. */
  private reach(level: Float64Array): void {
    const { network, islandOf, reached, queue } = this;
    reached.fill(0);
    let tail = 0;
    for (const node of network.producers) {
      if (islandOf[node] === noIsland || level[network.nodeAsset[node]!]! <= 1e-9) continue;
      reached[node] = 1;
      queue[tail] = node;
      tail += 1;
    }
    for (let head = 0; head < tail; head += 1) {
      const node = queue[head]!;
      // The last step needs no conduction: a node that does not conduct is reached but not passed.
      if (islandOf[node] === noIsland) continue;
      for (let edge = network.arcStart[node]!; edge < network.arcStart[node + 1]!; edge += 1) {
        const next = network.arc[edge]!;
        if (reached[next] === 1) continue;
        reached[next] = 1;
        queue[tail] = next;
        tail += 1;
      }
    }
  }

  /**
   * The island whose ratio a node sees: its own where it conducts, otherwise, where its availability is above 0, the best
   * supplied of its conducting neighbours' (ties: the first neighbour's); `noIsland` where it sees none.
   */
  seenIsland(node: number, available: boolean): number {
    const own = this.islandOf[node]!;
    if (own !== noIsland || !available) return own;
    let seen = noIsland;
    for (let edge = this.network.neighbourStart[node]!; edge < this.network.neighbourStart[node + 1]!; edge += 1) {
      const island = this.islandOf[this.network.neighbour[edge]!]!;
      if (island === noIsland) continue;
      if (seen === noIsland || this.ratio[island]! > this.ratio[seen]!) seen = island;
    }
    return seen;
  }

  /** The largest ratio a node sees, 0 where it sees none or, in a directed network, where no producer reaches it. */
  seenRatio(node: number, available: boolean): number {
    if (this.network.directed && this.reached[node] === 0) return 0;
    const island = this.seenIsland(node, available);
    return island === noIsland ? 0 : this.ratio[island]!;
  }
}
