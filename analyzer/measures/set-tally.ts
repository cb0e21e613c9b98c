import type { Trace } from "../algorithms/cascade/trace.ts";
import type { RankRow } from "../model/result.ts";
import type { Territory } from "../system/territory.ts";
import { recordLossHours } from "./losses.ts";
import { PersonHours } from "./reach.ts";

/** Every consequence of one run. */
export type ConsequenceValues = Omit<RankRow, "rank" | "id">;

/**
 * What the loss of a set of assets brought (model.md section 4), one run after another over the same buffers. Every sum is
 * made by ascending asset, so that the same loss has the same bits whoever asks.
 */
export class SetTally {
  /** [asset] outage hours in the run at hand. */
  readonly lossOf: Float64Array;
  /** The assets that lost anything in the run at hand, ascending. */
  losing: readonly number[] = [];
  private run = 0;
  /** [asset], [State], [sector] the run in which it was last named, home, reached. */
  private readonly namedIn: Int32Array;
  private readonly homeIn: Int32Array;
  private readonly stateIn: Int32Array;
  private readonly sectorIn: Int32Array;

  constructor(private readonly territory: Territory) {
    this.lossOf = new Float64Array(territory.sectorOf.length);
    this.namedIn = new Int32Array(territory.sectorOf.length);
    this.homeIn = new Int32Array(territory.codes.length);
    this.stateIn = new Int32Array(territory.codes.length);
    this.sectorIn = new Int32Array(territory.sectors.length);
  }

  /** The assets that lost anything, ascending; what each lost stands in `lossOf`. */
  lossesByAsset(trace: Trace): number[] {
    const assets: number[] = [];
    for (let record = 0; record < trace.count; record += 1) {
      const asset = trace.asset[record]!;
      if (trace.previous[record] === -1) {
        assets.push(asset);
        this.lossOf[asset] = 0;
      }
      this.lossOf[asset]! += recordLossHours(trace, record);
    }
    this.losing = assets.sort((a, b) => a - b);
    return assets;
  }

  /**
   * The consequences of a run in which the assets of `named` were shocked.
   *
   * Cost: O(records + assets reached x (shares + log assets reached)).
   */
  consequences(named: ArrayLike<number>, trace: Trace): ConsequenceValues {
    const { shareStart, stateOf, shareOf, peopleServed } = this.territory;
    this.nameAll(named);
    const people = new PersonHours();
    let outageHours = 0;
    let foreignOutageHours = 0;
    const reached = { states: 0, foreignStates: 0, sectors: 0 };
    const assets = this.lossesByAsset(trace);
    for (const asset of assets) {
      const loss = this.lossOf[asset]!;
      outageHours += loss;
      people.add(loss, peopleServed[asset]!);
      for (let at = shareStart[asset]!; at < shareStart[asset + 1]!; at += 1) {
        if (this.homeIn[stateOf[at]!] !== this.run) foreignOutageHours += loss * shareOf[at]!;
      }
      if (this.namedIn[asset] !== this.run) this.countReached(asset, reached);
    }
    return {
      outageHours,
      personHours: people.value(),
      foreignOutageHours,
      assetsDisrupted: assets.length,
      statesReached: reached.states,
      foreignStatesReached: reached.foreignStates,
      sectorsReached: reached.sectors,
    };
  }

  private nameAll(named: ArrayLike<number>): void {
    const { shareStart, stateOf } = this.territory;
    this.run += 1;
    for (let index = 0; index < named.length; index += 1) {
      const asset = named[index]!;
      this.namedIn[asset] = this.run;
      for (let at = shareStart[asset]!; at < shareStart[asset + 1]!; at += 1) this.homeIn[stateOf[at]!] = this.run;
    }
  }

  /** Counts the States and the sector of an asset that no shock names, each once. */
  private countReached(asset: number, reached: { states: number; foreignStates: number; sectors: number }): void {
    const { shareStart, stateOf, sectorOf } = this.territory;
    if (this.sectorIn[sectorOf[asset]!] !== this.run) {
      this.sectorIn[sectorOf[asset]!] = this.run;
      reached.sectors += 1;
    }
    for (let at = shareStart[asset]!; at < shareStart[asset + 1]!; at += 1) {
      const state = stateOf[at]!;
      if (this.stateIn[state] === this.run) continue;
      this.stateIn[state] = this.run;
      reached.states += 1;
      if (this.homeIn[state] !== this.run) reached.foreignStates += 1;
    }
  }
}
