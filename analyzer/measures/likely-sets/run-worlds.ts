import { blockTrials } from "../../algorithms/chance/chance.ts";
import type { Lanes } from "../../algorithms/lanes/lanes.ts";
import { startLanes } from "../../algorithms/lanes/start-lanes.ts";
import type { WorldSystem } from "../../algorithms/lanes/world-system.ts";
import type { Territory } from "../../system/territory.ts";
import type { Watch } from "../watch.ts";
import { WorldTally, type WorldsPart } from "./world-tally.ts";

/** What the worlds of one scenario need. Can be sent to another thread. */
export interface WorldsWork {
  readonly worlds: WorldSystem;
  readonly seed: number;
  readonly trials: number;
  /** Assets that the shocks select, hit or not, ascending: none of them counts as reached. */
  readonly named: Int32Array;
}

/** How many blocks of 128 trials hold them all. */
export function blockCount(trials: number): number {
  return Math.ceil(trials / blockTrials);
}

/**
 * Computes the worlds of the blocks `from` up to, not including, `to`. Null where the caller aborted.
 *
 * Cost: about 1 ns per edge and world where much is lost, far less where little is; and 2 ns per asset lost in a world.
 */
export function runWorlds(
  territory: Territory,
  work: WorldsWork,
  from: number,
  to: number,
  watch: Watch,
): WorldsPart | null {
  return tallyWorlds(startLanes(work.worlds, work.seed), territory, work, from, to, watch);
}

/** The same over lanes at hand; of 32 or 128 worlds, the part has the same bytes. */
export function tallyWorlds(
  lanes: Lanes,
  territory: Territory,
  work: WorldsWork,
  from: number,
  to: number,
  watch: Watch,
): WorldsPart | null {
  const first = from * blockTrials;
  const count = Math.min(work.trials, to * blockTrials) - first;
  const tally = new WorldTally(work.worlds, territory, work.named, count);
  for (let done = 0; done < count; done += lanes.width) {
    if (watch.aborted()) return null;
    lanes.run(first + done, Math.min(lanes.width, count - done));
    tally.add(lanes, done);
    watch.progress(Math.min(count, done + lanes.width), count);
  }
  return tally.part();
}
