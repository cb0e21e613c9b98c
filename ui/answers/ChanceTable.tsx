import { type ReactNode, useState } from "react";
import { formatHours, formatCount } from "../data/numbers.ts";
import { useScreen } from "../state/screen-store.ts";
import { formatInterval, formatProbability } from "./format-cell.ts";
import { IntervalBar } from "./IntervalBar.tsx";

export interface ChanceRow {
  readonly id: string;
  readonly name: ReactNode;
  readonly share: number;
  readonly interval: readonly [low: number, high: number];
  readonly hours: number;
}

interface Props {
  readonly title: string;
  readonly head: string;
  readonly rows: readonly ChanceRow[];
  /** What the intervals hold with. */
  readonly confidence: string;
}

const firstRows = 10;

/** How likely each asset or State is to be disrupted, with intervals drawn. */
export function ChanceTable({ title, head, rows, confidence }: Props) {
  const [most, setMost] = useState(firstRows);
  const selection = useScreen((screen) => screen.selection);
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <table className="compact chance-table" data-testid="chance-table">
        <thead>
          <tr>
            <th scope="col">{head}</th>
            <th scope="col">Probability, {confidence} interval</th>
            <th scope="col" className="number">
              Expected
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, most).map(({ id, name, share, interval, hours }) => (
            <tr key={id} data-chosen={selection?.id === id}>
              <td>{name}</td>
              <td>
                <span className="number">{formatProbability(share)}</span>
                <IntervalBar
                  low={interval[0]}
                  high={interval[1]}
                  middle={share}
                  least={0}
                  most={1}
                  text={formatInterval(interval, "share")}
                />
              </td>
              <td className="number">{formatHours(hours)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > most && (
        <button type="button" className="link" onClick={() => setMost(most + 10 * firstRows)}>
          {formatCount(rows.length - most)} more
        </button>
      )}
    </section>
  );
}
