import type { Stopped } from "../../model/result.ts";
import type { System } from "../../system/system.ts";
import { NetworkSupply } from "../islands/network-supply.ts";
import { CascadeState } from "./cascade-state.ts";
import { CauseFinder } from "./cause-finder.ts";
import { EventQueue, eventKinds } from "./event-queue.ts";
import { type Settlement, Settler } from "./settle.ts";
import { Trace } from "./trace.ts";
import { type WatchedZones, ZoneWatch } from "./zone-watch.ts";

/** Shocks on single assets, one entry per shock and asset: availability from `fromTick` up to, not including, `toTick`. */
export interface ShockPlan {
  readonly asset: ArrayLike<number>;
  readonly fromTick: ArrayLike<number>;
  readonly toTick: ArrayLike<number>;
  readonly availability: ArrayLike<number>;
}

export interface CascadeOptions {
  readonly horizonTick: number;
  /** Events after which the run stops as `steps`. */
  readonly maxEvents: number;
  /** Whether the cause of every interval is worked out. */
  readonly causes: boolean;
  /** Members that count as satisfied in this run: dependencies through which a loss does not pass on. */
  readonly closedMembers?: ArrayLike<number>;
  /** [group] buffers of this run in place of the system's, in ticks. The same array again costs nothing. */
  readonly bufferTicks?: Float64Array;
}

/** What a run left behind; valid until the next run. */
export interface CascadeOutcome {
  readonly stopped: Stopped;
  /** Events worked through: the work counter. */
  readonly events: number;
  readonly trace: Trace;
}

/**
 * The event engine (model.md section 2): functional cascades with levels, lags, buffers, restart windows, black start and
 * networks as islands, exact in time. It is built once for a system and answers any number of runs.
 *
 * Cost of a run: O(log events) per event, plus the members of every asset an event or a change concerns, plus O(nodes +
 * connections) of a network each time one of its islands is cut or joined. Reset is in proportion to what was touched.
 */
export class Cascade {
  readonly state: CascadeState;
  readonly supplies: readonly NetworkSupply[];
  private readonly queue = new EventQueue();
  private readonly settler: Settler;
  private readonly trace: Trace;
  private readonly causes: CauseFinder;
  private readonly zoneWatch: ZoneWatch;
  private shocksOf = new Map<number, number[]>();

  constructor(readonly system: System) {
    this.state = new CascadeState(system);
    this.supplies = system.networks.map((network) => new NetworkSupply(network, this.state));
    this.settler = new Settler(this.state, this.supplies);
    this.trace = new Trace(system.assetIds.length);
    this.causes = new CauseFinder(this.state, this.trace, this.supplies);
    this.zoneWatch = new ZoneWatch(this.supplies);
  }

  /** Runs one scenario from the undisturbed state. */
  run(plan: ShockPlan, options: CascadeOptions): CascadeOutcome {
    this.reset();
    this.takeWorld(options);
    this.schedule(plan);
    let events = 0;
    while (this.queue.nextTick() < options.horizonTick && events < options.maxEvents) {
      const tick = this.queue.nextTick();
      this.settler.begin();
      for (; this.queue.nextTick() === tick; this.queue.pop()) {
        this.apply(tick, plan);
        events += 1;
      }
      this.finish(tick, this.settler.settle(), options.causes);
      if (options.causes) this.zoneWatch.note(tick);
    }
    const cut = this.queue.nextTick() < options.horizonTick;
    this.trace.close(options.horizonTick);
    const stopped = cut ? "steps" : this.awaitsAnything(plan) ? "horizon" : "settled";
    return { stopped, events, trace: this.trace };
  }

  private reset(): void {
    this.state.reset();
    for (const supply of this.supplies) supply.reset();
    this.queue.clear();
    this.trace.reset();
    this.causes.reset();
    this.zoneWatch.reset();
  }

  /** The networks balanced by zones, as far as the last run with causes went. */
  get watchedZones(): readonly WatchedZones[] {
    return this.zoneWatch.watched;
  }

  private takeWorld({ closedMembers, bufferTicks }: CascadeOptions): void {
    this.state.takeBuffers(bufferTicks ?? this.system.groupBufferTicks);
    if (closedMembers === undefined) return;
    for (let at = 0; at < closedMembers.length; at += 1) this.state.close(closedMembers[at]!);
  }

  private schedule(plan: ShockPlan): void {
    this.shocksOf = new Map();
    for (let shock = 0; shock < plan.asset.length; shock += 1) {
      const asset = plan.asset[shock]!;
      const list = this.shocksOf.get(asset);
      if (list === undefined) this.shocksOf.set(asset, [shock]);
      else list.push(shock);
      this.queue.push(plan.fromTick[shock]!, eventKinds.shockEdge, asset, 0);
      const end = plan.toTick[shock]!;
      if (end !== Number.POSITIVE_INFINITY) this.queue.push(end, eventKinds.shockEdge, asset, 0);
    }
  }

  private apply(tick: number, plan: ShockPlan): void {
    const { queue, state, settler } = this;
    const subject = queue.nextSubject();
    switch (queue.nextKind()) {
      case eventKinds.shockEdge:
        this.setAvailability(subject, tick, plan);
        break;
      case eventKinds.windowEnd:
        state.windows.expire(subject, tick);
        settler.name(subject);
        break;
      case eventKinds.conductAgain:
        if (state.conductVersion[subject] === queue.nextValue()) this.setConducts(subject, 1);
        break;
      case eventKinds.bufferEmpty:
        if (state.drainVersion[subject] !== queue.nextValue()) break;
        state.empty[subject] = 1;
        settler.name(state.system.groupAsset[subject]!);
        break;
      case eventKinds.arrival:
        settler.arrive(subject, queue.nextValue());
        break;
    }
  }

  private setAvailability(asset: number, tick: number, plan: ShockPlan): void {
    const { state, system } = this;
    const availability = this.availabilityAt(asset, tick, plan);
    const before = state.availability[asset]!;
    this.settler.name(asset);
    state.availability[asset] = availability;
    if (before > 0 === availability > 0) return;
    if (availability > 0) {
      const restartTicks = system.restartTicks[asset]!;
      if (restartTicks > 0 && system.assetNetworkStart[asset]! < system.assetNetworkStart[asset + 1]!) {
        this.queue.push(tick + restartTicks, eventKinds.conductAgain, asset, state.conductVersion[asset]!);
      }
      this.setConducts(asset, restartTicks > 0 ? 0 : 1);
    } else {
      state.cutTick[asset] = tick;
      state.conductVersion[asset]! += 1;
      this.setConducts(asset, 0);
    }
  }

  /** The product of the shocks that hold an asset at a tick. */
  private availabilityAt(asset: number, tick: number, plan: ShockPlan): number {
    let availability = 1;
    for (const shock of this.shocksOf.get(asset) ?? []) {
      if (plan.fromTick[shock]! <= tick && tick < plan.toTick[shock]!) availability *= plan.availability[shock]!;
    }
    return availability;
  }

  private setConducts(asset: number, conducts: 0 | 1): void {
    const { assetNetworkStart, assetNetwork, assetNode } = this.system;
    this.state.conducts[asset] = conducts;
    for (let at = assetNetworkStart[asset]!; at < assetNetworkStart[asset + 1]!; at += 1) {
      this.supplies[assetNetwork[at]!]!.noteConduction(assetNode[at]!);
    }
  }

  /** Books what an instant changed: windows, buffers, lagged arrivals, intervals and their causes. */
  private finish(tick: number, settlement: Settlement, causes: boolean): void {
    const moved = causes ? new Set<number>() : null;
    for (const asset of settlement.seen) {
      if (this.bookPotential(asset, tick)) moved?.add(asset);
      this.bookBuffers(asset, tick);
    }
    for (const member of settlement.changedMembers) {
      if (this.state.arrived[member]! < settlement.arrivedBefore[member]!) this.state.arrivedFellTick[member] = tick;
    }
    for (const asset of settlement.changed) {
      if (this.bookLevel(asset, tick, settlement.levelBefore[asset]!)) moved?.add(asset);
    }
    if (moved !== null) this.causes.resolve(tick, [...moved]);
  }

  /** True where a potential below 1 began. */
  private bookPotential(asset: number, tick: number): boolean {
    const { state } = this;
    const before = state.potential[asset]!;
    const now = state.potentialNow(asset);
    if (now === before) return false;
    const restartTicks = this.system.restartTicks[asset]!;
    if (restartTicks > 0 && now > before) {
      state.windows.add(asset, before, tick + restartTicks, this.causes.potentialCause(asset));
      this.queue.push(tick + restartTicks, eventKinds.windowEnd, asset, 0);
    }
    state.potential[asset] = now;
    return now < 1 - 1e-9 && Math.abs(now - before) > 1e-9;
  }

  private bookBuffers(asset: number, tick: number): void {
    const { state, system } = this;
    for (let group = system.assetGroupStart[asset]!; group < system.assetGroupStart[asset + 1]!; group += 1) {
      const fullTicks = state.fullBufferTicks[group]!;
      if (fullTicks === 0) continue;
      const before = state.supply[group]!;
      const now = state.groupSupply(group);
      if (now === before) continue;
      state.supply[group] = now;
      state.drainVersion[group]! += 1;
      if (now === 1) {
        state.bufferTicks[group] = fullTicks;
        state.empty[group] = 0;
      } else if (state.empty[group] === 0) {
        const drained = (1 - before) * (tick - state.drainTick[group]!);
        const left = Math.max(0, state.bufferTicks[group]! - drained);
        state.bufferTicks[group] = left;
        state.drainTick[group] = tick;
        const ends = tick + Math.max(1, Math.round(left / (1 - now)));
        this.queue.push(ends, eventKinds.bufferEmpty, group, state.drainVersion[group]!);
      }
    }
  }

  /** True where an interval began. */
  private bookLevel(asset: number, tick: number, before: number): boolean {
    const { state, system } = this;
    const now = state.level[asset]!;
    if (now === before) return false;
    if (now < before) state.fellTick[asset] = tick;
    for (let at = system.suppliedStart[asset]!; at < system.suppliedStart[asset + 1]!; at += 1) {
      const member = system.suppliedMember[at]!;
      if (state.isDirect(member) || !state.isOpen(member)) continue;
      this.queue.push(tick + system.memberLagTicks[member]!, eventKinds.arrival, member, now);
    }
    return this.trace.note(asset, tick, now) !== -1;
  }

  /** Whether any event is still to come that has not been called off and would change anything. */
  private awaitsAnything(plan: ShockPlan): boolean {
    const { queue, state } = this;
    for (; queue.size > 0; queue.pop()) {
      const subject = queue.nextSubject();
      const kind = queue.nextKind();
      const calledOff =
        (kind === eventKinds.shockEdge &&
          this.availabilityAt(subject, queue.nextTick(), plan) === state.availability[subject]) ||
        (kind === eventKinds.bufferEmpty && state.drainVersion[subject] !== queue.nextValue()) ||
        (kind === eventKinds.conductAgain && state.conductVersion[subject] !== queue.nextValue());
      if (!calledOff) return true;
    }
    return false;
  }
}
