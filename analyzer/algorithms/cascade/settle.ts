import type { NetworkSupply } from "../islands/network-supply.ts";
import type { CascadeState } from "./cascade-state.ts";
import { WorkList } from "./work-list.ts";

/** Fixed points are iterated until nothing moves by more than this (model.md section 2, "One instant"). */
const movement = 1e-12;

/** What one instant changed. */
export interface Settlement {
  /** Assets whose inputs were looked at; only these can have another potential or group supply than before. */
  readonly seen: readonly number[];
  /** Assets whose level was set, with the level they had before the instant. */
  readonly changed: readonly number[];
  readonly levelBefore: Float64Array;
  /** Members of networks whose level was set, with the level before. */
  readonly changedMembers: readonly number[];
  readonly arrivedBefore: Float64Array;
}

/**
 * Finds the levels of one instant (model.md section 2): what is lost now is down (`h0`), then the least fixed point above it
 * (what can come back does), then the greatest fixed point below that (what no longer holds falls).
 *
 * Only assets that an event named, and those downstream of a change, are looked at: with the past fixed, every other
 * asset's rule gives what it gave before.
 *
 * Cost: O(members looked at) per pass over a loop; loops of partial levels converge geometrically.
 */
export class Settler {
  private readonly work: WorkList;
  private readonly changed: number[] = [];
  private readonly changedMark: Uint8Array;
  private readonly levelBefore: Float64Array;
  private readonly changedMembers: number[] = [];
  private readonly memberMark: Uint8Array;
  private readonly arrivedBefore: Float64Array;
  private readonly named: number[] = [];
  private readonly lowered: number[] = [];

  constructor(
    private readonly state: CascadeState,
    private readonly supplies: readonly NetworkSupply[],
  ) {
    this.work = new WorkList(state.level.length);
    this.changedMark = new Uint8Array(state.level.length);
    this.levelBefore = new Float64Array(state.level.length);
    this.memberMark = new Uint8Array(state.arrived.length);
    this.arrivedBefore = new Float64Array(state.arrived.length);
  }

  /** Begins an instant. */
  begin(): void {
    for (const asset of this.changed) this.changedMark[asset] = 0;
    for (const member of this.changedMembers) this.memberMark[member] = 0;
    this.changed.length = 0;
    this.changedMembers.length = 0;
    this.named.length = 0;
    this.lowered.length = 0;
    this.work.begin();
  }

  /** An event of this instant concerns the asset. */
  name(asset: number): void {
    this.named.push(asset);
    this.state.touch(asset);
  }

  /** A lagged provider's level arrives at a member. */
  arrive(member: number, level: number): void {
    this.setArrived(member, level);
  }

  /** Works out the instant. */
  settle(): Settlement {
    this.lower();
    this.refreshNetworks();
    this.rise();
    this.fall();
    const { changed, levelBefore, changedMembers, arrivedBefore } = this;
    return { seen: this.work.seen, changed, levelBefore, changedMembers, arrivedBefore };
  }

  private lower(): void {
    const { state } = this;
    for (const asset of this.named) {
      const most = Math.min(state.availability[asset]!, state.restartCeiling(asset));
      if (state.level[asset]! <= most) continue;
      this.setLevel(asset, most);
      this.lowered.push(asset);
    }
  }

  private rise(): void {
    const { state, work } = this;
    for (const asset of this.named) work.add(asset);
    for (let asset = this.next(); asset !== -1; asset = this.next()) {
      const reachable = plainLevel(Math.min(state.potentialNow(asset), state.restartCeiling(asset)));
      const gain = reachable - state.level[asset]!;
      if (gain <= 0) continue;
      this.setLevel(asset, reachable);
      if (gain > movement) this.lookDownstream(asset);
    }
  }

  private fall(): void {
    const { state, work } = this;
    const seen = work.seen.slice();
    for (const asset of seen) work.add(asset);
    for (const asset of this.lowered) this.lookDownstream(asset);
    for (let asset = this.next(); asset !== -1; asset = this.next()) {
      const held = plainLevel(Math.min(state.potentialNow(asset), state.restartCeiling(asset)));
      const drop = state.level[asset]! - held;
      if (drop <= 0) continue;
      this.setLevel(asset, held);
      if (drop > movement) this.lookDownstream(asset);
    }
  }

  /** The next asset to look at; networks are worked out whenever nothing else is left. */
  private next(): number {
    const asset = this.work.take();
    if (asset !== -1) return asset;
    this.refreshNetworks();
    return this.work.take();
  }

  private lookDownstream(asset: number): void {
    const { system } = this.state;
    for (let at = system.suppliedStart[asset]!; at < system.suppliedStart[asset + 1]!; at += 1) {
      const member = system.suppliedMember[at]!;
      if (this.state.isDirect(member)) this.look(system.groupAsset[system.memberGroup[member]!]!);
    }
  }

  private look(asset: number): void {
    this.state.touch(asset);
    this.work.add(asset);
  }

  private refreshNetworks(): void {
    for (const supply of this.supplies) {
      if (!supply.stale) continue;
      const { nodeMember } = supply.network;
      supply.refresh((node, level) => {
        const member = nodeMember[node]!;
        if (member !== -1 && Math.abs(this.state.arrived[member]! - level) > movement) this.setArrived(member, level);
      });
    }
  }

  private setArrived(member: number, level: number): void {
    const { state } = this;
    if (this.memberMark[member] === 0) {
      this.memberMark[member] = 1;
      this.changedMembers.push(member);
      this.arrivedBefore[member] = state.arrived[member]!;
    }
    state.arrived[member] = level;
    this.look(state.system.groupAsset[state.system.memberGroup[member]!]!);
  }

  private setLevel(asset: number, level: number): void {
    const { state } = this;
    if (this.changedMark[asset] === 0) {
      this.changedMark[asset] = 1;
      this.changed.push(asset);
      this.levelBefore[asset] = state.level[asset]!;
    }
    state.level[asset] = level;
    const { assetNetworkStart, assetNetwork, assetNode } = state.system;
    for (let at = assetNetworkStart[asset]!; at < assetNetworkStart[asset + 1]!; at += 1) {
      const supply = this.supplies[assetNetwork[at]!]!;
      if (supply.network.nodeMember[assetNode[at]!] === -1) supply.noteProducer(assetNode[at]!);
    }
  }
}

/**
 * Levels closer than 1e-9 to 0 or 1 are 0 or 1 (model.md section 2): what is left of a fall that only tends to 0 must not
 * lift a loop that is down.
 */
function plainLevel(level: number): number {
  return level <= 1e-9 ? 0 : level >= 1 - 1e-9 ? 1 : level;
}
