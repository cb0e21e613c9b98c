import { useState } from "react";
import { type Consequence, type ConsequenceEstimate, limits, type TrialsResult } from "../../analyzer/index.ts";
import { consequenceNames, consequenceUnits } from "../data/consequence-names.ts";
import { formatCount, formatHours, formatShare, formatShort } from "../data/numbers.ts";
import { scenarioTitle } from "../data/scenario-title.ts";
import { AssetLink } from "../parts/AssetLink.tsx";
import { ConsequenceSelect } from "../parts/ConsequenceSelect.tsx";
import { useExplore } from "../screens/explore-context.ts";
import type { AskFor } from "./Answer.tsx";
import { StateLink } from "./CellView.tsx";
import { ChanceTable } from "./ChanceTable.tsx";
import { ExceedanceChart } from "./ExceedanceChart.tsx";
import { formatEstimate, formatEstimates, formatInterval } from "./format-cell.ts";

interface Props {
  readonly result: TrialsResult;
  readonly askFor: AskFor;
}

/** One scenario under chance: what is to be expected, how bad it can get, and how sure that is. */
export function TrialsAnswer({ result, askFor }: Props) {
  const { graph } = useExplore();
  const [by, setBy] = useState<Consequence>("outageHours");
  const estimate = result.consequences[by];
  const confidence = formatShare(result.confidence);
  return (
    <>
      <h2>{scenarioTitle(graph, result.scenario)}</h2>
      <p className="small soft">
        {formatCount(result.trials)} trials, seed {result.seed}, horizon {formatHours(result.horizonHours)}; intervals
        hold with {confidence}.
      </p>
      <ConsequenceSelect label="Look at" value={by} change={setBy} />
      {estimate === null ? (
        <p className="soft">Not known: assets are disrupted whose people the data does not state.</p>
      ) : (
        <OneConsequence estimate={estimate} by={by} result={result} askFor={askFor} />
      )}
      <ChanceTable
        title="How likely each asset is disrupted"
        head="Asset"
        confidence={confidence}
        rows={result.assets.map(({ id, disrupted, outageHours }) => ({
          id,
          name: <AssetLink graph={graph} id={id} />,
          ...disrupted,
          hours: outageHours.mean,
        }))}
      />
      <ChanceTable
        title="How likely each State is reached"
        head="State"
        confidence={confidence}
        rows={result.states.map(({ code, reached, outageHours }) => ({
          id: code,
          name: <StateLink code={code} />,
          ...reached,
          hours: outageHours.mean,
        }))}
      />
    </>
  );
}

interface OneProps extends Props {
  readonly estimate: ConsequenceEstimate;
  readonly by: Consequence;
}

const tailShare = 0.95;

function OneConsequence({ estimate, by, result, askFor }: OneProps) {
  const unit = consequenceUnits[by];
  const { scenario, seed, drawHits, drawTransmission, drawRepair, bufferSpread } = result;
  const drawn = { scenario, seed, drawHits, drawTransmission, drawRepair, bufferSpread };
  return (
    <>
      <Figures estimate={estimate} unit={unit} />
      {estimate.worst.value === 0 ? (
        <p className="soft">No trial lost anything.</p>
      ) : (
        <ExceedanceChart estimate={estimate} name={consequenceNames[by]} unit={unit} trials={result.trials} />
      )}
      <MoreTrials
        estimate={estimate}
        trials={result.trials}
        ask={(trials) => askFor({ ...drawn, trials, confidence: result.confidence })}
      />
      {estimate.worst.value > 0 && (
        <p>
          The worst trial lost {formatShort(estimate.worst.value)} {unit}.{" "}
          <button
            type="button"
            className="link"
            onClick={() => askFor({ ...drawn, trial: estimate.worst.trial }, "replay")}
          >
            Replay trial {estimate.worst.trial} on the map
          </button>
        </p>
      )}
      <details>
        <summary>Quantiles</summary>
        <Quantiles estimate={estimate} by={by} />
      </details>
    </>
  );
}

function Figures({ estimate, unit }: { readonly estimate: ConsequenceEstimate; readonly unit: string }) {
  const quantile = estimate.quantiles.find(({ share }) => share === tailShare);
  const tail = estimate.tails.find(({ share }) => share === tailShare);
  return (
    <dl className="figures figures-chance">
      <ChanceFigure name="To be expected" value={estimate.mean} unit={unit} interval={estimate.interval} id="mean" />
      {quantile && (
        <ChanceFigure
          name="One trial in 20 reaches"
          value={quantile.value}
          unit={unit}
          interval={quantile.interval}
          id="quantile"
        />
      )}
      {tail && (
        <ChanceFigure
          name="Mean of the worst 5%"
          value={tail.expectedShortfall}
          unit={unit}
          interval={tail.interval}
          id="shortfall"
        />
      )}
    </dl>
  );
}

function Quantiles({ estimate, by }: Pick<OneProps, "estimate" | "by">) {
  return (
    <table className="compact" data-testid="quantiles">
      <thead>
        <tr>
          <th scope="col" className="number">
            Trials at or below
          </th>
          <th scope="col" className="number">
            {consequenceNames[by]} ({consequenceUnits[by]})
          </th>
          <th scope="col" className="number">
            Interval ({consequenceUnits[by]})
          </th>
        </tr>
      </thead>
      <tbody>
        {estimate.quantiles.map(({ share, value, interval }) => (
          <tr key={share}>
            <td className="number">{formatShare(share)}</td>
            <td className="number">{formatShort(value)}</td>
            <td className="number">{formatInterval(interval, "number")}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface FigureProps {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly interval: readonly (number | null)[] | null;
  readonly id: string;
}

function ChanceFigure({ name, value, unit, interval, id }: FigureProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd data-testid={`chance-${id}`} data-value={value}>
        {formatEstimate(value)} <span className="figure-unit">{unit}</span>
      </dd>
      <dd className="figure-interval" data-testid={`chance-${id}-interval`}>
        {interval === null ? "interval not known" : formatEstimates(interval)}
      </dd>
    </div>
  );
}

interface MoreProps {
  readonly estimate: ConsequenceEstimate;
  readonly trials: number;
  readonly ask: (trials: number) => void;
}

/** How many more trials a mean to within 5 % takes, and the way to run them. */
function MoreTrials({ estimate, trials, ask }: MoreProps) {
  const { furtherTrials } = estimate;
  if (furtherTrials === null) return null;
  if (furtherTrials === 0) return <p className="soft">The mean is known to within 5%.</p>;
  const all = trials + furtherTrials;
  return (
    <p data-testid="further-trials">
      A mean to within 5% takes {formatCount(furtherTrials)} more trials.{" "}
      {all <= limits.trials ? (
        <button type="button" className="link" onClick={() => ask(all)}>
          Run all {formatCount(all)}
        </button>
      ) : (
        `That is above the cap of ${formatCount(limits.trials)}.`
      )}
    </p>
  );
}
