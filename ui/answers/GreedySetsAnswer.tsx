import type { GreedySetsResult } from "../../analyzer/index.ts";
import { consequenceNames, consequenceUnits, formatConsequence } from "../data/consequence-names.ts";
import { formatPlural, formatShare } from "../data/numbers.ts";
import { AssetLink } from "../parts/AssetLink.tsx";
import { useExplore } from "../screens/explore-context.ts";
import { SetCounts } from "./SetCounts.tsx";
import { ToPortfolio } from "./ToPortfolio.tsx";

/** Assets that would be missed most together, and how far that may be from the worst set there is. */
export function GreedySetsAnswer({ result }: { readonly result: GreedySetsResult }) {
  const { graph } = useExplore();
  const { by, picks } = result;
  const unit = consequenceUnits[by];
  return (
    <>
      <h2>Worth protecting together, by {consequenceNames[by].toLowerCase()}</h2>
      <table className="compact set-table" data-testid="picks">
        <thead>
          <tr>
            <th scope="col" className="number">
              #
            </th>
            <th scope="col">Asset</th>
            <th scope="col" className="number">
              Adds ({unit})
            </th>
            <th scope="col" className="number">
              Together ({unit})
            </th>
          </tr>
        </thead>
        <tbody>
          {picks.map(({ rank, id, gain, total }) => (
            <tr key={id}>
              <td className="number soft">{rank}</td>
              <td>
                <AssetLink graph={graph} id={id} />
              </td>
              <td className="number">{formatConsequence(gain, by)}</td>
              <td className="number">{formatConsequence(total, by)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p data-testid="gap">{gapText(result)}</p>
      <SetCounts {...result} />
      <ToPortfolio />
    </>
  );
}

/** How far one pick after another may be from the worst set of that size. */
function gapText({ by, gap, optimum, picks }: GreedySetsResult): string {
  const set = formatPlural(picks.length, "asset");
  if (optimum === null) {
    return `One pick after another need not find the worst set of ${set}; there are too many sets to try, so how far it is off is not known.`;
  }
  if (gap === null || optimum.total === null) return `The worst set of ${set} is not known.`;
  if (gap <= 1e-9) return `Every set of ${set} was tried: none is worse than this one.`;
  const share = optimum.total > 0 ? ` (${formatShare(gap / optimum.total)})` : "";
  const most = formatConsequence(optimum.total, by);
  return `Every set of ${set} was tried: the worst brings ${most} ${consequenceUnits[by]}, ${formatConsequence(gap, by)} more than this one${share}.`;
}
