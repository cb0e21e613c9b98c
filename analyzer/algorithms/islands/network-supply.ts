import type { Network } from "../../system/system.ts";
import type { ZoneBalance } from "../zones/zone-balance.ts";
import { type CutParts, cutParts } from "./cut-parts.ts";
import type { Balance } from "./balance.ts";
import { IslandBalance } from "./island-balance.ts";
import { Islands, noIsland } from "./islands.ts";
import { ZonedBalance } from "./zoned-balance.ts";

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
 * Changes are noted first and worked out together by `refresh`, since everything of one instant applies at once. A single
 * loss in the undisturbed network, and its return, are worked out from what that loss cuts off, which is known beforehand;
 * anything else labels the islands anew.
 */
export class NetworkSupply {
  readonly islands: Islands;
  /** [node] the ratio each node sees with nothing disturbed. */
  readonly undisturbedRatio: Float64Array;
  private readonly previousReached: Uint8Array;
  private readonly cuts: CutParts;
  /** How many nodes do not conduct, as the labels know it. */
  private silentCount = 0;
  /** Whether islands still have the numbers of the undisturbed network, apart from what `cutNode` cut off. */
  private numbersKept = true;
  /** The node whose loss alone made islands of their own of what it cuts off, -1 where there is none. */
  private cutNode = -1;
  private labelsStale = false;
  private balanceStale = false;
  private disturbed = false;
  private readonly noted: number[] = [];
  private readonly notedProducers: number[] = [];
  /** [cell] 1 while the nodes of cells with another ratio are looked for. */
  private readonly cellMark: Uint8Array;

  constructor(
    readonly network: Network,
    private readonly around: NetworkSurroundings,
  ) {
    const nodeCount = network.nodeAsset.length;
    this.islands = new Islands(network, balanceOf(network));
    this.islands.relabel(around.conducts);
    this.islands.balance(around.level);
    this.islands.remember();
    this.undisturbedRatio = Float64Array.from(network.nodeAsset, (_, node) => this.islands.seenRatio(node, true));
    this.previousReached = new Uint8Array(this.islands.reached.length);
    this.cellMark = new Uint8Array(nodeCount);
    this.cuts = cutParts(network.neighbourStart, network.neighbour);
  }

  /** The node's asset began or ceased to conduct, or to be available at all. */
  noteConduction(node: number): void {
    this.noted.push(node);
    this.balanceStale = true;
    if (!this.labelsStale) this.labelsStale = !this.relabelAlone(node);
  }

  /** The level of a producer changed. */
  noteProducer(node: number): void {
    this.notedProducers.push(node);
    this.balanceStale = true;
  }

  /** The balance by zones, null where whole islands are balanced. */
  get zones(): ZoneBalance | null {
    const { balancing } = this.islands;
    return balancing instanceof ZonedBalance ? balancing.zones : null;
  }

  /** True where something was noted that `refresh` has not worked out yet. */
  get stale(): boolean {
    return this.balanceStale;
  }

  /**
   * Works out what was noted and reports every node whose level may have changed.
   *
   * Cost: the nodes noted, cut off or back, and those of cells with another ratio; O(producers + consumers) where such a
   * ratio is not plainly 0 or 1; O(nodes + connections) where more than one loss cut or joined an island.
   */
  refresh(report: (node: number, level: number) => void): void {
    const { islands, noted, notedProducers } = this;
    const { level } = this.around;
    this.disturbed = true;
    this.balanceStale = false;
    this.previousReached.set(islands.reached);
    if (this.labelsStale) {
      this.relabel();
      this.labelsStale = false;
      islands.balance(level);
      this.reportAll(report);
    } else {
      const changed = islands.update(notedProducers.length === 0 ? noted : noted.concat(notedProducers), level);
      if (changed === null || this.reachChanged()) this.reportAll(report);
      else this.reportChanged(report, changed);
    }
    noted.length = 0;
    notedProducers.length = 0;
  }

  /** Back to the undisturbed state. O(cells) where every node conducts again, O(nodes) otherwise, nothing undisturbed. */
  reset(): void {
    if (!this.disturbed && this.noted.length === 0) return;
    this.islands.reset(this.silentCount > 0 || !this.numbersKept || this.labelsStale);
    this.noted.length = 0;
    this.notedProducers.length = 0;
    this.labelsStale = false;
    this.balanceStale = false;
    this.disturbed = false;
    this.silentCount = 0;
    this.numbersKept = true;
    this.cutNode = -1;
  }

  /** The level at which the network serves a node now. */
  levelAt(node: number): number {
    const full = this.undisturbedRatio[node]!;
    if (full === 0) return 1;
    const ratio = this.islands.seenRatio(node, this.around.availability[this.network.nodeAsset[node]!]! > 0);
    return ratio >= full ? 1 : ratio / full;
  }

  private reportAll(report: (node: number, level: number) => void): void {
    for (let node = 0; node < this.network.nodeAsset.length; node += 1) report(node, this.levelAt(node));
  }

  /** Reports the noted nodes, and those that may see a cell whose ratio is another now. */
  private reportChanged(report: (node: number, level: number) => void, changed: readonly number[]): void {
    const { cellMark } = this;
    const { cellOf } = this.islands.balancing;
    for (const node of this.noted) report(node, this.levelAt(node));
    if (changed.length === 0) return;
    for (const cell of changed) cellMark[cell] = 1;
    for (let node = 0; node < cellOf.length; node += 1) {
      const cell = cellOf[node]!;
      if (cell === noIsland || cellMark[cell] === 1) report(node, this.levelAt(node));
    }
    for (const cell of changed) cellMark[cell] = 0;
  }

  /** Labels anew; once every node conducts again the islands are the undisturbed ones with their numbers. */
  private relabel(): void {
    this.islands.relabel(this.around.conducts);
    this.silentCount = 0;
    for (const island of this.islands.islandOf) if (island === noIsland) this.silentCount += 1;
    this.numbersKept = this.silentCount === 0;
    this.cutNode = -1;
  }

  private reachChanged(): boolean {
    const { previousReached } = this;
    const { reached } = this.islands;
    for (let node = 0; node < reached.length; node += 1) if (previousReached[node] !== reached[node]) return true;
    return false;
  }

  /**
   * Brings the labels up to date without a new labelling where one node alone explains the change: the only one that does
   * not conduct, or a dead end beside a conducting node. False where islands must be labelled anew.
   */
  private relabelAlone(node: number): boolean {
    const { islandOf } = this.islands;
    const conducts = this.around.conducts[this.network.nodeAsset[node]!] === 1;
    if (conducts === (islandOf[node] !== noIsland)) return true;
    return conducts ? this.takeBack(node) : this.takeOut(node);
  }

  private takeOut(node: number): boolean {
    if (this.silentCount === 0 && this.numbersKept) this.cutOff(node);
    else if (this.conductingEnd(node) === null) return false;
    this.islands.islandOf[node] = noIsland;
    this.silentCount += 1;
    return true;
  }

  private takeBack(node: number): boolean {
    const { islandOf } = this.islands;
    if (this.silentCount === 1 && this.numbersKept && (this.cutNode === -1 || this.cutNode === node)) {
      this.joinUp(node);
      islandOf[node] = this.islands.rememberedIsland(node);
    } else {
      const island = this.conductingEnd(node);
      if (island === null) return false;
      islandOf[node] = island;
    }
    this.silentCount -= 1;
    return true;
  }

  /** Makes islands of their own of what the loss of the node alone cuts off. O(nodes cut off). */
  private cutOff(node: number): void {
    const { islands, noted } = this;
    const { order, start, partFrom, partTo } = this.cuts;
    for (let part = start[node]!; part < start[node + 1]!; part += 1) {
      const island = islands.islandCount;
      islands.islandCount += 1;
      for (let at = partFrom[part]!; at < partTo[part]!; at += 1) {
        islands.islandOf[order[at]!] = island;
        noted.push(order[at]!);
      }
    }
    if (start[node]! < start[node + 1]!) this.cutNode = node;
  }

  /** Gives what the loss of the node cut off back to its island. O(nodes cut off). */
  private joinUp(node: number): void {
    if (this.cutNode !== node) return;
    const { islands, noted } = this;
    const { order, start, partFrom, partTo } = this.cuts;
    for (let part = start[node]!; part < start[node + 1]!; part += 1) {
      for (let at = partFrom[part]!; at < partTo[part]!; at += 1) {
        islands.islandOf[order[at]!] = islands.rememberedIsland(order[at]!);
        noted.push(order[at]!);
      }
    }
    islands.islandCount = islands.rememberedCount;
    this.cutNode = -1;
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

/** How the dataset says that a network is balanced. */
function balanceOf(network: Network): Balance {
  return network.zones === null ? new IslandBalance(network) : new ZonedBalance(network);
}
