import type { Network } from "../../system/system.ts";
import type { Balance } from "./balance.ts";

/** No island: the node does not conduct. */
export const noIsland = -1;

/**
 * The islands of a network over its conducting nodes (model.md section 2, Networks), and what their cells are supplied.
 *
 * Kept up to date by the engine: `relabel` after nodes began or ceased to conduct, `balance` or `update` after that and
 * after producers changed. Buffers are allocated once and reused.
 */
export class Islands {
  /** [node] island number, `noIsland` where the node does not conduct. Numbers are only valid until the next relabelling. */
  readonly islandOf: Int32Array;
  islandCount = 0;
  /** [node] 1 where a producer at work reaches the node along the directions; only kept for a directed network. */
  readonly reached: Uint8Array;
  private readonly remembered: { readonly islandOf: Int32Array; readonly reached: Uint8Array; islandCount: number };
  private readonly queue: Int32Array;

  constructor(
    private readonly network: Network,
    readonly balancing: Balance,
  ) {
    const nodeCount = network.nodeAsset.length;
    this.islandOf = new Int32Array(nodeCount).fill(noIsland);
    this.reached = new Uint8Array(network.directed ? nodeCount : 0);
    this.remembered = {
      islandOf: new Int32Array(nodeCount),
      reached: new Uint8Array(this.reached.length),
      islandCount: 0,
    };
    this.queue = new Int32Array(nodeCount);
  }

  /** Keeps the state at hand as the undisturbed one. O(nodes). */
  remember(): void {
    this.remembered.islandOf.set(this.islandOf);
    this.remembered.reached.set(this.reached);
    this.remembered.islandCount = this.islandCount;
    this.balancing.remember();
  }

  /** The island of a node in the undisturbed state. */
  rememberedIsland(node: number): number {
    return this.remembered.islandOf[node]!;
  }

  /** The number of islands in the undisturbed state. */
  get rememberedCount(): number {
    return this.remembered.islandCount;
  }

  /** Back to the undisturbed state; labels only where they are not the undisturbed ones already. */
  reset(labels: boolean): void {
    if (labels) this.islandOf.set(this.remembered.islandOf);
    this.islandCount = this.remembered.islandCount;
    this.reached.set(this.remembered.reached);
    this.balancing.reset();
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
   * The supply ratio of every cell anew, and who is still reached.
   *
   * @param level [asset] function of each asset
   * Cost: that of the balance, plus O(nodes + connections) for a directed network.
   */
  balance(level: Float64Array): void {
    this.balancing.balance(this.islandOf, this.islandCount, level);
    if (this.network.directed) this.reach(level);
  }

  /** The same after a change of these nodes alone. Returns the cells with another ratio, null for all of them. */
  update(nodes: readonly number[], level: Float64Array): readonly number[] | null {
    if (this.network.directed) this.reach(level);
    return this.balancing.update(nodes, this.islandOf, this.islandCount, level);
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
   * The node whose cell a node sees: itself where it conducts, otherwise, where its availability is above 0, the best
   * supplied of its conducting neighbours (ties: the first); -1 where it sees none.
   */
  seenNode(node: number, available: boolean): number {
    if (this.islandOf[node] !== noIsland) return node;
    if (!available) return -1;
    const { neighbourStart, neighbour } = this.network;
    const { cellOf, ratio } = this.balancing;
    let seen = -1;
    for (let edge = neighbourStart[node]!; edge < neighbourStart[node + 1]!; edge += 1) {
      const other = neighbour[edge]!;
      if (this.islandOf[other] === noIsland) continue;
      if (seen === -1 || ratio[cellOf[other]!]! > ratio[cellOf[seen]!]!) seen = other;
    }
    return seen;
  }

  /** The island of the node that a node sees, `noIsland` where it sees none. */
  seenIsland(node: number, available: boolean): number {
    const seen = this.seenNode(node, available);
    return seen === -1 ? noIsland : this.islandOf[seen]!;
  }

  /** The largest ratio a node sees, 0 where it sees none or, in a directed network, where no producer reaches it. */
  seenRatio(node: number, available: boolean): number {
    if (this.network.directed && this.reached[node] === 0) return 0;
    const seen = this.seenNode(node, available);
    return seen === -1 ? 0 : this.balancing.ratio[this.balancing.cellOf[seen]!]!;
  }
}
