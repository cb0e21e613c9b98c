import type { Scenario } from "../../analyzer/index.ts";
import { useState } from "react";
import { submitScenario, useScenarios } from "../data/queries.ts";
import type { FollowedJob } from "../data/use-job.ts";
import { JobProgress } from "../parts/JobProgress.tsx";
import { Empty, Failed, Loading } from "../parts/PanelState.tsx";
import { useExplore } from "../screens/explore-context.ts";
import { closeRun, followRun, setScreen } from "../state/screen-store.ts";
import { LoseAsset } from "./LoseAsset.tsx";
import { LosePlants } from "./LosePlants.tsx";
import { RunSummary } from "./RunSummary.tsx";
import { ScenarioFile } from "./ScenarioFile.tsx";

interface Props {
  readonly job: FollowedJob & { readonly id: string | null };
}

/** What if: choose what is lost, follow the run, read what it brought. */
export function ScenarioPanel({ job }: Props) {
  const { datasetId, run } = useExplore();
  const [refused, setRefused] = useState<Error | null>(null);
  const [last, setLast] = useState<Scenario | null>(null);
  const play = async (scenario: Scenario) => {
    setLast(scenario);
    setRefused(null);
    try {
      followRun((await submitScenario(datasetId, scenario)).id);
    } catch (error) {
      setRefused(error instanceof Error ? error : new Error(String(error)));
    }
  };
  const error = refused ?? job.error;
  const again = () => {
    setScreen({ job: null });
    if (last) void play(last);
  };
  const cancelled = job.job?.status === "cancelled";
  return (
    <>
      {error && (
        <div className="block">
          <Failed error={error} retry={again} />
        </div>
      )}
      {cancelled && (
        <div className="block">
          <Empty>
            The run was cancelled.{" "}
            <button type="button" className="link" onClick={again}>
              Run it again
            </button>
          </Empty>
        </div>
      )}
      {job.id !== null && !error && !cancelled && (
        <div className="block">
          <JobProgress name="Cascade" jobId={job.id} followed={job} />
          {run && <p className="notice small">The result below is of the run before.</p>}
        </div>
      )}
      {run && <RunSummary key={run.record.id} stored={run} close={closeRun} />}
      <ShippedScenarios play={(scenario) => void play(scenario)} />
      <LoseAsset play={(scenario) => void play(scenario)} />
      <LosePlants play={(scenario) => void play(scenario)} />
      <ScenarioFile play={(scenario) => void play(scenario)} />
    </>
  );
}

const firstListed = 4;

/** Beside the scenarios, the other ways to start. */
function OtherWaysIn() {
  const focusSearch = () => document.querySelector<HTMLInputElement>("[data-search] input")?.focus();
  return (
    <>
      <button type="button" className="choice" onClick={focusSearch}>
        <svg viewBox="0 0 16 16" aria-hidden="true" className="icon">
          <path d="M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9M10.5 10.5 14 14" />
        </svg>
        <span>
          Search for an asset or a State <kbd>/</kbd>
        </span>
      </button>
      <button type="button" className="choice" onClick={() => setScreen({ panel: "ranking" })}>
        <svg viewBox="0 0 16 16" aria-hidden="true" className="icon">
          <path d="M2.5 4h11M2.5 8h7.5M2.5 12H6" />
        </svg>
        <span>Ask what matters most: rank all assets</span>
      </button>
      <button type="button" className="choice" onClick={() => setScreen({ panel: "analyse", question: null })}>
        <svg viewBox="0 0 16 16" aria-hidden="true" className="icon">
          <path d="M5.5 6a2.5 2.5 0 1 1 3.4 2.3C8.2 8.7 8 9 8 10M8 12.5v.5" />
        </svg>
        <span>Ask another question: chance, sets, structure</span>
      </button>
    </>
  );
}

function ShippedScenarios({ play }: { readonly play: (scenario: Scenario) => void }) {
  const { datasetId, run } = useExplore();
  const scenarios = useScenarios(datasetId);
  const [open, setOpen] = useState(false);
  const all = scenarios.data ?? [];
  return (
    <section className="block" aria-labelledby="scenarios-title">
      <h2 id="scenarios-title">{run ? "Play a scenario" : "If this fails, what fails next?"}</h2>
      {scenarios.isPending && <Loading what="the scenarios" />}
      {scenarios.isError && <Failed error={scenarios.error} retry={() => void scenarios.refetch()} />}
      {scenarios.data?.length === 0 && run && <Empty>This dataset comes without scenarios.</Empty>}
      <div className="choice-list">
        {all.slice(0, open ? all.length : firstListed).map(({ id, title, body }) => (
          <button key={id} type="button" className="choice" data-scenario={id} onClick={() => play(body)}>
            <svg viewBox="0 0 16 16" aria-hidden="true" className="icon icon-filled">
              <path d="M4 2.5v11l9-5.5z" />
            </svg>
            <span>{title}</span>
          </button>
        ))}
        {!open && all.length > firstListed && (
          <button type="button" className="choice" aria-expanded={false} onClick={() => setOpen(true)}>
            <span aria-hidden="true">…</span>
            <span className="soft">{all.length - firstListed} more scenarios</span>
          </button>
        )}
        {!run && <OtherWaysIn />}
      </div>
    </section>
  );
}
