import type { DependencyRow, Neighbours } from "../data/api-types.ts";
import { formatCount } from "../data/numbers.ts";
import { AddLink } from "../edit/AddLink.tsx";
import { EditLink } from "../edit/EditLink.tsx";
import { removeConnectionOverlay } from "../edit/edit-overlay.ts";
import { connectionChange } from "../edit/link-changes.ts";
import { newConnection } from "../edit/new-links.ts";
import { RemoveLink } from "../edit/RemoveLink.tsx";
import { AssetLink } from "../parts/AssetLink.tsx";
import { useExplore } from "../screens/explore-context.ts";
import { Evidence } from "./Evidence.tsx";
import { ForeignMark } from "./ForeignMark.tsx";

const mostListed = 30;

interface Props {
  readonly id: string;
  readonly dependents: readonly DependencyRow[];
  readonly connections: Neighbours["connections"];
}

/** What leans on an asset, and what it is connected with. */
export function Supports({ id, dependents, connections }: Props) {
  const { graph } = useExplore();
  const others = (count: number) =>
    count > mostListed && <p className="soft">and {formatCount(count - mostListed)} others</p>;
  return (
    <>
      <section className="block" aria-labelledby="supports-title" data-testid="supports">
        <h2 id="supports-title">Supports</h2>
        {dependents.length === 0 && <p className="soft">Nothing in this dataset.</p>}
        <ul className="group">
          {dependents.slice(0, mostListed).map((row) => (
            <li key={row.id}>
              <AssetLink graph={graph} id={row.dependent} />
              <ForeignMark a={id} b={row.dependent} />
              <Evidence row={row} />
            </li>
          ))}
        </ul>
        {others(dependents.length)}
      </section>
      <section className="block" aria-labelledby="connected-title" data-testid="connected">
        <div className="block-head">
          <h2 id="connected-title">Connected with</h2>
          <AddLink link={newConnection(id, graph.nameOf(id))} />
        </div>
        {connections.length === 0 && <p className="soft">Nothing in this dataset.</p>}
        <ul className="group">
          {connections.slice(0, mostListed).map((row) => {
            const other = row.a === id ? row.b : row.a;
            return (
              <li key={row.id}>
                <AssetLink graph={graph} id={other} />
                <ForeignMark a={id} b={other} />
                <span className="small faint">
                  {row.commodity}
                  {row.capacity !== undefined && `, ${formatCount(row.capacity)} ${row.unit ?? ""}`}
                </span>
                <EditLink link={connectionChange(row, graph.nameOf(other))} />
                <RemoveLink what={`connection with ${graph.nameOf(other)}`} overlay={removeConnectionOverlay(row.id)} />
              </li>
            );
          })}
        </ul>
        {others(connections.length)}
      </section>
    </>
  );
}
