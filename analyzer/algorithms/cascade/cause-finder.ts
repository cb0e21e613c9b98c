import type { NetworkSupply } from "../islands/network-supply.ts";
import type { CascadeState } from "./cascade-state.ts";
import { NetworkCause } from "./network-cause.ts";
import { type Cause, shockCause, type Trace } from "./trace.ts";

/**
 * Fixes the cause of every interval at its start (model.md section 2, Cause): the asset's own shock where its availability
 * alone gives the potential; otherwise the binding group (lowest ceiling, ties by group name) and in it the provider with
 * the lowest level (ties: the one that fell last, then by id).
 *
 * Assets that fall at one instant may name each other. A cause is therefore only taken once the provider's own is known;
 * where all that are left wait for one another, the best candidate that is known breaks the tie.
 */
export class CauseFinder {
  /** Why each asset's potential is what it is, since that potential began. */
  private readonly ofPotential = new Map<number, Cause>();
  private readonly networks: readonly NetworkCause[];

  constructor(
    private readonly state: CascadeState,
    private readonly trace: Trace,
    supplies: readonly NetworkSupply[],
  ) {
    this.networks = supplies.map((supply) => new NetworkCause(state, supply));
  }

  reset(): void {
    this.ofPotential.clear();
    for (const network of this.networks) network.reset();
  }

  potentialCause(asset: number): Cause | null {
    return this.ofPotential.get(asset) ?? null;
  }

  /**
   * Works out the causes of one instant.
   *
   * @param assets whose potential is below 1 and began now, or whose new interval shows it
   */
  resolve(tick: number, assets: readonly number[]): void {
    const waiting = new Map<number, number[]>();
    const ready = assets.filter((asset) => !this.settleFromWindow(asset, tick));
    const open = new Set(ready);
    let queue = [...ready];
    while (open.size > 0) {
      for (let asset = queue.pop(); asset !== undefined; asset = queue.pop()) {
        if (!open.has(asset)) continue;
        const cause = this.preferred(asset, tick);
        if (this.isKnown(cause)) queue.push(...this.take(asset, cause, open, waiting));
        else waiting.set(cause.record, [...(waiting.get(cause.record) ?? []), asset]);
      }
      if (open.size > 0) queue = this.breakLoop(tick, open, waiting);
    }
  }

  /** An interval bound by the restart window alone has the cause of that past potential; others wait for theirs. */
  private settleFromWindow(asset: number, tick: number): boolean {
    const { state, trace } = this;
    const record = trace.open[asset]!;
    if (record === -1 || trace.cause[record] != null) return false;
    if (Math.abs(trace.level[record]! - state.potential[asset]!) <= 1e-9) return false;
    trace.cause[record] = state.windows.floorCause(asset) ?? this.potentialCause(asset) ?? this.preferred(asset, tick);
    return state.potential[asset]! >= 1 - 1e-9;
  }

  private isKnown(cause: Cause): boolean {
    return cause.record === -1 || this.trace.cause[cause.record] != null;
  }

  private take(asset: number, cause: Cause, open: Set<number>, waiting: Map<number, number[]>): number[] {
    const { trace, state } = this;
    open.delete(asset);
    this.ofPotential.set(asset, cause);
    const record = trace.open[asset]!;
    if (record === -1 || trace.cause[record] != null) return [];
    if (Math.abs(trace.level[record]! - state.potential[asset]!) > 1e-9) return [];
    trace.cause[record] = cause;
    const released = waiting.get(record) ?? [];
    waiting.delete(record);
    return released;
  }

  /**
   * All that are left wait for one another. Those with any known candidate take it; else the chain begins at those that a
   * shock holds in part, else at the first.
   */
  private breakLoop(tick: number, open: Set<number>, waiting: Map<number, number[]>): number[] {
    const left = [...open].toSorted((a, b) => a - b);
    let chosen = left.flatMap((asset) => {
      const cause = this.candidates(asset, tick).find((candidate) => this.isKnown(candidate));
      return cause === undefined ? [] : [{ asset, cause }];
    });
    if (chosen.length === 0) {
      const shocked = left.filter((asset) => this.state.availability[asset]! < 1 - 1e-9);
      chosen = shocked.map((asset) => ({ asset, cause: shockCause }));
    }
    if (chosen.length === 0) {
      const first = left[0]!;
      chosen = [{ asset: first, cause: { ...this.preferred(first, tick), record: -1 } }];
    }
    return chosen.flatMap(({ asset, cause }) => this.take(asset, cause, open, waiting));
  }

  private preferred(asset: number, tick: number): Cause {
    const { availability } = this.state;
    if (availability[asset]! <= this.state.potentialNow(asset) + 1e-9) return shockCause;
    return this.candidates(asset, tick)[0] ?? shockCause;
  }

  /** What may be named as the cause, best first. */
  private candidates(asset: number, tick: number): Cause[] {
    const { state } = this;
    const { assetGroupStart } = state.system;
    const potential = state.potentialNow(asset);
    const causes: Cause[] = [];
    for (let group = assetGroupStart[asset]!; group < assetGroupStart[asset + 1]!; group += 1) {
      if (state.groupCeiling(group) <= potential + 1e-9) causes.push(...this.groupCandidates(group, tick));
    }
    return causes;
  }

  private groupCandidates(group: number, tick: number): Cause[] {
    const { state } = this;
    const { memberStart } = state.system;
    const short: { member: number; level: number; fell: number }[] = [];
    for (let member = memberStart[group]!; member < memberStart[group + 1]!; member += 1) {
      const level = state.memberLevel(member);
      if (state.isOpen(member) && level < 1 - 1e-9) short.push({ member, level, fell: this.fellTick(member) });
    }
    return short
      .toSorted((x, y) =>
        Math.abs(x.level - y.level) > 1e-9 ? x.level - y.level : y.fell - x.fell || x.member - y.member,
      )
      .map(({ member }) => this.causeThrough(group, member, tick));
  }

  private fellTick(member: number): number {
    const provider = this.state.system.memberProvider[member]!;
    return this.state.isDirect(member) ? this.state.fellTick[provider]! : this.state.arrivedFellTick[member]!;
  }

  private causeThrough(group: number, member: number, tick: number): Cause {
    const { system } = this.state;
    const named = system.memberProvider[member]!;
    const provider = named >= 0 ? named : this.behindNetwork(-1 - named, system.groupAsset[group]!, tick);
    const record = provider === -1 ? -1 : this.trace.at(provider, tick - system.memberLagTicks[member]!);
    return { group, member, provider, record };
  }

  private behindNetwork(network: number, asset: number, tick: number): number {
    const { assetNetworkStart, assetNetwork, assetNode } = this.state.system;
    for (let at = assetNetworkStart[asset]!; at < assetNetworkStart[asset + 1]!; at += 1) {
      if (assetNetwork[at] === network) return this.networks[network]!.find(assetNode[at]!, tick);
    }
    return -1;
  }
}
