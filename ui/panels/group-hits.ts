import type { RunView } from "../data/run-view.ts";

/** First hits that would stand on one another in the chart, under the hour of the first of them. */
export interface HitGroup {
  readonly hours: number;
  readonly codes: readonly string[];
}

/** Joins hits that lie within a twelfth of the timeline of the group's first. */
export function groupHits(run: RunView): readonly HitGroup[] {
  const groups: { hours: number; codes: string[] }[] = [];
  for (const { code, hours } of run.stateHits) {
    const last = groups.at(-1);
    if (last && hours - last.hours < run.endHours / 12) last.codes.push(code);
    else groups.push({ hours, codes: [code] });
  }
  return groups;
}
