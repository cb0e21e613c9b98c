import { useState } from "react";
import type { DependencyRow } from "../data/api-types.ts";
import { useExplore } from "../screens/explore-context.ts";
import { removeDependencyOverlay } from "./edit-overlay.ts";
import { RemoveRows } from "./RemoveRows.tsx";

/** Takes one dependency of an asset away. */
export function RemoveDependency({ row }: { readonly row: DependencyRow }) {
  const { graph } = useExplore();
  const [open, setOpen] = useState(false);
  const name = (id: string) => graph.columns.assets.name[graph.indexById.get(id) ?? -1] ?? id;
  return (
    <>
      <button
        type="button"
        className="button button-bare button-icon remove-row"
        aria-label={`Remove the dependency on ${name(row.provider)}`}
        onClick={() => setOpen(true)}
      >
        ×
      </button>
      <RemoveRows
        title="Remove this dependency?"
        open={open}
        close={() => setOpen(false)}
        overlay={removeDependencyOverlay(row.id)}
        said={`The dependency on ${name(row.provider)} was removed.`}
      >
        <p>
          {name(row.dependent)} will not depend on {name(row.provider)} by this row any more. It can be undone.
        </p>
      </RemoveRows>
    </>
  );
}
