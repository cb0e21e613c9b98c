import type { ConsequenceEstimate } from "../../analyzer/index.ts";
import { formatShare, formatShort } from "../data/numbers.ts";
import { axisTicks, exceedancePath } from "./exceedance-path.ts";
import { formatProbability } from "./format-cell.ts";

interface Props {
  readonly estimate: ConsequenceEstimate;
  /** What is lost, and its unit. */
  readonly name: string;
  readonly unit: string;
  readonly trials: number;
}

const width = 304;
const height = 184;
const left = 40;
const right = 8;
const top = 10;
const bottom = 38;
const shares = [0, 0.25, 0.5, 0.75, 1];
/** The tail that is shaded: the worst 5 % of the trials. */
const tailShare = 0.95;

/** With what share of trials a loss is reached or passed, with the mean and its interval; all of it as a table behind it. */
export function ExceedanceChart(props: Props) {
  const { estimate, name, unit, trials } = props;
  return (
    <figure className="exceedance" data-testid="exceedance">
      <figcaption>How likely so much or more is lost</figcaption>
      <Drawing {...props} />
      <ul className="chart-keys small soft" aria-hidden="true">
        <li>
          <span className="key key-curve" /> share of {formatShort(trials)} trials
        </li>
        <li>
          <span className="key key-mean" /> mean and its interval
        </li>
        <li>
          <span className="key key-tail" /> the worst {formatShare(1 - tailShare)}
        </li>
      </ul>
      <details>
        <summary>The curve as a table</summary>
        <CurveTable estimate={estimate} name={name} unit={unit} />
      </details>
    </figure>
  );
}

function Drawing({ estimate, name, unit }: Props) {
  const { exceedance, mean, interval, worst, tails } = estimate;
  const tail = tails.find(({ share }) => share === tailShare);
  const most = worst.value > 0 ? worst.value : 1;
  const x = (loss: number) => left + ((width - left - right) * Math.max(0, Math.min(most, loss))) / most;
  const y = (share: number) => top + (height - top - bottom) * (1 - share);
  const band = (from: number, to: number) => ({
    x: x(from),
    y: top,
    width: Math.max(1, x(to) - x(from)),
    height: y(0) - top,
  });
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={spoken(estimate, name, unit)}>
      {shares.map((share) => (
        <g key={share}>
          <line className="grid" x1={left} x2={width - right} y1={y(share)} y2={y(share)} />
          <text x={left - 6} y={y(share)} dy="0.35em" textAnchor="end">
            {formatShare(share)}
          </text>
        </g>
      ))}
      {axisTicks(most).map((tick) => (
        <text
          key={tick}
          x={x(tick)}
          y={height - bottom + 14}
          textAnchor={x(tick) > width - 3 * right ? "end" : "middle"}
        >
          {formatShort(tick)}
        </text>
      ))}
      {tail && <rect className="tail" {...band(tail.valueAtRisk, most)} />}
      {interval && <rect className="interval" {...band(interval[0], interval[1])} />}
      <line className="mean" x1={x(mean)} x2={x(mean)} y1={top} y2={y(0)} />
      <path className="curve" d={exceedancePath(exceedance, x, y)} />
      <text x={(left + width - right) / 2} y={height - 4} textAnchor="middle">
        {name} ({unit})
      </text>
    </svg>
  );
}

function CurveTable({ estimate, name, unit }: Omit<Props, "trials">) {
  return (
    <table className="compact">
      <thead>
        <tr>
          <th scope="col" className="number">
            {name} ({unit}) or more
          </th>
          <th scope="col" className="number">
            Share of trials
          </th>
        </tr>
      </thead>
      <tbody>
        {estimate.exceedance.points.map(({ value, share }) => (
          <tr key={value}>
            <td className="number">{formatShort(value)}</td>
            <td className="number">{formatProbability(share)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function spoken({ quantiles, mean, worst }: ConsequenceEstimate, name: string, unit: string): string {
  const at = (wanted: number) => quantiles.find(({ share }) => share === wanted)?.value ?? mean;
  const say = (value: number) => `${formatShort(value)} ${unit}`;
  return `Exceedance curve of ${name.toLowerCase()}: mean ${say(mean)}, half of the trials at most ${say(at(0.5))}, 95% at most ${say(at(0.95))}, the worst ${say(worst.value)}.`;
}
