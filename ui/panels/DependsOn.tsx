import { inputGroups, networkCommodity } from "../../analyzer/index.ts";
import type { DependencyRow } from "../data/api-types.ts";
import { bindingGroup } from "../data/binding-group.ts";
import { formatHours, formatPlural, formatShare, formatValue } from "../data/numbers.ts";
import { AddLink } from "../edit/AddLink.tsx";
import { removeDependencyOverlay } from "../edit/edit-overlay.ts";
import { newDependency } from "../edit/new-links.ts";
import { RemoveLink } from "../edit/RemoveLink.tsx";
import { AssetLink } from "../parts/AssetLink.tsx";
import { useExplore } from "../screens/explore-context.ts";
import { useScreen } from "../state/screen-store.ts";
import { Evidence } from "./Evidence.tsx";
import { ForeignMark } from "./ForeignMark.tsx";

interface Props {
  readonly id: string;
  readonly providers: readonly DependencyRow[];
}

/** What an asset leans on, input group by input group. */
export function DependsOn({ id, providers }: Props) {
  const { graph, run } = useExplore();
  const hour = useScreen((screen) => screen.hour);
  const groups = inputGroups(providers);
  const binding = run ? bindingGroup(run.view.byId.get(id), hour) : null;
  return (
    <section className="block" aria-labelledby="depends-title" data-testid="depends-on">
      <div className="block-head">
        <h2 id="depends-title">Depends on</h2>
        <AddLink
          link={newDependency(
            id,
            graph.nameOf(id),
            groups.map(({ name }) => name),
          )}
        />
      </div>
      {groups.length === 0 && <p className="soft">Nothing in this dataset.</p>}
      {groups.map((group) => {
        const rows = group.rows.flatMap((row) => providers[row] ?? []);
        return (
          <div key={group.name} className="group" data-binds={binding === group.name}>
            <p>
              {needWords(rows.length, group.need)}
              {group.bufferHours !== undefined && group.bufferHours > 0
                ? `, buffer ${formatHours(group.bufferHours)}`
                : ", no buffer"}
              {group.rule === "threshold" && ", all or nothing"}
              {group.loss !== undefined && group.loss < 1 && `, costs ${formatShare(group.loss)} of function`}
              {binding === group.name && <strong> · binds now</strong>}
            </p>
            <ul>
              {rows.map((row) => (
                <li key={row.id}>
                  <Provider row={row} />
                  <ForeignMark a={id} b={row.provider} />
                  <Evidence row={row} />
                  <RemoveLink
                    what={`dependency on ${graph.nameOf(row.provider)}`}
                    overlay={removeDependencyOverlay(row.id)}
                  />
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </section>
  );
}

function needWords(count: number, need = 1): string {
  if (count === 1) return need === 1 ? "Needs it" : `Needs ${formatValue(need)} of it`;
  return `Needs ${formatValue(need)} of ${formatPlural(count, "alternative")}`;
}

function Provider({ row }: { readonly row: DependencyRow }) {
  const { graph } = useExplore();
  const commodity = networkCommodity(row.provider);
  if (commodity === null) return <AssetLink graph={graph} id={row.provider} />;
  const title = graph.columns.commodities.find(({ id }) => id === commodity)?.title ?? commodity;
  return <span>the {title.toLowerCase()} network</span>;
}
