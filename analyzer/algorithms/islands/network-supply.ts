import type { Network } from "../../system/system.ts";
import { Islands, noIsland } from "./islands.ts";

/** What a network reads of the run it is part of. Arrays are shared with the engine and change under it. */
export interface NetworkSurroundings {
  /** [asset] function now. */
  readonly level: Float64Array;
  /** [asset] availability now. */
  readonly availability: Float64Array;
  /** [asset] 1 where the asset conducts now. */
  readonly conducts: Uint8Array;
}

/**
 * One network during a run: at what level it serves each of its nodes, `min(1, r / r0)` (model.md section 2, Networks).
 *
 * Changes are noted first and worked out together by `refresh`, since everything of one instant applies at once.
 */
export class NetworkSupply {
  readonly islands: Islands;
  /** [node] the ratio each node sees with nothing disturbed. */
  readonly undisturbedRatio: Float64Array;
  private readonly undisturbed: Islands;
  private readonly previousRatio: Float64Array;
  private readonly previousReached: Uint8Array;
  private labelsStale = false;
  private balanceStale = false;
  private disturbed = false;
  private readonly noted: number[] = [];

  constructor(
    readonly network: Network,
    private readonly around: NetworkSurroundings,
  ) {
    this.undisturbed = new Islands(network);
    this.undisturbed.relabel(around.conducts);
    this.undisturbed.balance(around.level);
    this.undisturbedRatio = Float64Array.from(network.nodeAsset, (_, node) => this.undisturbed.seenRatio(node, true));
    this.islands = new Islands(network);
    this.islands.copyFrom(this.undisturbed);
    this.previousRatio = new Float64Array(network.nodeAsset.length);
    this.previousReached = new Uint8Array(this.islands.reached.length);
  }

  /** The node's asset began or ceased to conduct, or to be available at all. */
  noteConduction(node: number): void {
    this.noted.push(node);
    this.balanceStale = true;
    if (this.labelsStale || !this.relabelLeaf(node)) this.labelsStale = true;
  }

  /** A producer's level changed. */
  noteProducer(): void {
    this.balanceStale = true;
  }

  /** True where something was noted that `refresh` has not worked out yet. */
  get stale(): boolean {
    return this.balanceStale;
  }

  /**
   * Works out what was noted and reports every node whose level may have changed.
   *
   * Cost: O(nodes + connections) where an island was cut or joined, else O(producers + consumers), plus O(nodes) where an
   * island's ratio changed.
   */
  refresh(report: (node: number, level: number) => void): void {
    const { islands } = this;
    this.disturbed = true;
    this.balanceStale = false;
    this.previousRatio.set(islands.ratio);
    this.previousReached.set(islands.reached);
    const islandsBefore = islands.islandCount;
    const relabelled = this.labelsStale;
    if (relabelled) islands.relabel(this.around.conducts);
    this.labelsStale = false;
    islands.balance(this.around.level);
    const whole = relabelled || differ(this.previousRatio, islands.ratio, islandsBefore) || this.reachChanged();
    if (whole) for (let node = 0; node < this.network.nodeAsset.length; node += 1) report(node, this.levelAt(node));
    else for (const node of this.noted) report(node, this.levelAt(node));
    this.noted.length = 0;
  }

  /** Back to the undisturbed state. O(nodes) after a disturbance, else nothing. */
  reset(): void {
    if (!this.disturbed && this.noted.length === 0) return;
    this.islands.copyFrom(this.undisturbed);
    this.noted.length = 0;
    this.labelsStale = false;
    this.balanceStale = false;
    this.disturbed = false;
  }

  /** The level at which the network serves a node now. */
  levelAt(node: number): number {
    const full = this.undisturbedRatio[node]!;
    if (full === 0) return 1;
    const ratio = this.islands.seenRatio(node, this.around.availability[this.network.nodeAsset[node]!]! > 0);
    return ratio >= full ? 1 : ratio / full;
  }

  private reachChanged(): boolean {
    return this.network.directed && differ(this.previousReached, this.islands.reached, this.previousReached.length);
  }

  /** A node with at most one neighbour cuts nothing: its own label is all there is to change. */
  private relabelLeaf(node: number): boolean {
    const { neighbourStart, neighbour, nodeAsset } = this.network;
    const { islandOf } = this.islands;
    const first = neighbourStart[node]!;
    if (neighbourStart[node + 1]! - first !== 1) return false;
    const joined = islandOf[neighbour[first]!]!;
    if (joined === noIsland) return false;
    islandOf[node] = this.around.conducts[nodeAsset[node]!] === 1 ? joined : noIsland;
    return true;
  }
}

function differ(before: Float64Array | Uint8Array, after: Float64Array | Uint8Array, count: number): boolean {
  for (let index = 0; index < count; index += 1) if (before[index] !== after[index]) return true;
  return false;
}
