import type { Network } from "../../system/system.ts";
import type { Balance } from "./balance.ts";

/** Sums that are kept up to date are only trusted where they leave more than this share of all there is as a margin. */
const trustedMargin = 1e-9;

/**
 * Balance of whole islands (model.md section 2, Networks): `min(1, P/D)`; the largest level of a producer where D is 0 or a
 * producer's amount is not known; 0 without a producer.
 *
 * Kept sums and counts tell at once where the ratio is 0 or 1. Where they do not, sums are made anew in node order, so that
 * the same situation gives the same bits whatever came before.
 */
export class IslandBalance implements Balance {
  /** [node] the island under which the node is booked, -1 where it does not conduct. */
  readonly cellOf: Int32Array;
  readonly ratio: Float64Array;
  cellCount = 0;
  /** How many islands were summed anew by updates: the work counter. */
  summed = 0;
  private readonly isProducer: Uint8Array;
  /** [node] the level with which a producer is booked. */
  private readonly bookedLevel: Float64Array;
  private readonly books: Books;
  private readonly remembered: { readonly books: Books; readonly cellOf: Int32Array; readonly ratio: Float64Array };
  private rememberedCount = 0;
  private readonly moved: number[] = [];
  private movedAll = false;
  private readonly dirtyMark: Uint8Array;
  private readonly dirty: number[] = [];
  private readonly changed: number[] = [];
  private readonly margin: number;

  constructor(private readonly network: Network) {
    const { nodeAsset, producers, produced, consumers, demand } = network;
    const nodeCount = nodeAsset.length;
    this.cellOf = new Int32Array(nodeCount).fill(-1);
    this.ratio = new Float64Array(nodeCount);
    this.isProducer = new Uint8Array(nodeCount);
    for (const node of producers) this.isProducer[node] = 1;
    this.bookedLevel = new Float64Array(nodeCount).fill(1);
    this.books = new Books(nodeCount);
    this.remembered = {
      books: new Books(nodeCount),
      cellOf: new Int32Array(nodeCount),
      ratio: new Float64Array(nodeCount),
    };
    this.dirtyMark = new Uint8Array(nodeCount);
    let all = 0;
    for (const node of producers) all += produced[node]! || 0;
    for (const node of consumers) all += demand[node]!;
    this.margin = trustedMargin * all;
  }

  /** O(nodes). */
  balance(islandOf: Int32Array, islandCount: number, level: Float64Array): void {
    const { books, network, cellOf, dirty } = this;
    this.movedAll = true;
    books.clear(0, Math.max(islandCount, this.cellCount));
    this.cellCount = islandCount;
    cellOf.set(islandOf);
    for (const node of network.producers) this.book(node, level);
    for (const node of network.consumers) if (this.isProducer[node] === 0) this.book(node, level);
    for (let island = 0; island < islandCount; island += 1) dirty.push(island);
    this.settle(level);
  }

  /** O(nodes given), plus O(producers + consumers) where a ratio is neither surely 0 nor surely 1. */
  update(nodes: readonly number[], islandOf: Int32Array, islandCount: number, level: Float64Array): readonly number[] {
    const { books, cellOf, moved } = this;
    if (islandCount > this.cellCount) {
      books.clear(this.cellCount, islandCount);
      this.ratio.fill(0, this.cellCount, islandCount);
    }
    for (const node of nodes) {
      const island = islandOf[node]!;
      this.unbook(node);
      this.markDirty(cellOf[node]!);
      cellOf[node] = island;
      this.book(node, level);
      this.markDirty(island);
      moved.push(node);
    }
    this.cellCount = islandCount;
    this.settle(level);
    return this.changed;
  }

  remember(): void {
    const { books, cellOf, ratio } = this.remembered;
    books.copy(this.books, this.cellCount);
    cellOf.set(this.cellOf);
    ratio.set(this.ratio);
    this.rememberedCount = this.cellCount;
    this.moved.length = 0;
    this.movedAll = false;
  }

  /** O(islands + nodes updated since), O(nodes) after a whole balance. */
  reset(): void {
    const { remembered, rememberedCount, cellOf, bookedLevel, ratio } = this;
    this.books.copy(remembered.books, rememberedCount);
    ratio.set(remembered.ratio.subarray(0, rememberedCount));
    this.cellCount = rememberedCount;
    if (this.movedAll) {
      cellOf.set(remembered.cellOf);
      bookedLevel.fill(1);
    } else {
      for (const node of this.moved) {
        cellOf[node] = remembered.cellOf[node]!;
        bookedLevel[node] = 1;
      }
    }
    this.moved.length = 0;
    this.movedAll = false;
  }

  private markDirty(island: number): void {
    if (island < 0 || this.dirtyMark[island] === 1) return;
    this.dirtyMark[island] = 1;
    this.dirty.push(island);
  }

  private book(node: number, level: Float64Array): void {
    const island = this.cellOf[node]!;
    if (this.isProducer[node] === 1) this.bookedLevel[node] = level[this.network.nodeAsset[node]!]!;
    if (island >= 0) this.enter(node, island, 1);
  }

  private unbook(node: number): void {
    const island = this.cellOf[node]!;
    if (island >= 0) this.enter(node, island, -1);
  }

  private enter(node: number, island: number, sign: 1 | -1): void {
    const { books, network } = this;
    const asked = network.demand[node]!;
    if (asked > 0) {
      books.askers[island]! += sign;
      books.demand[island]! += sign * asked;
    }
    if (this.isProducer[node] === 0) return;
    const amount = network.produced[node]!;
    const level = this.bookedLevel[node]!;
    books.makers[island]! += sign;
    if (level === 1) books.fullMakers[island]! += sign;
    if (Number.isNaN(amount)) books.unknown[island]! += sign;
    else books.supply[island]! += sign * amount * level;
  }

  /** Works out the dirty islands. */
  private settle(level: Float64Array): void {
    const { dirty, dirtyMark, changed, ratio } = this;
    changed.length = 0;
    const unsure: number[] = [];
    for (const island of dirty) {
      dirtyMark[island] = 0;
      if (island >= this.cellCount) continue;
      const known = this.sureRatio(island);
      if (known === -1) unsure.push(island);
      else if (ratio[island] !== known) {
        ratio[island] = known;
        changed.push(island);
      }
    }
    dirty.length = 0;
    if (unsure.length > 0) this.sumAnew(unsure, level);
  }

  /** 0 or 1 where counts and sums leave no doubt, else -1. */
  private sureRatio(island: number): 0 | 1 | -1 {
    const { makers, fullMakers, askers, unknown, supply, demand } = this.books;
    if (makers[island] === 0) return 0;
    if (askers[island] === 0 || unknown[island]! > 0) return fullMakers[island]! > 0 ? 1 : -1;
    return supply[island]! - demand[island]! > this.margin ? 1 : -1;
  }

  private sumAnew(islands: readonly number[], level: Float64Array): void {
    const { network, cellOf, books, ratio, changed, dirtyMark } = this;
    const { supply, demand, best } = books;
    this.summed += islands.length;
    for (const island of islands) {
      dirtyMark[island] = 1;
      supply[island] = 0;
      demand[island] = 0;
      best[island] = 0;
    }
    for (const node of network.producers) {
      const island = cellOf[node]!;
      if (island < 0 || dirtyMark[island] === 0) continue;
      const producerLevel = level[network.nodeAsset[node]!]!;
      if (producerLevel > best[island]!) best[island] = producerLevel;
      supply[island]! += (network.produced[node]! || 0) * producerLevel;
    }
    for (const node of network.consumers) {
      const island = cellOf[node]!;
      if (island >= 0 && dirtyMark[island] === 1) demand[island]! += network.demand[node]!;
    }
    for (const island of islands) {
      dirtyMark[island] = 0;
      const bestOnly = books.askers[island] === 0 || books.unknown[island]! > 0;
      const found = bestOnly ? best[island]! : Math.min(1, supply[island]! / demand[island]!);
      if (ratio[island] === found) continue;
      ratio[island] = found;
      changed.push(island);
    }
  }
}

/** What is kept of each island. */
class Books {
  /** Producers, those at full function, those whose amount is not known. */
  readonly makers: Int32Array;
  readonly fullMakers: Int32Array;
  readonly unknown: Int32Array;
  /** Nodes with a stated demand. */
  readonly askers: Int32Array;
  /** Amounts, up to rounding. */
  readonly supply: Float64Array;
  readonly demand: Float64Array;
  /** The largest level of a producer, where it was last needed. */
  readonly best: Float64Array;

  constructor(count: number) {
    this.makers = new Int32Array(count);
    this.fullMakers = new Int32Array(count);
    this.unknown = new Int32Array(count);
    this.askers = new Int32Array(count);
    this.supply = new Float64Array(count);
    this.demand = new Float64Array(count);
    this.best = new Float64Array(count);
  }

  clear(from: number, to: number): void {
    for (const column of this.columns()) column.fill(0, from, to);
  }

  copy(other: Books, count: number): void {
    const columns = this.columns();
    other.columns().forEach((column, at) => columns[at]!.set(column.subarray(0, count)));
  }

  private columns(): (Int32Array | Float64Array)[] {
    const { makers, fullMakers, unknown, askers, supply, demand } = this;
    return [makers, fullMakers, unknown, askers, supply, demand];
  }
}
