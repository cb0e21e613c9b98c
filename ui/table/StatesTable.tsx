import { formatCount, formatShort, formatValue } from "../data/numbers.ts";
import { Empty } from "../parts/PanelState.tsx";
import { useExplore } from "../screens/explore-context.ts";
import { selectState, useScreen } from "../state/screen-store.ts";

/** What a run brought to each State. */
export function StatesTable() {
  const { graph, run } = useExplore();
  const hour = useScreen((screen) => screen.hour);
  const selected = useScreen((screen) => (screen.selection?.kind === "state" ? screen.selection.id : null));
  if (run === null) return <NeedsRun />;
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label="States, scrollable">
      <table className="data-table" data-testid="states-table">
        <thead>
          <tr>
            <th scope="col">State</th>
            <th scope="col">Code</th>
            <th scope="col" className="number">
              First hit (h)
            </th>
            <th scope="col" className="number">
              Assets disrupted
            </th>
            <th scope="col" className="number">
              Outage (h)
            </th>
            <th scope="col" className="number">
              Person-hours
            </th>
            <th scope="col">Now</th>
          </tr>
        </thead>
        <tbody>
          {run.view.result.states.map(({ code, firstHours, assetsDisrupted, outageHours, personHours }) => (
            <tr key={code} data-chosen={code === selected} data-state={code}>
              <td>
                <button type="button" className="link" onClick={() => selectState(code)}>
                  {graph.stateNames.get(code) ?? code}
                </button>
              </td>
              <td>{code}</td>
              <td className="number">{firstHours === null ? "shock only" : formatValue(firstHours)}</td>
              <td className="number">{formatCount(assetsDisrupted)}</td>
              <td className="number">{formatValue(outageHours)}</td>
              <td className="number">{personHours === null ? "not known" : formatShort(personHours)}</td>
              <td>
                {firstHours !== null && firstHours <= hour ? "reached" : firstHours === null ? "shocked" : "not yet"}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function NeedsRun() {
  return (
    <div className="block">
      <Empty>
        <p>This table is about a run. Play a scenario or lose an asset in the side panel.</p>
      </Empty>
    </div>
  );
}
