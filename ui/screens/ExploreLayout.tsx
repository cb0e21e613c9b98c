import { lazy, Suspense } from "react";
import { ErrorBoundary } from "../app/ErrorBoundary.tsx";
import { useKeys } from "../app/use-keys.ts";
import { CreditsDialog } from "../credits/CreditsDialog.tsx";
import type { DatasetSummary } from "../data/api-types.ts";
import { AddAsset } from "../edit/AddAsset.tsx";
import { WrittenNotice } from "../edit/WrittenNotice.tsx";
import { Header } from "../panels/Header.tsx";
import { HelpDialog } from "../panels/HelpDialog.tsx";
import { Inspector } from "../panels/Inspector.tsx";
import { Legend } from "../panels/Legend.tsx";
import { SidePanel } from "../panels/SidePanel.tsx";
import { StatusBar } from "../panels/StatusBar.tsx";
import { Timeline } from "../panels/Timeline.tsx";
import { Failed, Loading } from "../parts/PanelState.tsx";
import { setScreen, useScreen } from "../state/screen-store.ts";
import { hasWebGl } from "../stage/web-gl.ts";
import { TableView } from "../table/TableView.tsx";
import { ExportDialog } from "../transfer/ExportDialog.tsx";
import { ImportDialog } from "../transfer/ImportDialog.tsx";
import { useExplore } from "./explore-context.ts";
import { useFollowedJobs } from "./use-followed-jobs.ts";

/** The drawing libraries come after the first sight of the page. */
const Stage = lazy(async () => ({ default: (await import("../stage/Stage.tsx")).Stage }));

const canDraw = hasWebGl();

interface Props {
  readonly datasets: readonly DatasetSummary[];
  readonly runError: Error | null;
  readonly retryRun: () => void;
}

export function ExploreLayout({ datasets, runError, retryRun }: Props) {
  const { run } = useExplore();
  const jobs = useFollowedJobs();
  const view = useScreen((screen) => screen.view);
  const panelOpen = useScreen((screen) => screen.panelOpen);
  const inspectorOpen = useScreen((screen) => screen.inspectorOpen);
  const selected = useScreen((screen) => screen.selection !== null);
  useKeys(run?.view ?? null);
  return (
    <div className="explore" data-panel={panelOpen} data-inspector={inspectorOpen && selected}>
      <Header datasets={datasets} />
      {panelOpen && (
        <ErrorBoundary name="The side panel">
          <SidePanel jobs={jobs} />
        </ErrorBoundary>
      )}
      <main className="explore-main">
        {runError && <Failed error={runError} retry={retryRun} />}
        <Problems />
        <ErrorBoundary name="The picture">
          {view === "table" || !canDraw ? (
            <TableView unsupported={!canDraw && view !== "table"} />
          ) : (
            <Suspense fallback={<Loading what="the picture" />}>
              <Stage view={view} />
              <Legend />
            </Suspense>
          )}
        </ErrorBoundary>
        <WrittenNotice />
      </main>
      {inspectorOpen && selected && (
        <ErrorBoundary name="The inspector">
          <Inspector />
        </ErrorBoundary>
      )}
      {run && <Timeline run={run.view} />}
      <StatusBar />
      <HelpDialog />
      <CreditsDialog />
      <AddAsset />
      <ImportDialog />
      <ExportDialog />
      <Announcer />
    </div>
  );
}

function Announcer() {
  const announcement = useScreen((screen) => screen.announcement);
  return (
    <p className="hidden-text" role="status" aria-live="polite" data-testid="announcer">
      {announcement}
    </p>
  );
}

/** What was wrong with the link; reported, not fatal. */
function Problems() {
  const problems = useScreen((screen) => screen.problems);
  if (problems.length === 0) return null;
  return (
    <div className="problems notice" role="status">
      {problems.map((problem) => (
        <p key={problem}>{problem}</p>
      ))}
      <button type="button" className="button" onClick={() => setScreen({ problems: [] })}>
        Close
      </button>
    </div>
  );
}
