import { useEffect } from "react";
import { nextEvent, type RunView } from "../data/run-view.ts";
import { setScreen, useScreen } from "../state/screen-store.ts";

/** At normal speed a whole run takes no longer than this, and a step no longer than the second one. */
const wholeRunMs = 24_000;
const slowestStepMs = 900;
const fastestStepMs = 60;

export function stepMs(run: RunView, speed: number): number {
  const normal = Math.min(slowestStepMs, wholeRunMs / Math.max(1, run.eventHours.length));
  return Math.max(fastestStepMs, normal / speed);
}

/** While playing, goes from change to change, and stops at the last. */
export function usePlayback(run: RunView): void {
  const playing = useScreen((screen) => screen.playing);
  const speed = useScreen((screen) => screen.speed);
  const hour = useScreen((screen) => screen.hour);
  useEffect(() => {
    if (!playing) return;
    if (hour >= run.endHours) return setScreen({ playing: false });
    const timer = setTimeout(() => setScreen({ hour: nextEvent(run, hour) }), stepMs(run, speed));
    return () => clearTimeout(timer);
  }, [playing, speed, hour, run]);
}
