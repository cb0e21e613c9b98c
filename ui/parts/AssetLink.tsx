import type { GraphIndex } from "../data/graph-index.ts";
import { selectAsset } from "../state/screen-store.ts";
import { SectorMark } from "./SectorMark.tsx";

/** The name of an asset, which selects it wherever it stands. */
export function AssetLink({ graph, id }: { readonly graph: GraphIndex; readonly id: string }) {
  const index = graph.indexById.get(id);
  if (index === undefined) return <span>{id}</span>;
  return (
    <span className="asset-link">
      <SectorMark sector={graph.sectorOf(index)} />
      <button type="button" className="link" onClick={() => selectAsset(id)} data-asset={id}>
        {graph.columns.assets.name[index] ?? id}
      </button>
      <span className="code">{graph.statesOf(index).join("·")}</span>
    </span>
  );
}
