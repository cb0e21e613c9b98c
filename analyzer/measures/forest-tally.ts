import type { ForestTally } from "../algorithms/timed-closure/timed-forest.ts";
import type { Territory } from "../system/territory.ts";
import { ticksPerHour } from "../system/ticks.ts";
import type { ConsequenceValues } from "./set-tally.ts";
import { TwoLimbSum } from "./two-limb-sum.ts";

/** Sums of what failed, and of what failed times when. */
class FailureSum {
  count = 0;
  private readonly amounts = new TwoLimbSum();
  private readonly amountTicks = new TwoLimbSum();

  add(amount: number, tick: number, sign: 1 | -1): void {
    this.count += sign;
    this.amounts.add(sign * amount);
    this.amountTicks.addProduct(sign * amount, tick);
    if (this.count > 0) return;
    this.amounts.clear();
    this.amountTicks.clear();
  }

  /** What is lost up to `endTick`, in amount x hours. */
  hoursUntil(endTick: number): number {
    return this.amounts.timesLess(endTick, this.amountTicks) / ticksPerHour;
  }
}

/** The consequences of the assets that have failed and stay so, kept up while a forest adds and removes them. */
export class FailureTally implements ForestTally {
  private readonly all = new FailureSum();
  private readonly people = new FailureSum();
  /** [State] by share; counts assets with a share there. */
  private readonly states: readonly FailureSum[];
  private readonly sectorCount: Int32Array;

  constructor(private readonly territory: Territory) {
    this.states = territory.codes.map(() => new FailureSum());
    this.sectorCount = new Int32Array(territory.sectors.length);
  }

  add(asset: number, tick: number): void {
    this.change(asset, tick, 1);
  }

  remove(asset: number, tick: number): void {
    this.change(asset, tick, -1);
  }

  private change(asset: number, tick: number, sign: 1 | -1): void {
    const { shareStart, stateOf, shareOf, sectorOf, peopleServed } = this.territory;
    this.all.add(1, tick, sign);
    this.sectorCount[sectorOf[asset]!]! += sign;
    if (!Number.isNaN(peopleServed[asset]!)) this.people.add(peopleServed[asset]!, tick, sign);
    for (let at = shareStart[asset]!; at < shareStart[asset + 1]!; at += 1) {
      this.states[stateOf[at]!]!.add(shareOf[at]!, tick, sign);
    }
  }

  /** What the loss of `source`, which is among the failed, came to by `endTick`. O(States + sectors). */
  consequences(source: number, endTick: number): ConsequenceValues {
    const { shareStart, stateOf, sectorOf } = this.territory;
    const home = stateOf.subarray(shareStart[source], shareStart[source + 1]);
    const { all, people, sectorCount } = this;
    let foreignOutageHours = 0;
    let statesReached = 0;
    let foreignStatesReached = 0;
    for (let state = 0; state < this.states.length; state += 1) {
      const sum = this.states[state]!;
      const own = home.includes(state);
      if (sum.count > (own ? 1 : 0)) statesReached += 1;
      if (own || sum.count === 0) continue;
      foreignStatesReached += 1;
      foreignOutageHours += sum.hoursUntil(endTick);
    }
    let sectorsReached = 0;
    sectorCount.forEach((count, sector) => {
      if (count > (sector === sectorOf[source] ? 1 : 0)) sectorsReached += 1;
    });
    return {
      outageHours: all.hoursUntil(endTick),
      personHours: people.count === 0 ? null : people.hoursUntil(endTick),
      foreignOutageHours,
      assetsDisrupted: all.count,
      statesReached,
      foreignStatesReached,
      sectorsReached,
    };
  }
}
