import "./Legend.css";
import { formatValue } from "../data/numbers.ts";
import { SectorMark } from "../parts/SectorMark.tsx";
import { useExplore } from "../screens/explore-context.ts";
import { setScreen, useScreen } from "../state/screen-store.ts";
import { borderCredit } from "../stage/borders.ts";
import { hitClasses } from "../stage/hit-tint.ts";

/** What colours and marks mean; a click on a sector shows it alone, another click all of them. */
export function Legend() {
  const { graph, run } = useExplore();
  const view = useScreen((screen) => screen.view);
  const hidden = useScreen((screen) => screen.hiddenSectors);
  const all = graph.columns.sectors.map(({ id }) => id);
  const alone = (sector: string) => all.every((each) => each === sector || hidden.includes(each));
  const isolate = (sector: string) =>
    setScreen({ hiddenSectors: alone(sector) ? [] : all.filter((each) => each !== sector) });
  return (
    <section className="legend" aria-label="Legend">
      <ul>
        {graph.columns.sectors.map(({ id, title }) => (
          <li key={id}>
            <button
              type="button"
              className="legend-sector"
              aria-pressed={hidden.length > 0 && !hidden.includes(id)}
              data-off={hidden.includes(id)}
              onClick={() => isolate(id)}
            >
              <SectorMark sector={id} /> {title}
            </button>
          </li>
        ))}
      </ul>
      {run && (
        <ul className="legend-marks">
          <li>
            <span className="mark mark-down" aria-hidden="true" /> down
          </li>
          <li>
            <span className="mark mark-weak" aria-hidden="true" /> weakened (ring: share lost)
          </li>
          <li>
            <span className="mark mark-back" aria-hidden="true" /> back again
          </li>
          <li>
            <span className="mark mark-flow" aria-hidden="true" /> loss over a border
          </li>
        </ul>
      )}
      {run && (
        <div className="legend-hits">
          <span>State first hit (h)</span>
          <ol>
            {[...hitClasses, null].map((end, index) => (
              <li key={end} data-hit={index + 1}>
                {end === null ? "later" : `≤ ${formatValue(end)}`}
              </li>
            ))}
          </ol>
        </div>
      )}
      {view === "map" && <p className="legend-credit faint">{borderCredit}</p>}
    </section>
  );
}
