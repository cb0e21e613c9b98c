import { inputGroups, networkCommodity } from "../../analyzer/index.ts";
import type { AssetRow, DependencyRow, Neighbours } from "../data/api-types.ts";
import { bindingGroup } from "../data/binding-group.ts";
import type { GraphIndex } from "../data/graph-index.ts";
import { formatHours, formatPlural, formatShare, formatValue } from "../data/numbers.ts";
import { AddLink } from "../edit/AddLink.tsx";
import { EditLink } from "../edit/EditLink.tsx";
import { removeDependencyOverlay } from "../edit/edit-overlay.ts";
import { dependencyChange } from "../edit/link-changes.ts";
import { networksFor, newDependency } from "../edit/new-links.ts";
import { RemoveLink } from "../edit/RemoveLink.tsx";
import { AssetLink } from "../parts/AssetLink.tsx";
import { useExplore } from "../screens/explore-context.ts";
import { useScreen } from "../state/screen-store.ts";
import { Evidence } from "./Evidence.tsx";
import { ForeignMark } from "./ForeignMark.tsx";

interface Props {
  readonly id: string;
  readonly asset: AssetRow;
  readonly connections: Neighbours["connections"];
  readonly providers: readonly DependencyRow[];
}

/** What an asset leans on, input group by input group. */
export function DependsOn({ id, asset, connections, providers }: Props) {
  const { graph, run } = useExplore();
  const hour = useScreen((screen) => screen.hour);
  const groups = inputGroups(providers);
  const binding = run ? bindingGroup(run.view.byId.get(id), hour) : null;
  return (
    <section className="block" aria-labelledby="depends-title" data-testid="depends-on">
      <div className="block-head">
        <h2 id="depends-title">Depends on</h2>
        <AddLink
          link={newDependency(id, graph.nameOf(id), {
            groups: groups.map(({ name }) => name),
            networks: networksFor(asset, connections, providers).map((commodity) => {
              const provider = `@${commodity}`;
              return { provider, title: providerName(graph, provider) };
            }),
          })}
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
                  <EditLink link={dependencyChange(row, rows, providerName(graph, row.provider))} />
                  <RemoveLink
                    what={`dependency on ${providerName(graph, row.provider)}`}
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

/** The name of an asset, or of the network that an `@commodity` stands for. */
function providerName(graph: GraphIndex, provider: string): string {
  const commodity = networkCommodity(provider);
  if (commodity === null) return graph.nameOf(provider);
  const title = graph.columns.commodities.find(({ id }) => id === commodity)?.title ?? commodity;
  return `the ${title.toLowerCase()} network`;
}

function Provider({ row }: { readonly row: DependencyRow }) {
  const { graph } = useExplore();
  if (networkCommodity(row.provider) === null) return <AssetLink graph={graph} id={row.provider} />;
  return <span>{providerName(graph, row.provider)}</span>;
}
