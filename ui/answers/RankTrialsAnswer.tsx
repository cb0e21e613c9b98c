import { useState } from "react";
import type { InputSensitivity, RankTrialsResult } from "../../analyzer/index.ts";
import { consequenceNames, consequenceUnits } from "../data/consequence-names.ts";
import { formatCount, formatHours, formatShare } from "../data/numbers.ts";
import { AssetLink } from "../parts/AssetLink.tsx";
import { useExplore } from "../screens/explore-context.ts";
import { useScreen } from "../state/screen-store.ts";
import { formatEstimate, formatEstimates, formatNumber, formatProbability } from "./format-cell.ts";
import { IntervalBar } from "./IntervalBar.tsx";
import { isCertain, type RankIntervalRow, rankIntervalRows, worstRank } from "./rank-interval-rows.ts";

const firstRows = 20;

/** A ranking under chance: the order, how sure it is, and which uncertain input moves it. */
export function RankTrialsAnswer({ result }: { readonly result: RankTrialsResult }) {
  const [most, setMost] = useState(firstRows);
  const rows = rankIntervalRows(result.rows);
  const last = worstRank(result);
  return (
    <>
      <h2>Protection priority by {consequenceNames[result.by].toLowerCase()}</h2>
      <p className="small soft">
        {formatCount(result.candidates)} of {formatCount(result.assets)} assets, each lost alone{" "}
        {result.hours === null ? "for its repair time" : `for ${formatHours(result.hours)}`} in{" "}
        {formatCount(result.trials)} trials, horizon {formatHours(result.horizonHours)}, seed {result.seed}. A bar is
        where the rank lies in {formatShare(result.confidence)} of the trials, the dot is the rank of the mean; “=” is
        tied.
      </p>
      {isCertain(result) && (
        <p className="notice small">
          Nothing in this ranking is uncertain: the data states no range of repair times and no likelihood for what
          these assets touch. Under More settings buffers can be drawn.
        </p>
      )}
      <table className="compact rank-intervals" data-testid="rank-intervals">
        <thead>
          <tr>
            <th scope="col" className="number">
              #
            </th>
            <th scope="col">Asset, expected ({consequenceUnits[result.by]})</th>
            <th scope="col">
              <span className="axis-ends">
                <span>rank 1</span>
                <span>{formatCount(last)}</span>
              </span>
            </th>
            <th scope="col" className="number">
              In top {formatCount(result.k)}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, most).map((each) => (
            <RankRow key={each.row.id} each={each} last={last} />
          ))}
        </tbody>
      </table>
      {rows.length > most && (
        <button type="button" className="button" onClick={() => setMost(rows.length)}>
          {formatCount(rows.length - most)} more
        </button>
      )}
      <Sensitivity rows={result.sensitivity} k={result.k} />
    </>
  );
}

interface RowProps {
  readonly each: RankIntervalRow;
  readonly last: number;
}

function RankRow({ each, last }: RowProps) {
  const { graph } = useExplore();
  const selection = useScreen((screen) => screen.selection);
  const { row, shown, tied } = each;
  const [best, worst] = row.rankInterval;
  return (
    <tr data-chosen={selection?.id === row.id} data-tied={tied > 1}>
      <td className="number soft" title={tied > 1 ? `tied with ${tied - 1} others` : undefined}>
        {tied > 1 ? `=${shown}` : row.rank}
      </td>
      <td>
        <AssetLink graph={graph} id={row.id} />
        <span className="small soft rank-value">
          {graph.statesOf(graph.indexById.get(row.id) ?? -1).join(" ")} ·{" "}
          {row.mean === null ? "not known" : formatEstimate(row.mean)}
          {row.interval && row.interval[0] < row.interval[1] && ` (${formatEstimates(row.interval)})`}
        </span>
      </td>
      <td>
        <IntervalBar
          low={best}
          high={worst}
          middle={Math.min(worst, Math.max(best, row.rank))}
          least={1}
          most={last}
          text={best === worst ? `rank ${best}` : `rank ${best} to ${worst}`}
        />
      </td>
      <td className="number">{formatProbability(row.inTop)}</td>
    </tr>
  );
}

const inputNames: Readonly<Record<InputSensitivity["input"], string>> = {
  transmission: "Whether dependencies transmit",
  repair: "Repair times",
  buffers: "Buffers",
};

function Sensitivity({ rows, k }: { readonly rows: readonly InputSensitivity[]; readonly k: number }) {
  if (rows.length === 0) return null;
  return (
    <section aria-label="What moves the ranking">
      <h3>What moves the ranking most</h3>
      <table className="compact" data-testid="sensitivity">
        <thead>
          <tr>
            <th scope="col">If this were certain</th>
            <th scope="col" className="number">
              Order kept (tau, −1 to 1)
            </th>
            <th scope="col" className="number">
              Of the top {formatCount(k)} kept
            </th>
            <th scope="col" className="number">
              Variance gone
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ input, rankCorrelation, topOverlap, varianceDrop }) => (
            <tr key={input}>
              <td>{inputNames[input]}</td>
              <td className="number">{rankCorrelation === null ? "–" : formatNumber(rankCorrelation)}</td>
              <td className="number">{formatShare(topOverlap)}</td>
              <td className="number">{varianceDrop === null ? "–" : formatShare(varianceDrop)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
