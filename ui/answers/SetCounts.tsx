import { formatCount, formatHours, formatPlural } from "../data/numbers.ts";

interface CountProps {
  readonly hours: number;
  readonly horizonHours: number;
  readonly runs: number;
  readonly cappedRuns: number;
}

/** How the numbers about sets were made. */
export function SetCounts({ hours, horizonHours, runs, cappedRuns }: CountProps) {
  return (
    <p className="small soft">
      Lost for {formatHours(hours)}, horizon {formatHours(horizonHours)}; {formatPlural(runs, "cascade")} run
      {cappedRuns > 0 && `, ${formatCount(cappedRuns)} of them not complete`}.
    </p>
  );
}
