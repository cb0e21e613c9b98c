import type { Network, ZoneTable } from "../../system/system.ts";
import { FairShares } from "./fair-shares.ts";
import { noCell, ZoneCells } from "./zone-cells.ts";
import type { ZoneIsland } from "./zone-flows.ts";
import { ZoneLinks } from "./zone-links.ts";

/** No island's number: no label was taken over yet. */
const neverLabelled = -2;

/**
 * The share of its demand that each zone of each island of a network is met (model.md section 2, Zones), kept up to date as
 * nodes cease to conduct and producers change. Only islands whose production, demand or links changed are solved anew.
 *
 * A *cell* is what one island holds of one zone. Its number is valid until the next `balance`.
 */
export class ZoneBalance {
  /** [cell] share of the demand that is met, 0..1. */
  readonly ratio: Float64Array;
  /** How many islands were solved since this was built. */
  solved = 0;
  private readonly zones: ZoneTable;
  private readonly cells: ZoneCells;
  private readonly links: ZoneLinks;
  private readonly solver: FairShares;
  /** [cell] what it produces now. */
  private readonly production: Float64Array;
  /** [node] the labels that cells and links were made of. */
  private readonly islandOf: Int32Array;
  /** What was there before the balance under way. */
  private readonly beforeCells: ZoneCells;
  private readonly beforeLinks: ZoneLinks;
  private readonly beforeIslandOf: Int32Array;
  private readonly beforeProduction: Float64Array;
  private readonly beforeRatio: Float64Array;

  /** Throws RangeError for a network that is not balanced by zones. */
  constructor(private readonly network: Network) {
    const { zones } = network;
    if (zones === null) throw new RangeError(`${network.commodity} is not balanced by zones`);
    const nodeCount = network.nodeAsset.length;
    this.zones = zones;
    this.cells = new ZoneCells(network, zones);
    this.links = new ZoneLinks(zones);
    this.solver = new FairShares(zones.sharing, zones.codes.length, zones.pairFirst.length);
    this.ratio = new Float64Array(nodeCount);
    this.production = new Float64Array(nodeCount);
    this.islandOf = new Int32Array(nodeCount).fill(neverLabelled);
    this.beforeCells = new ZoneCells(network, zones);
    this.beforeLinks = new ZoneLinks(zones);
    this.beforeIslandOf = new Int32Array(nodeCount);
    this.beforeProduction = new Float64Array(nodeCount);
    this.beforeRatio = new Float64Array(nodeCount);
  }

  /** [node] cell, -1 where the node does not conduct. */
  get cellOf(): Int32Array {
    return this.cells.cellOf;
  }

  get cellCount(): number {
    return this.cells.cellCount;
  }

  /** Takes over another state of the same network. O(nodes + connections between zones). */
  copyFrom(other: ZoneBalance): void {
    this.cells.copyFrom(other.cells);
    this.links.copyFrom(other.links);
    this.ratio.set(other.ratio);
    this.production.set(other.production);
    this.islandOf.set(other.islandOf);
  }

  /**
   * Works out the ratio of every cell.
   *
   * @param islandOf [node] island, -1 where the node does not conduct
   * @param level [asset] function of each asset
   * Cost: O(nodes), plus O(connections between zones) where labels changed, plus the solution of each changed island.
   */
  balance(islandOf: Int32Array, islandCount: number, level: Float64Array): void {
    const { cells, links } = this;
    const cellCount = cells.cellCount;
    this.beforeProduction.set(this.production.subarray(0, cellCount));
    this.beforeRatio.set(this.ratio.subarray(0, cellCount));
    const relabelled = this.labelsDiffer(islandOf);
    if (relabelled) {
      this.beforeCells.copyFrom(cells);
      this.beforeLinks.copyFrom(links);
      this.beforeIslandOf.set(this.islandOf);
      this.islandOf.set(islandOf);
      cells.relabel(islandOf, islandCount);
      links.relabel(cells, islandOf);
    }
    this.produce(level);
    for (let island = 0; island < islandCount; island += 1) {
      const shift = relabelled ? this.shiftToBefore(island) : 0;
      if (shift !== null && this.producesAsBefore(island, shift)) this.takeOver(island, shift);
      else this.solve(island);
    }
  }

  private labelsDiffer(islandOf: Int32Array): boolean {
    for (let node = 0; node < islandOf.length; node += 1) if (islandOf[node] !== this.islandOf[node]) return true;
    return false;
  }

  /** Sums anew in node order, so that the same situation gives the same bits. O(producers + cells). */
  private produce(level: Float64Array): void {
    const { network, cells, production } = this;
    production.fill(0, 0, cells.cellCount);
    for (const node of network.producers) {
      const cell = cells.cellOf[node]!;
      if (cell !== noCell) production[cell]! += network.produced[node]! * level[network.nodeAsset[node]!]!;
    }
  }

  /** How far on the cells of the island were before, where it had the same zones, demand and links; else null. */
  private shiftToBefore(island: number): number | null {
    const { cells, links, beforeCells, beforeLinks } = this;
    const start = cells.cellStart[island]!;
    const end = cells.cellStart[island + 1]!;
    // An island that lost its last node has no cell.
    if (start === end) return 0;
    const before = this.beforeIslandOf[cells.firstNode[start]!]!;
    if (before < 0) return null;
    const shift = beforeCells.cellStart[before]! - start;
    if (beforeCells.cellStart[before + 1]! - shift !== end) return null;
    for (let cell = start; cell < end; cell += 1) {
      if (cells.zone[cell] !== beforeCells.zone[cell + shift]) return null;
      if (cells.demand[cell] !== beforeCells.demand[cell + shift]) return null;
    }
    return links.isSame(island, beforeLinks, before) ? shift : null;
  }

  private producesAsBefore(island: number, shift: number): boolean {
    const { cells, production, beforeProduction } = this;
    for (let cell = cells.cellStart[island]!; cell < cells.cellStart[island + 1]!; cell += 1) {
      if (production[cell] !== beforeProduction[cell + shift]) return false;
    }
    return true;
  }

  private takeOver(island: number, shift: number): void {
    const { cells, ratio, beforeRatio } = this;
    for (let cell = cells.cellStart[island]!; cell < cells.cellStart[island + 1]!; cell += 1) {
      ratio[cell] = beforeRatio[cell + shift]!;
    }
  }

  private solve(island: number): void {
    const { cells, links, solver, production, ratio } = this;
    const start = cells.cellStart[island]!;
    const cellCount = cells.cellStart[island + 1]! - start;
    for (let cell = 0; cell < cellCount; cell += 1) {
      solver.production[cell] = production[start + cell]!;
      solver.demand[cell] = cells.demand[start + cell]!;
    }
    const linkStart = links.linkStart[island]!;
    const linkCount = links.linkStart[island + 1]! - linkStart;
    for (let link = 0; link < linkCount; link += 1) {
      solver.pairFirst[link] = links.first[linkStart + link]!;
      solver.pairSecond[link] = links.second[linkStart + link]!;
      solver.forward[link] = links.forward[linkStart + link]!;
      solver.backward[link] = links.backward[linkStart + link]!;
    }
    solver.solve(cellCount, linkCount);
    for (let cell = 0; cell < cellCount; cell += 1) ratio[start + cell] = solver.share[cell]!;
    this.solved += 1;
  }

  /** How much demand is met in all cells, as last balanced. O(cells). */
  metDemand(): number {
    const { cells, ratio } = this;
    let met = 0;
    for (let cell = 0; cell < cells.cellCount; cell += 1) met += ratio[cell]! * cells.demand[cell]!;
    return met;
  }

  /** The zones of an island as last balanced, for results. */
  island(island: number): ZoneIsland {
    const { cells, links, zones, production, ratio } = this;
    const start = cells.cellStart[island]!;
    const end = cells.cellStart[island + 1]!;
    const ways: { from: number; to: number; capacity: number }[] = [];
    for (let link = links.linkStart[island]!; link < links.linkStart[island + 1]!; link += 1) {
      const [first, second] = [links.first[link]!, links.second[link]!];
      ways.push({ from: first, to: second, capacity: links.forward[link]! });
      ways.push({ from: second, to: first, capacity: links.backward[link]! });
    }
    return {
      sharing: zones.sharing,
      codes: Array.from(cells.zone.subarray(start, end), (zone) => zones.codes[zone]!),
      production: [...production.subarray(start, end)],
      demand: [...cells.demand.subarray(start, end)],
      share: [...ratio.subarray(start, end)],
      links: ways.sort((x, y) => x.from - y.from || x.to - y.to),
    };
  }
}
