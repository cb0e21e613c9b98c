import type { AssetRow } from "../data/api-types.ts";
import { useAsset } from "../data/queries.ts";
import { EditAsset } from "../edit/EditAsset.tsx";
import { RemoveAsset } from "../edit/RemoveAsset.tsx";
import { Failed, Loading } from "../parts/PanelState.tsx";
import { SectorMark } from "../parts/SectorMark.tsx";
import { useExplore } from "../screens/explore-context.ts";
import { AssetFacts } from "./AssetFacts.tsx";
import { DependsOn } from "./DependsOn.tsx";
import { Standing } from "./Standing.tsx";
import { Supports } from "./Supports.tsx";
import { Why } from "./Why.tsx";

export function AssetInspector({ id }: { readonly id: string }) {
  const { datasetId, graph, run } = useExplore();
  const query = useAsset(datasetId, id);
  const index = graph.indexById.get(id);
  if (index === undefined) {
    return (
      <section className="block">
        <p>There is no asset “{id}” in this dataset.</p>
      </section>
    );
  }
  const outcome = run?.view.byId.get(id);
  return (
    <>
      <section className="block inspector-head">
        <h2 data-testid="inspected">{graph.columns.assets.name[index]}</h2>
        <p className="soft">
          <SectorMark sector={graph.sectorOf(index)} /> {graph.kindOf(index)},{" "}
          {graph
            .statesOf(index)
            .map((code) => graph.stateNames.get(code) ?? code)
            .join(" and ")}{" "}
          <span className="code">{id}</span>
        </p>
        {run && <Standing id={id} />}
        {query.data && (
          <div className="inspector-actions">
            <EditAsset asset={query.data.asset} />
            <RemoveAsset asset={query.data.asset} neighbours={query.data.neighbours} />
          </div>
        )}
      </section>
      {outcome && run && <Why outcome={outcome} />}
      {query.isPending && (
        <section className="block">
          <Loading what="the asset" lines={6} />
        </section>
      )}
      {query.isError && (
        <section className="block">
          <Failed error={query.error} retry={() => void query.refetch()} />
        </section>
      )}
      {query.data && <Details id={id} data={query.data} />}
    </>
  );
}

type Loaded = NonNullable<ReturnType<typeof useAsset>["data"]>;

function Details({ id, data }: { readonly id: string; readonly data: Loaded }) {
  const asset: AssetRow = data.asset;
  return (
    <>
      <DependsOn
        id={id}
        asset={asset}
        connections={data.neighbours.connections}
        providers={data.neighbours.providers}
      />
      <Supports dependents={data.neighbours.dependents} connections={data.neighbours.connections} id={id} />
      <AssetFacts asset={asset} />
    </>
  );
}
