import type { System } from "../../system/system.ts";
import { ownLoopMembers } from "./own-loop.ts";
import { RestartWindows } from "./restart-windows.ts";

/** Where a member's level is read: an asset position (its level now), or one of these. */
const fromArrival = -1;
const alwaysFull = -2;

/**
 * Everything that changes during a run, as typed arrays over the positions of a system, and the rules that read it
 * (model.md section 2). Made once per system; `reset` brings back the undisturbed state in time proportional to what was
 * touched.
 */
export class CascadeState {
  /** [asset] */
  readonly availability: Float64Array;
  readonly level: Float64Array;
  /** [asset] potential since the last settled instant at which it changed. */
  readonly potential: Float64Array;
  readonly conducts: Uint8Array;
  /** [asset] counts the times it ceased to conduct, so that an awaited return can be called off. */
  readonly conductVersion: Int32Array;
  /** [asset] when it last ceased to conduct. */
  readonly cutTick: Float64Array;
  /** [asset] when its level last fell. */
  readonly fellTick: Float64Array;
  /** [member] what a lagged provider or a network gives now. */
  readonly arrived: Float64Array;
  /** [member] when that last fell. */
  readonly arrivedFellTick: Float64Array;
  /** [group] supply since the last settled instant at which it changed. */
  readonly supply: Float64Array;
  /** [group] what was left in the buffer at `drainTick`, in ticks at full deficit. */
  readonly bufferTicks: Float64Array;
  readonly drainTick: Float64Array;
  readonly empty: Uint8Array;
  /** [group] counts changes of the drain, so that an awaited emptying can be called off. */
  readonly drainVersion: Int32Array;
  readonly windows = new RestartWindows();
  /** [group] what its buffer holds when full, in ticks at full deficit: the system's, or the run's own. */
  fullBufferTicks: Float64Array;
  /** [member] where its level is read. */
  private readonly readFrom: Int32Array;
  /** [member] where its level is read in a run that closes none. */
  private readonly readFromOpen: Int32Array;
  /** Members closed for this run. */
  private readonly closed: number[] = [];
  private readonly touchedMark: Uint8Array;
  /** Assets whose state may differ from the undisturbed one: all that a run named or looked at. */
  readonly touched: number[] = [];

  constructor(readonly system: System) {
    const assetCount = system.assetIds.length;
    const groupCount = system.groupAsset.length;
    const memberCount = system.memberGroup.length;
    this.availability = new Float64Array(assetCount).fill(1);
    this.level = new Float64Array(assetCount).fill(1);
    this.potential = new Float64Array(assetCount).fill(1);
    this.conducts = new Uint8Array(assetCount).fill(1);
    this.conductVersion = new Int32Array(assetCount);
    this.cutTick = new Float64Array(assetCount).fill(-1);
    this.fellTick = new Float64Array(assetCount).fill(-1);
    this.arrived = new Float64Array(memberCount).fill(1);
    this.arrivedFellTick = new Float64Array(memberCount).fill(-1);
    this.supply = new Float64Array(groupCount).fill(1);
    this.fullBufferTicks = system.groupBufferTicks;
    this.bufferTicks = system.groupBufferTicks.slice();
    this.drainTick = new Float64Array(groupCount);
    this.empty = Uint8Array.from(system.groupBufferTicks, (ticks) => (ticks === 0 ? 1 : 0));
    this.drainVersion = new Int32Array(groupCount);
    const satisfied = ownLoopMembers(system);
    this.readFrom = system.memberProvider.map((provider, member) => {
      if (satisfied[member] === 1) return alwaysFull;
      return provider < 0 || system.memberLagTicks[member]! > 0 ? fromArrival : provider;
    });
    this.readFromOpen = this.readFrom.slice();
    this.touchedMark = new Uint8Array(assetCount);
  }

  /** True where a change of the provider reaches this member at once. */
  isDirect(member: number): boolean {
    return this.readFrom[member]! >= 0;
  }

  /** True where the member can be given less than everything at all. */
  isOpen(member: number): boolean {
    return this.readFrom[member] !== alwaysFull;
  }

  /** What a member is given now, 0..1. */
  memberLevel(member: number): number {
    const from = this.readFrom[member]!;
    if (from >= 0) return this.level[from]!;
    return from === fromArrival ? this.arrived[member]! : 1;
  }

  /** Supply `s_g` of a group now, 0..1. O(members). */
  groupSupply(group: number): number {
    const { memberStart, memberShare, groupNeed, groupGiven, groupThreshold } = this.system;
    let given = groupGiven[group]!;
    for (let member = memberStart[group]!; member < memberStart[group + 1]!; member += 1) {
      given += memberShare[member]! * this.memberLevel(member);
    }
    const need = groupNeed[group]!;
    if (groupThreshold[group] === 1) return given >= need - 1e-9 ? 1 : 0;
    const supply = given / need;
    return supply >= 1 - 1e-9 ? 1 : supply;
  }

  /** What a group leaves of its asset's function now, `c_g` in 0..1. */
  groupCeiling(group: number): number {
    return this.empty[group] === 1 ? 1 - this.system.groupLoss[group]! * (1 - this.groupSupply(group)) : 1;
  }

  /** Potential `p_i` of an asset now, 0..1. */
  potentialNow(asset: number): number {
    const { assetGroupStart } = this.system;
    let potential = this.availability[asset]!;
    for (let group = assetGroupStart[asset]!; group < assetGroupStart[asset + 1]!; group += 1) {
      if (this.empty[group] === 0) continue;
      const ceiling = this.groupCeiling(group);
      if (ceiling < potential) potential = ceiling;
    }
    return potential;
  }

  /** The most an asset can have because of what it lacked within its restart window before this instant. */
  restartCeiling(asset: number): number {
    if (this.system.restartTicks[asset] === 0) return 1;
    return Math.min(this.potential[asset]!, this.windows.floor(asset));
  }

  /** Marks an asset as one whose state may differ from the undisturbed one. */
  touch(asset: number): void {
    if (this.touchedMark[asset] === 1) return;
    this.touchedMark[asset] = 1;
    this.touched.push(asset);
  }

  /** Back to everything at 1 and every buffer full. O(touched assets with their groups and members). */
  reset(): void {
    for (const asset of this.touched) this.resetAsset(asset);
    this.touched.length = 0;
    this.windows.reset();
    for (const member of this.closed) this.readFrom[member] = this.readFromOpen[member]!;
    this.closed.length = 0;
  }

  /** The member counts as satisfied until the next reset. */
  close(member: number): void {
    this.closed.push(member);
    this.readFrom[member] = alwaysFull;
  }

  /** Takes other buffers than those at hand. O(groups), nothing where they are the same array. */
  takeBuffers(fullBufferTicks: Float64Array): void {
    if (fullBufferTicks === this.fullBufferTicks) return;
    this.fullBufferTicks = fullBufferTicks;
    this.bufferTicks.set(fullBufferTicks);
    for (let group = 0; group < fullBufferTicks.length; group += 1) {
      this.empty[group] = fullBufferTicks[group] === 0 ? 1 : 0;
    }
  }

  private resetAsset(asset: number): void {
    const { assetGroupStart, memberStart } = this.system;
    const { fullBufferTicks } = this;
    this.touchedMark[asset] = 0;
    this.availability[asset] = 1;
    this.level[asset] = 1;
    this.potential[asset] = 1;
    this.conducts[asset] = 1;
    this.cutTick[asset] = -1;
    this.fellTick[asset] = -1;
    for (let group = assetGroupStart[asset]!; group < assetGroupStart[asset + 1]!; group += 1) {
      this.supply[group] = 1;
      this.bufferTicks[group] = fullBufferTicks[group]!;
      this.empty[group] = fullBufferTicks[group] === 0 ? 1 : 0;
      for (let member = memberStart[group]!; member < memberStart[group + 1]!; member += 1) {
        this.arrived[member] = 1;
        this.arrivedFellTick[member] = -1;
      }
    }
  }
}
