import { formatValue } from "../data/numbers.ts";

const minute = 60;
const hour = 3600;
const day = 86_400;

/** `about 12 s`: an estimate is rough, so it is told with two digits at most. */
export function estimateText(seconds: number): string {
  if (!Number.isFinite(seconds)) return "time not known";
  if (seconds < 1) return "under a second";
  if (seconds < 1.5 * minute) return `about ${rough(seconds)} s`;
  if (seconds < 1.5 * hour) return `about ${rough(seconds / minute)} min`;
  return seconds < 2 * day ? `about ${rough(seconds / hour)} h` : `about ${rough(seconds / day)} days`;
}

const rough = (value: number): string => formatValue(Number(value.toPrecision(2)));
