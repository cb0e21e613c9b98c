import type { Stopped } from "../../analyzer/index.ts";
import { scenarioTitle } from "../data/scenario-title.ts";
import { firstHitAbroad } from "../data/first-hit.ts";
import { formatCount, formatHours, formatPlural, formatShare, formatShort, formatValue } from "../data/numbers.ts";
import type { StoredRun } from "../data/queries.ts";
import { useExplore } from "../screens/explore-context.ts";
import { selectState, setScreen, useScreen } from "../state/screen-store.ts";
import { LookAt } from "./LookAt.tsx";
import { useStoryOf } from "./use-story-of.ts";
import { Zones } from "./Zones.tsx";

const stops: Readonly<Record<Stopped, string>> = {
  settled: "It settled: nothing changes any more.",
  horizon: "It stopped at the horizon; what is still out then counts until there.",
  steps: "It hit the cap on events and is not complete.",
};

/** What a cascade brought: three figures, the rest in words, States in the order they were hit, the hardest first of those hit together. */
export function RunSummary({ stored, close }: { readonly stored: StoredRun; readonly close: () => void }) {
  const { result } = stored.view;
  const { totals } = result;
  const { graph } = useExplore();
  const story = useStoryOf(result.scenario);
  const abroad = firstHitAbroad(result, (id) => graph.statesOf(graph.indexById.get(id) ?? -1));
  return (
    <section ref={intoSight} className="block" aria-labelledby="run-title" data-testid="run-summary">
      <div className="block-head">
        <h2 id="run-title">
          {scenarioTitle(graph, result.scenario)}
          {result.kind === "replay" && `: trial ${result.trial}`}
        </h2>
        <button type="button" className="button button-bare" onClick={close}>
          Clear
        </button>
      </div>
      <dl className="figures">
        <Figure name="States reached" value={formatCount(totals.statesReached)} id="states-reached" />
        <Figure
          name="Person-hours"
          value={totals.personHours === null ? null : formatShort(totals.personHours)}
          id="person-hours"
        />
        <Figure name="First hit abroad" value={abroad === null ? "none" : formatHours(abroad)} id="first-abroad" />
      </dl>
      <p>
        <strong data-testid="outage-hours" data-value={totals.outageHours}>
          {formatValue(totals.outageHours)}
        </strong>{" "}
        outage hours over {formatPlural(totals.assetsDisrupted, "asset")} ({formatCount(totals.assetsDown)} down),{" "}
        {formatPlural(totals.sectorsReached, "sector")} and {formatPlural(totals.foreignStatesReached, "foreign State")}{" "}
        reached.
      </p>
      {story && <LookAt story={story} />}
      <p className="small soft">
        {stops[result.stopped]} Horizon {formatHours(result.horizonHours)}, engine {result.engine}, data{" "}
        {result.dataset.hash.slice(0, 8)}.
        {result.assumed.shareOfLoss > 0 &&
          ` ${formatShare(result.assumed.shareOfLoss)} of the loss rests on assumed values.`}
      </p>
      {result.dataset.hash !== graph.columns.hash && (
        <p className="notice small">
          The dataset is not what it was when this was run. Run it again for what holds now.
        </p>
      )}
      {result.stuck.map((loop) => (
        <p key={loop.join()} className="notice">
          Stuck: {loop.join(", ")} wait for one another and do not come back by themselves.
        </p>
      ))}
      {result.warnings.map(({ code, text }) => (
        <p key={code + text} className="notice small">
          {text}
        </p>
      ))}
      <StateList stored={stored} />
      {result.zones && <Zones zones={result.zones} />}
    </section>
  );
}

/** A new result may come while the panel is scrolled down to what asked for it. Only the panel scrolls, never the page around it. */
function intoSight(section: HTMLElement | null): void {
  const panel = section?.closest(".tab-panel");
  if (section && panel) panel.scrollTop += section.getBoundingClientRect().top - panel.getBoundingClientRect().top;
}

/** A figure that is not known says so, in smaller type. */
function Figure({ name, value, id }: { readonly name: string; readonly value: string | null; readonly id: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd data-testid={id} data-known={value !== null}>
        {value ?? "not known"}
      </dd>
    </div>
  );
}

const mostListed = 12;

function StateList({ stored }: { readonly stored: StoredRun }) {
  const { graph } = useExplore();
  const hour = useScreen((screen) => screen.hour);
  const order = (first: number | null) => first ?? -1;
  const states = [...stored.view.result.states].sort(
    (a, b) => order(a.firstHours) - order(b.firstHours) || b.outageHours - a.outageHours,
  );
  return (
    <>
      <table className="compact" aria-label="States by first hit">
        <thead>
          <tr>
            <th scope="col">State</th>
            <th scope="col" className="number">
              First hit (h)
            </th>
            <th scope="col" className="number">
              Outage hours
            </th>
          </tr>
        </thead>
        <tbody>
          {states.slice(0, mostListed).map(({ code, firstHours, outageHours }) => (
            <tr key={code} data-state={code} data-lit={firstHours !== null && firstHours <= hour}>
              <td>
                <button type="button" className="link" onClick={() => selectState(code)}>
                  {graph.stateNames.get(code) ?? code}
                </button>
              </td>
              <td className="number">{firstHours === null ? "shock only" : formatValue(firstHours)}</td>
              <td className="number">{formatValue(outageHours)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <button type="button" className="link" onClick={() => setScreen({ view: "table", tableTab: "states" })}>
        {states.length > mostListed
          ? `All ${states.length} States as a table`
          : "As a table, with the State × State matrix"}
      </button>
    </>
  );
}
