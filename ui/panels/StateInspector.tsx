import { useMemo } from "react";
import type { GraphIndex } from "../data/graph-index.ts";
import { formatCount, formatHours, formatPlural, formatShort, formatValue } from "../data/numbers.ts";
import { AssetLink } from "../parts/AssetLink.tsx";
import { useExplore } from "../screens/explore-context.ts";
import { goTo, selectState } from "../state/screen-store.ts";

const mostListed = 20;

export function StateInspector({ code }: { readonly code: string }) {
  const { graph, run } = useExplore();
  const name = graph.stateNames.get(code);
  const assets = useMemo(() => assetsOf(graph, code), [graph, code]);
  const abroad = useMemo(() => foreignLinks(graph, code), [graph, code]);
  const outcome = run?.view.result.states.find((state) => state.code === code);
  if (name === undefined) {
    return (
      <section className="block">
        <p>There is no State “{code}” in this dataset.</p>
      </section>
    );
  }
  return (
    <>
      <section className="block inspector-head">
        <h2 data-testid="inspected">{name}</h2>
        <p className="soft">
          State <span className="code">{code}</span> {formatPlural(assets.length, "asset")}
        </p>
        {run && !outcome && <p className="standing">Not touched by this run</p>}
        {outcome && (
          <p className="standing" data-out="true">
            {outcome.firstHours === null ? (
              "Only assets that the scenario hits"
            ) : (
              <button type="button" className="link" onClick={() => goTo(outcome.firstHours ?? 0)}>
                First hit at hour {formatValue(outcome.firstHours)}
              </button>
            )}
          </p>
        )}
        {outcome && (
          <p className="soft">
            {formatPlural(outcome.assetsDisrupted, "asset")} disrupted, {formatHours(outcome.outageHours)} of outage,{" "}
            {outcome.personHours === null ? "people not known" : `${formatShort(outcome.personHours)} person-hours`}
          </p>
        )}
      </section>
      {outcome && <Disrupted code={code} />}
      <ForeignList title="Depends on, abroad" counts={abroad.dependsOn} />
      <ForeignList title="Supports, abroad" counts={abroad.supports} />
      <section className="block" aria-labelledby="largest-title">
        <h2 id="largest-title">Most linked assets</h2>
        <ul>
          {assets.slice(0, mostListed).map((asset) => (
            <li key={asset}>
              <AssetLink graph={graph} id={graph.columns.assets.id[asset] ?? ""} />
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

function Disrupted({ code }: { readonly code: string }) {
  const { graph, run } = useExplore();
  const hit = (run?.view.result.assets ?? []).filter(({ id }) =>
    graph.statesOf(graph.indexById.get(id) ?? -1).includes(code),
  );
  return (
    <section className="block" aria-labelledby="disrupted-title">
      <h2 id="disrupted-title">Disrupted, in order</h2>
      <ol>
        {hit.slice(0, mostListed).map(({ id, firstHours }) => (
          <li key={id} className="block-head">
            <AssetLink graph={graph} id={id} />
            <span className="number soft">{formatHours(firstHours)}</span>
          </li>
        ))}
      </ol>
      {hit.length > mostListed && <p className="soft">and {formatCount(hit.length - mostListed)} others</p>}
    </section>
  );
}

function ForeignList({ title, counts }: { readonly title: string; readonly counts: ReadonlyMap<string, number> }) {
  const { graph } = useExplore();
  if (counts.size === 0) return null;
  return (
    <section className="block">
      <h2>{title}</h2>
      <ul>
        {[...counts]
          .sort((a, b) => b[1] - a[1])
          .map(([code, count]) => (
            <li key={code} className="block-head">
              <button type="button" className="link" onClick={() => selectState(code)}>
                {graph.stateNames.get(code) ?? code}
              </button>
              <span className="number soft">{formatPlural(count, "dependency", "dependencies")}</span>
            </li>
          ))}
      </ul>
    </section>
  );
}

const assetsOf = (graph: GraphIndex, code: string): readonly number[] =>
  [...graph.byImportance].filter((asset) => graph.statesOf(asset).includes(code));

/** Dependencies over this State's borders, counted by the State at the other end. */
function foreignLinks(graph: GraphIndex, code: string) {
  const dependsOn = new Map<string, number>();
  const supports = new Map<string, number>();
  const add = (counts: Map<string, number>, states: readonly string[]) => {
    for (const state of states) counts.set(state, (counts.get(state) ?? 0) + 1);
  };
  graph.crossesBorder.forEach((crosses, row) => {
    if (!crosses) return;
    const from = graph.statesOf(graph.columns.dependencies.provider[row] ?? -1);
    const to = graph.statesOf(graph.columns.dependencies.dependent[row] ?? -1);
    if (to.includes(code)) add(dependsOn, from);
    if (from.includes(code)) add(supports, to);
  });
  return { dependsOn, supports };
}
