import type { PairRow, PairsResult } from "../../analyzer/index.ts";
import { consequenceNames, consequenceUnits, formatConsequence } from "../data/consequence-names.ts";
import { formatCount } from "../data/numbers.ts";
import { AssetLink } from "../parts/AssetLink.tsx";
import { useExplore } from "../screens/explore-context.ts";
import { SetCounts } from "./SetCounts.tsx";
import { ToPortfolio } from "./ToPortfolio.tsx";

/** Two assets lost together: the worst pairs, and where one no longer stands in for the other. */
export function PairsAnswer({ result }: { readonly result: PairsResult }) {
  const { by } = result;
  return (
    <>
      <h2>Missed most together, by {consequenceNames[by].toLowerCase()}</h2>
      <PairTable rows={result.worst} result={result} name="worst" />
      <section aria-label="One stands in for the other">
        <h3>One stands in for the other</h3>
        {result.synergies.length === 0 ? (
          <p className="soft">No pair brings more together than both bring alone.</p>
        ) : (
          <PairTable rows={result.synergies} result={result} name="synergies" />
        )}
      </section>
      <p className="small soft" data-testid="pair-counts">
        {formatCount(result.pairs)} pairs of {formatCount(result.assets)} assets: {formatCount(result.apart)} touch
        nothing in common and were added up, {formatCount(result.simulated)} were run, {formatCount(result.ruledOut)}{" "}
        cannot be among these rows.
      </p>
      <SetCounts {...result} />
      <ToPortfolio />
    </>
  );
}

interface TableProps {
  readonly rows: readonly PairRow[];
  readonly result: PairsResult;
  readonly name: string;
}

const firstRows = 10;

function PairTable({ rows, result: { by }, name }: TableProps) {
  const { graph } = useExplore();
  const unit = consequenceUnits[by];
  return (
    <table className="compact set-table" data-testid={`pairs-${name}`}>
      <thead>
        <tr>
          <th scope="col">Both lost</th>
          <th scope="col" className="number">
            Together ({unit})
          </th>
          <th scope="col" className="number">
            Beyond both alone ({unit})
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.slice(0, firstRows).map(({ ids, total, synergy }) => (
          <tr key={ids.join(" ")}>
            <td>
              <span className="links">
                {ids.map((id) => (
                  <AssetLink key={id} graph={graph} id={id} />
                ))}
              </span>
            </td>
            <td className="number">{formatConsequence(total, by)}</td>
            <td className="number">{formatConsequence(synergy, by)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
