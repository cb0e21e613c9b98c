import type { Network, ZoneTable } from "../../system/system.ts";

/** No cell: the node does not conduct. */
export const noCell = -1;

/**
 * The cells of a network balanced by zones: what one island holds of one zone (model.md section 2, Zones). Cells are
 * numbered by island and then zone, so that those of one island lie together.
 *
 * Buffers are allocated once. Demand is summed in the order of nodes: the same labels give the same bits.
 */
export class ZoneCells {
  /** [node] cell, `noCell` where the node does not conduct. */
  readonly cellOf: Int32Array;
  islandCount = 0;
  /** [island + 1] cells of an island, by zone. */
  readonly cellStart: Int32Array;
  /** [cell] */
  readonly zone: Int32Array;
  readonly firstNode: Int32Array;
  readonly demand: Float64Array;
  /** Nodes by zone, ascending within a zone. */
  private readonly nodesByZone: Int32Array;
  /** [island] the zone it was last seen with, and the next free cell. */
  private readonly seen: Int32Array;
  private readonly free: Int32Array;

  constructor(
    private readonly network: Network,
    private readonly zones: ZoneTable,
  ) {
    const { nodeZone } = zones;
    const nodeCount = nodeZone.length;
    this.cellOf = new Int32Array(nodeCount).fill(noCell);
    this.cellStart = new Int32Array(nodeCount + 1);
    this.zone = new Int32Array(nodeCount);
    this.firstNode = new Int32Array(nodeCount);
    this.demand = new Float64Array(nodeCount);
    this.nodesByZone = Int32Array.from(nodeZone.keys()).sort((x, y) => nodeZone[x]! - nodeZone[y]! || x - y);
    this.seen = new Int32Array(nodeCount);
    this.free = new Int32Array(nodeCount);
  }

  get cellCount(): number {
    return this.cellStart[this.islandCount]!;
  }

  /** Takes over the cells of another state of the same network. O(nodes). */
  copyFrom(other: ZoneCells): void {
    this.islandCount = other.islandCount;
    this.cellOf.set(other.cellOf);
    this.cellStart.set(other.cellStart);
    this.zone.set(other.zone);
    this.firstNode.set(other.firstNode);
    this.demand.set(other.demand);
  }

  /**
   * Makes the cells of these islands.
   *
   * @param islandOf [node] island, below 0 where the node does not conduct
   * Cost: O(nodes).
   */
  relabel(islandOf: Int32Array, islandCount: number): void {
    const { network, zones, nodesByZone, cellOf, demand, seen, free } = this;
    this.islandCount = islandCount;
    this.count(islandOf);
    cellOf.fill(noCell);
    seen.fill(-1, 0, islandCount);
    for (const node of nodesByZone) {
      const island = islandOf[node]!;
      if (island < 0) continue;
      if (seen[island] !== zones.nodeZone[node]) {
        const cell = free[island]!;
        free[island]! += 1;
        seen[island] = zones.nodeZone[node]!;
        this.zone[cell] = seen[island]!;
        this.firstNode[cell] = node;
        demand[cell] = 0;
      }
      cellOf[node] = free[island]! - 1;
    }
    for (const node of network.consumers) {
      const cell = cellOf[node]!;
      if (cell !== noCell) demand[cell]! += network.demand[node]!;
    }
  }

  /** Counts the cells of each island, so that each knows where its own begin. */
  private count(islandOf: Int32Array): void {
    const { zones, nodesByZone, cellStart, seen, free, islandCount } = this;
    cellStart.fill(0, 0, islandCount + 1);
    seen.fill(-1, 0, islandCount);
    for (const node of nodesByZone) {
      const island = islandOf[node]!;
      if (island < 0 || seen[island] === zones.nodeZone[node]) continue;
      seen[island] = zones.nodeZone[node]!;
      cellStart[island + 1]! += 1;
    }
    for (let island = 0; island < islandCount; island += 1) {
      cellStart[island + 1]! += cellStart[island]!;
      free[island] = cellStart[island]!;
    }
  }
}
