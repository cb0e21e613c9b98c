import { useMemo } from "react";
import { formatCount } from "../data/numbers.ts";
import type { RunView } from "../data/run-view.ts";
import { groupHits } from "./group-hits.ts";
import { stepPath } from "./step-path.ts";

const width = 1000;
const height = 100;

/** How many assets are out over the hours, with a mark where a State is hit for the first time. */
export function TimelineChart({ run, hour }: { readonly run: RunView; readonly hour: number }) {
  const path = useMemo(() => stepPath(run, width, height), [run]);
  const most = Math.max(...run.assetsOut);
  const share = (hours: number) => `${(100 * hours) / run.endHours}%`;
  return (
    <>
      <svg className="chart" viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
        <path d={path} />
        <rect className="chart-future" x={(width * hour) / run.endHours} y="0" width={width} height={height} />
      </svg>
      <span className="chart-most small faint" aria-hidden="true">
        {formatCount(most)} out
      </span>
      <ol className="chart-hits" aria-label="First hits of States">
        {groupHits(run).map(({ codes, hours }) => (
          <li key={hours} style={{ insetInlineStart: share(hours) }} data-lit={hours <= hour} title={codes.join(", ")}>
            {codes.slice(0, 3).join(" ")}
            {codes.length > 3 && ` +${codes.length - 3}`}
          </li>
        ))}
      </ol>
    </>
  );
}
