import type { System } from "../../system/system.ts";
import { type Chance, purposes } from "../chance/chance.ts";
import { entityKeys } from "../chance/entity-keys.ts";
import { symmetricPertQuantile } from "./symmetric-pert.ts";

/**
 * The groups with a buffer that may be longer or shorter than stated, and by what share at most (0..1; 0: none is
 * drawn).
 */
export interface BufferChances {
  readonly spread: number;
  readonly group: Int32Array;
  readonly keys: Uint32Array;
}

/** Finds the groups with a buffer; the entity of the draw is the dependent's id with the group's name. O(groups). */
export function bufferChances(system: System, spread: number): BufferChances {
  const group: number[] = [];
  if (spread > 0) {
    system.groupBufferTicks.forEach((ticks, position) => {
      if (ticks > 0) group.push(position);
    });
  }
  const ids = group.map((position) =>
    JSON.stringify([system.assetIds[system.groupAsset[position]!], system.groupNames[position]]),
  );
  return { spread, group: Int32Array.from(group), keys: entityKeys(ids) };
}

/**
 * How long the buffers last in a trial: what is stated times a factor from a PERT distribution on 1 - spread, 1, 1 +
 * spread. About 150 ns per buffer.
 */
export class BufferDraws {
  constructor(
    private readonly chances: BufferChances,
    private readonly chance: Chance,
    private readonly system: System,
  ) {}

  /**
   * [group] buffer in ticks: a new array for every trial, by which the engine knows that the buffers are other ones;
   * the system's own where none is drawn.
   */
  bufferTicks(trial: number): Float64Array {
    const { group, keys, spread } = this.chances;
    if (group.length === 0) return this.system.groupBufferTicks;
    const drawn = this.system.groupBufferTicks.slice();
    for (let at = 0; at < group.length; at += 1) {
      const position = group[at]!;
      const share = this.chance.uniform(purposes.buffer, keys[2 * at]!, keys[2 * at + 1]!, trial);
      const ticks = this.system.groupBufferTicks[position]! * (1 - spread + 2 * spread * symmetricPertQuantile(share));
      // A store that lasts no tick at full deficit is none, as when a system is compiled.
      drawn[position] = Math.round(ticks) === 0 ? 0 : ticks;
    }
    return drawn;
  }
}
