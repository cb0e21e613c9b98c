import "./ExploreScreen.css";
import { useEffect, useMemo } from "react";
import type { DatasetSummary } from "../data/api-types.ts";
import { type LoadedGraph, useDatasetDetail, useDatasets, useGraph, useRun } from "../data/queries.ts";
import { Failed, Loading } from "../parts/PanelState.tsx";
import { openDataset, setScreen, useScreen } from "../state/screen-store.ts";
import { shownAssets, shownLinks } from "../stage/shown.ts";
import { ImportDialog } from "../transfer/ImportDialog.tsx";
import { type Explore, ExploreContext } from "./explore-context.ts";
import { ExploreLayout } from "./ExploreLayout.tsx";

/** The bundled dataset of real assets. */
const preferred = "europe";

/** Finds out what to open: the dataset of the link, or else the bundled Europe, or else the first of the store. */
export function ExploreScreen() {
  const datasets = useDatasets();
  const chosen = useScreen((screen) => screen.dataset);
  const first = (datasets.data?.find(({ id }) => id === preferred) ?? datasets.data?.[0])?.id;
  useEffect(() => {
    if (chosen === null && first !== undefined) openDataset(first);
  }, [chosen, first]);
  const graph = useGraph(chosen);
  if (datasets.isError) return <Front failed={datasets.error} retry={() => void datasets.refetch()} />;
  if (datasets.data?.length === 0) return <Front empty />;
  if (graph.isError && chosen !== null) {
    return <Front failed={graph.error} retry={() => void graph.refetch()} datasets={datasets.data ?? []} />;
  }
  if (!graph.data || chosen === null) return <Front />;
  return <LoadedExplore key={chosen} datasetId={chosen} loaded={graph.data} datasets={datasets.data ?? []} />;
}

interface LoadedProps {
  readonly datasetId: string;
  readonly loaded: LoadedGraph;
  readonly datasets: readonly DatasetSummary[];
}

function LoadedExplore({ datasetId, loaded, datasets }: LoadedProps) {
  const { graph, search } = loaded;
  const detail = useDatasetDetail(datasetId).data ?? null;
  const runId = useScreen((screen) => screen.run);
  const runQuery = useRun(runId);
  const run = (runId !== null && runQuery.data) || null;
  const extent = useScreen((screen) => screen.extent);
  const hiddenSectors = useScreen((screen) => screen.hiddenSectors);
  const selection = useScreen((screen) => screen.selection);
  const selected = selection?.kind === "asset" ? selection.id : null;
  const shown = useMemo(() => {
    const ids = [...(run?.view.byId.keys() ?? []), ...(selected === null ? [] : [selected])];
    const touched = ids.flatMap((id) => graph.indexById.get(id) ?? []);
    return shownAssets(graph, { extent, hiddenSectors, touched });
  }, [graph, extent, hiddenSectors, run, selected]);
  const links = useMemo(() => shownLinks(graph, shown), [graph, shown]);
  const explore = useMemo<Explore>(
    () => ({ datasetId, graph, search, detail, run, shown, links }),
    [datasetId, graph, search, detail, run, shown, links],
  );
  return (
    <ExploreContext value={explore}>
      <ExploreLayout datasets={datasets} runError={runQuery.error} retryRun={() => void runQuery.refetch()} />
    </ExploreContext>
  );
}

interface FrontProps {
  readonly failed?: Error;
  readonly retry?: () => void;
  readonly empty?: boolean;
  readonly datasets?: readonly DatasetSummary[];
}

/** What stands here before there is anything to explore. */
function Front({ failed, retry, empty = false, datasets = [] }: FrontProps) {
  return (
    <main className="front">
      <h1>Knockon</h1>
      {failed && retry && <Failed error={failed} retry={retry} />}
      {empty && (
        <>
          <p>
            The store holds no dataset yet. Import a file here, or a folder with{" "}
            <code>npm run knockon -- import DIR</code>.
          </p>
          <button type="button" className="button button-main" onClick={() => setScreen({ transfer: "import" })}>
            Import a dataset
          </button>
          <ImportDialog />
        </>
      )}
      {!failed && !empty && <Loading what="the dataset" />}
      {datasets.map(({ id, title }) => (
        <button key={id} type="button" className="button" onClick={() => openDataset(id)}>
          Open {title}
        </button>
      ))}
    </main>
  );
}
