import type { RunView } from "../data/run-view.ts";

/** The outline of "assets out by hour" as a stepped area in a box of this size. */
export function stepPath(run: RunView, width: number, height: number): string {
  const most = Math.max(1, ...run.assetsOut);
  const x = (hours: number) => Number(((width * hours) / run.endHours).toFixed(2));
  const y = (count: number) => Number((height - (height * count) / most).toFixed(2));
  const steps = run.eventHours.map((hours, index) => `H${x(hours)}V${y(run.assetsOut[index] ?? 0)}`);
  return `M0 ${height}${steps.join("")}H${width}V${height}Z`;
}
