import { useState } from "react";
import type { ImportanceResult } from "../../analyzer/index.ts";
import { consequenceNames, consequenceUnits } from "../data/consequence-names.ts";
import { formatCount } from "../data/numbers.ts";
import { AssetLink } from "../parts/AssetLink.tsx";
import { useExplore } from "../screens/explore-context.ts";
import { formatInterval, formatNumber, formatProbability } from "./format-cell.ts";

const firstRows = 15;

/** Which asset carries the risk, when any may be lost by chance. */
export function ImportanceAnswer({ result }: { readonly result: ImportanceResult }) {
  const { graph } = useExplore();
  const [most, setMost] = useState(firstRows);
  const { mean, interval, top, rows } = result;
  const unit = top.kind === "expected" && top.by ? consequenceUnits[top.by] : null;
  const say = (value: number) => (unit === null ? formatProbability(value) : `${formatNumber(value)} ${unit}`);
  return (
    <>
      <h2>{topText(result)}</h2>
      <p>
        <strong data-testid="importance-mean">{say(mean)}</strong>
        {interval && ` (${formatInterval(interval, unit === null ? "share" : "number")})`}{" "}
        <span className="soft">
          {result.method === "exact"
            ? "exact, from every world"
            : `from ${formatCount(result.trials ?? 0)} trials, seed ${result.seed ?? ""}`}
        </span>
      </p>
      <table className="compact set-table" data-testid="importance">
        <thead>
          <tr>
            <th scope="col">Asset</th>
            <th scope="col" className="number">
              If lost (times the risk)
            </th>
            <th scope="col" className="number">
              If kept (risk divided by)
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, most).map(({ id, riskAchievementWorth, riskReductionWorth, intervals }) => (
            <tr key={id}>
              <td>
                <AssetLink graph={graph} id={id} />
              </td>
              <Factor value={riskAchievementWorth} interval={intervals?.riskAchievementWorth ?? null} />
              <Factor value={riskReductionWorth} interval={intervals?.riskReductionWorth ?? null} />
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > most && (
        <button type="button" className="button" onClick={() => setMost(rows.length)}>
          {formatCount(rows.length - most)} more
        </button>
      )}
      <p className="small soft">
        Risk achievement worth and risk reduction worth
        {result.method === "trials" && `, intervals hold with ${formatProbability(result.confidence)}`}; Birnbaum,
        criticality and diagnostic importance stand in the whole table.
      </p>
    </>
  );
}

interface FactorProps {
  readonly value: number | null;
  readonly interval: readonly [low: number, high: number] | null;
}

function Factor({ value, interval }: FactorProps) {
  return (
    <td className="number">
      {value === null ? "not known" : formatNumber(value)}
      {interval && <span className="small soft under">{formatInterval(interval, "number")}</span>}
    </td>
  );
}

function topText({ top }: ImportanceResult): string {
  if (top.kind === "down") return `Probability that ${top.id ?? "the asset"} goes down`;
  const name = consequenceNames[top.by ?? "outageHours"].toLowerCase();
  if (top.kind === "reaches") return `Probability of ${formatCount(top.atLeast ?? 0)} ${name} or more`;
  return `Expected ${name}`;
}
