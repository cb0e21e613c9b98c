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
        if (this.isKnown(cause)) for (const released of this.take(asset, cause, open, waiting)) queue.push(released);
        else wait(waiting, cause.record, asset);
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
   * All that are left wait for one another. Of those that form a loop, the ones whose binding groups offer a known provider
   * take it; else the chain begins at those that a shock holds in part; else a group that is short without binding tells
   * what set the loop off, if need be from behind it. What merely waits behind a loop otherwise goes on waiting.
   */
  private breakLoop(tick: number, open: Set<number>, waiting: Map<number, number[]>): number[] {
    const loop = this.loopMembers(open, waiting);
    const all = [...open].toSorted((a, b) => a - b);
    const known = (assets: readonly number[], below: (asset: number) => number) =>
      assets.flatMap((asset) => {
        const cause = this.candidates(asset, tick, below(asset)).find((candidate) => this.isKnown(candidate));
        return cause === undefined ? [] : [{ asset, cause }];
      });
    const shocked = (assets: readonly number[]) =>
      assets
        .filter((asset) => this.state.availability[asset]! < 1 - 1e-9)
        .map((asset) => ({ asset, cause: shockCause }));
    const first = loop[0]!;
    const ways = [
      () => known(loop, (asset) => this.state.potentialNow(asset)),
      () => shocked(loop),
      () => known(loop, () => 1 - 2e-9),
      () => shocked(all),
      () => known(all, () => 1 - 2e-9),
      () => [{ asset: first, cause: { ...this.preferred(first, tick), record: -1 } }],
    ];
    let chosen: readonly { asset: number; cause: Cause }[] = [];
    for (const way of ways) if (chosen.length === 0) chosen = way();
    return chosen.flatMap(({ asset, cause }) => this.take(asset, cause, open, waiting));
  }

  /** The assets that, following whom each waits for, come back to themselves; ascending. */
  private loopMembers(open: ReadonlySet<number>, waiting: ReadonlyMap<number, readonly number[]>): number[] {
    const waitsFor = new Map<number, number>();
    for (const [record, assets] of waiting) {
      for (const asset of assets) if (open.has(asset)) waitsFor.set(asset, this.trace.asset[record]!);
    }
    const walkOf = new Map<number, number>();
    const members: number[] = [];
    for (const first of open) {
      let asset: number | undefined = first;
      while (asset !== undefined && !walkOf.has(asset)) {
        walkOf.set(asset, first);
        asset = waitsFor.get(asset);
      }
      if (asset === undefined || walkOf.get(asset) !== first) continue;
      const start = asset;
      do {
        members.push(asset);
        asset = waitsFor.get(asset)!;
      } while (asset !== start);
    }
    return members.length > 0 ? members.toSorted((a, b) => a - b) : [...open].toSorted((a, b) => a - b);
  }

  private preferred(asset: number, tick: number): Cause {
    const { availability } = this.state;
    if (availability[asset]! <= this.state.potentialNow(asset) + 1e-9) return shockCause;
    return this.candidates(asset, tick, this.state.potentialNow(asset))[0] ?? shockCause;
  }

  /** What may be named as the cause, best first: the groups that leave at most `ceiling`, lowest first, ties by name. */
  private candidates(asset: number, tick: number, ceiling: number): Cause[] {
    const { state } = this;
    const { assetGroupStart } = state.system;
    const short: { group: number; left: number }[] = [];
    for (let group = assetGroupStart[asset]!; group < assetGroupStart[asset + 1]!; group += 1) {
      const left = state.groupCeiling(group);
      if (left <= ceiling + 1e-9) short.push({ group, left });
    }
    return short
      .toSorted((x, y) => (Math.abs(x.left - y.left) > 1e-9 ? x.left - y.left : x.group - y.group))
      .flatMap(({ group }) => this.groupCandidates(group, tick));
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

/** Notes that an asset waits for the cause of a record. Lists grow in place: thousands may wait for one provider. */
function wait(waiting: Map<number, number[]>, record: number, asset: number): void {
  const list = waiting.get(record);
  if (list === undefined) waiting.set(record, [asset]);
  else list.push(asset);
}
