import { useMemo } from "react";
import type { RunView } from "../data/run-view.ts";
import type { StateMark } from "./draw-land.ts";
import { stateMarks } from "./state-marks.ts";

/** The marks at an hour; the same map as long as no further State is hit. */
export function useStateMarks(run: RunView | null, hour: number): ReadonlyMap<string, StateMark> {
  const lastHit = run?.stateHits.findLast((hit) => hit.hours <= hour)?.hours ?? null;
  return useMemo(() => stateMarks(run, lastHit ?? -1), [run, lastHit]);
}
