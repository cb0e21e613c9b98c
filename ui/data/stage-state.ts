import type { GraphIndex } from "./graph-index.ts";
import { levelAt, type RunView } from "./run-view.ts";

/**
 * How an asset stands at an hour, as the one number the drawing program reads: 0 up to 1 is its level of function (out or
 * weakened), the values below are the rest.
 */
export const stageState = {
  /** No run is shown. */
  plain: -1,
  /** Was out and is back. */
  back: 2,
  /** Not touched by the run so far. */
  untouched: 3,
} as const;

/** Writes the state of every asset at an hour into `states` (one number per asset). Linear in assets. */
export function writeStageStates(graph: GraphIndex, run: RunView | null, hour: number, states: Float32Array): void {
  if (run === null) {
    states.fill(stageState.plain);
    return;
  }
  states.fill(stageState.untouched);
  for (const asset of run.result.assets) {
    const index = graph.indexById.get(asset.id);
    if (index === undefined) continue;
    const level = levelAt(asset.outages, hour);
    if (level < 1) states[index] = level;
    else if ((asset.outages[0]?.fromHours ?? Infinity) <= hour) states[index] = stageState.back;
  }
}
