import { formatValue } from "../data/numbers.ts";
import { useExplore } from "../screens/explore-context.ts";
import { heatOf } from "./heat.ts";
import { NeedsRun } from "./StatesTable.tsx";

/** Outage hours in the State of the column whose chain began in the State of the row; rows and columns sum to the totals. */
export function StateMatrix() {
  const { graph, run } = useExplore();
  if (run === null) return <NeedsRun />;
  const { codes, outageHours } = run.view.result.stateMatrix;
  const most = Math.max(0, ...outageHours.flat());
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const name = (code: string) => graph.stateNames.get(code) ?? code;
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label="State by State, scrollable">
      <p id="matrix-title" className="table-tools">
        Outage hours in a State (column) that began in a State (row)
      </p>
      <table className="data-table matrix" aria-labelledby="matrix-title" data-testid="state-matrix">
        <thead>
          <tr>
            <th scope="col">Began in</th>
            {codes.map((code) => (
              <th key={code} scope="col" className="number" title={name(code)}>
                {code}
              </th>
            ))}
            <th scope="col" className="number">
              Sum
            </th>
          </tr>
        </thead>
        <tbody>
          {codes.map((from, row) => (
            <tr key={from}>
              <th scope="row">{name(from)}</th>
              {codes.map((to, column) => {
                const value = outageHours[row]?.[column] ?? 0;
                return (
                  <td key={to} className="number" data-heat={heatOf(value, most)} data-own={from === to}>
                    {value === 0 ? "" : formatValue(value)}
                  </td>
                );
              })}
              <td className="number">{formatValue(sum(outageHours[row] ?? []))}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">Sum</th>
            {codes.map((code, column) => (
              <td key={code} className="number">
                {formatValue(sum(outageHours.map((values) => values[column] ?? 0)))}
              </td>
            ))}
            <td className="number">{formatValue(sum(outageHours.flat()))}</td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}
