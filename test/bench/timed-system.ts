import type { Dataset } from "../../analyzer/index.ts";
import { SeededRandom } from "../support/seeded-random.ts";
import { seededDataset, type SeededSystem } from "../support/seeded-systems.ts";

const seed = 44;
/** Times are whole quarter hours, so that every peer holds them exactly. */
export const quartersPerHour = 4;

/** A seeded system in which losses take time, in quarter hours. */
export interface TimedSystem extends SeededSystem {
  /** [group] how long its owner runs on. */
  readonly buffer: Int32Array;
  /** [member] until the loss arrives. */
  readonly lag: Int32Array;
}

/** A buffer of up to a day in every fourth group, a lag of up to eight hours on every fifth dependency; the same every time. */
export function timedSystem(system: SeededSystem): TimedSystem {
  const random = new SeededRandom(seed);
  const buffer = system.groups.owner.map(() => (random.below(4) === 0 ? 1 + random.below(24 * quartersPerHour) : 0));
  const lag = system.groups.member.map(() => (random.below(5) === 0 ? 1 + random.below(8 * quartersPerHour) : 0));
  return { ...system, buffer, lag };
}

/** The same as rows, for the core. */
export function timedDataset(system: TimedSystem): Dataset {
  const { memberStart, member } = system.groups;
  const memberAt = new Map<string, { readonly group: number; readonly at: number }>();
  for (let group = 0; group < system.groups.owner.length; group += 1) {
    for (let at = memberStart[group]!; at < memberStart[group + 1]!; at += 1) {
      memberAt.set(`${group}.${member[at]!}`, { group, at });
    }
  }
  const dataset = seededDataset(system);
  const dependencies = dataset.dependencies.map((row) => {
    const place = memberAt.get(row.id);
    if (place === undefined) throw new Error(`${row.id} is no dependency of the seeded system`);
    const bufferHours = system.buffer[place.group]! / quartersPerHour;
    return { ...row, bufferHours, lagHours: system.lag[place.at]! / quartersPerHour };
  });
  return { ...dataset, dependencies };
}
