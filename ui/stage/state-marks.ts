import type { RunView } from "../data/run-view.ts";
import type { StateMark } from "./draw-land.ts";
import { hitToken } from "./hit-tint.ts";

/** What the ground of each State says at an hour: hit so far, or only shocked by the scenario itself. */
export function stateMarks(run: RunView | null, hour: number): ReadonlyMap<string, StateMark> {
  const marks = new Map<string, StateMark>();
  for (const { code, firstHours } of run?.result.states ?? []) {
    if (firstHours === null) marks.set(code, { firstHours, token: null });
    else if (firstHours <= hour) marks.set(code, { firstHours, token: hitToken(firstHours) });
  }
  return marks;
}
