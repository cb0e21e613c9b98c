import type { PortfolioResult } from "../../analyzer/index.ts";
import { consequenceNames, consequenceUnits, formatConsequence } from "../data/consequence-names.ts";
import { formatPlural, formatShare } from "../data/numbers.ts";
import { AssetLink } from "../parts/AssetLink.tsx";
import { useExplore } from "../screens/explore-context.ts";
import { SetCounts } from "./SetCounts.tsx";

const firstLosses = 8;

interface ResultProps {
  readonly result: PortfolioResult;
}

/** Which few backups take most away from the worst losses, and how far that may be from the best choice. */
export function PortfolioAnswer({ result }: ResultProps) {
  const { picks, before, after, losses } = result;
  return (
    <>
      <h2>Backups against the worst losses</h2>
      <dl className="figures figures-chance">
        <Fall name="The worst loss" from={before.worst} to={after.worst} result={result} />
        <Fall
          name={`Mean of ${formatPlural(losses.length, "loss", "losses")}`}
          from={before.mean}
          to={after.mean}
          result={result}
        />
      </dl>
      {picks.length === 0 ? (
        <p className="soft">No backup takes anything away from the listed losses.</p>
      ) : (
        <Picks result={result} />
      )}
      <p data-testid="gap">{gapText(result)}</p>
      <section aria-label="The losses it is measured by">
        <h3>The losses it is measured by</h3>
        <Losses result={result} />
      </section>
      <SetCounts {...result} />
    </>
  );
}

function Picks({ result: { by, picks } }: ResultProps) {
  const { graph } = useExplore();
  const unit = consequenceUnits[by];
  return (
    <table className="compact set-table" data-testid="picks">
      <thead>
        <tr>
          <th scope="col" className="number">
            #
          </th>
          <th scope="col">Backup for</th>
          <th scope="col" className="number">
            Worst left ({unit})
          </th>
          <th scope="col" className="number">
            Mean left ({unit})
          </th>
        </tr>
      </thead>
      <tbody>
        {picks.map(({ rank, id, worst, mean }) => (
          <tr key={id}>
            <td className="number soft">{rank}</td>
            <td>
              <AssetLink graph={graph} id={id} />
            </td>
            <td className="number">{formatConsequence(worst, by)}</td>
            <td className="number">{formatConsequence(mean, by)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Losses({ result: { by, losses } }: ResultProps) {
  const { graph } = useExplore();
  const unit = consequenceUnits[by];
  return (
    <table className="compact set-table">
      <thead>
        <tr>
          <th scope="col">Lost</th>
          <th scope="col" className="number">
            Before ({unit})
          </th>
          <th scope="col" className="number">
            With backups ({unit})
          </th>
        </tr>
      </thead>
      <tbody>
        {losses.slice(0, firstLosses).map((loss) => (
          <tr key={loss.ids.join(" ")}>
            <td>
              <span className="links">
                {loss.ids.map((id) => (
                  <AssetLink key={id} graph={graph} id={id} />
                ))}
              </span>
            </td>
            <td className="number">{formatConsequence(loss.before, by)}</td>
            <td className="number">{formatConsequence(loss.after, by)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface FallProps extends ResultProps {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

function Fall({ name, from, to, result: { by } }: FallProps) {
  return (
    <div>
      <dt>
        {name}, {consequenceNames[by].toLowerCase()}
      </dt>
      <dd>{from > 0 ? `−${formatShare(1 - to / from)}` : "none"}</dd>
      <dd className="figure-interval">
        {formatConsequence(from, by)} → {formatConsequence(to, by)} {consequenceUnits[by]}
      </dd>
    </div>
  );
}

function gapText({ gap, optimum, by, picks }: PortfolioResult): string {
  if (gap === null || optimum === null) {
    return "One pick after another need not find the best portfolio; there are too many to try, so how far it is off is not known.";
  }
  const size = formatPlural(picks.length, "backup");
  if (gap <= 1e-9) return `Every portfolio of ${size} was tried: none does better.`;
  return `Every portfolio of ${size} was tried: the best leaves ${formatConsequence(gap, by)} ${consequenceUnits[by]} less.`;
}
