import type { Network } from "../../system/system.ts";
import { articulationPoints } from "../components/articulation-points.ts";
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
  /** [node] 1 where the loss of the node alone cuts an island of the undisturbed network. */
  private readonly cutsAlone: Uint8Array;
  /** How many nodes do not conduct, as the labels know it. */
  private silentCount = 0;
  /** Whether island numbers are still those of the undisturbed network. */
  private numbersKept = true;
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
    this.cutsAlone = articulationPoints(network.neighbourStart, network.neighbour);
  }

  /** The node's asset began or ceased to conduct, or to be available at all. */
  noteConduction(node: number): void {
    this.noted.push(node);
    this.balanceStale = true;
    if (!this.labelsStale) this.labelsStale = !this.relabelAlone(node);
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
    if (relabelled) this.relabel();
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
    this.silentCount = 0;
    this.numbersKept = true;
  }

  /** The level at which the network serves a node now. */
  levelAt(node: number): number {
    const full = this.undisturbedRatio[node]!;
    if (full === 0) return 1;
    const ratio = this.islands.seenRatio(node, this.around.availability[this.network.nodeAsset[node]!]! > 0);
    return ratio >= full ? 1 : ratio / full;
  }

  /** Labels anew; once every node conducts again the islands are the undisturbed ones with their numbers. */
  private relabel(): void {
    this.islands.relabel(this.around.conducts);
    this.silentCount = 0;
    for (const island of this.islands.islandOf) if (island === noIsland) this.silentCount += 1;
    this.numbersKept = this.silentCount === 0;
  }

  private reachChanged(): boolean {
    return this.network.directed && differ(this.previousReached, this.islands.reached, this.previousReached.length);
  }

  /**
   * Brings the labels up to date without a new labelling where one node alone explains the change: the only one that does
   * not conduct, and it cuts nothing; or a dead end beside a conducting node. False where islands must be labelled anew.
   */
  private relabelAlone(node: number): boolean {
    const { islandOf } = this.islands;
    const conducts = this.around.conducts[this.network.nodeAsset[node]!] === 1;
    if (conducts === (islandOf[node] !== noIsland)) return true;
    const island = conducts ? this.islandOnReturn(node) : this.cutsNothing(node) ? noIsland : null;
    if (island === null) return false;
    islandOf[node] = island;
    this.silentCount += conducts ? -1 : 1;
    return true;
  }

  private cutsNothing(node: number): boolean {
    return (this.silentCount === 0 && this.cutsAlone[node] === 0) || this.conductingEnd(node) !== null;
  }

  /** The island a returning node is sure to belong to, null where it may join several. */
  private islandOnReturn(node: number): number | null {
    if (this.silentCount === 1 && this.numbersKept) return this.undisturbed.islandOf[node]!;
    return this.conductingEnd(node);
  }

  /** The island of the one neighbour of a dead end, null where the node is none or the neighbour does not conduct. */
  private conductingEnd(node: number): number | null {
    const { neighbourStart, neighbour } = this.network;
    const first = neighbourStart[node]!;
    if (neighbourStart[node + 1]! - first !== 1) return null;
    const island = this.islands.islandOf[neighbour[first]!]!;
    return island === noIsland ? null : island;
  }
}

function differ(before: Float64Array | Uint8Array, after: Float64Array | Uint8Array, count: number): boolean {
  for (let index = 0; index < count; index += 1) if (before[index] !== after[index]) return true;
  return false;
}
