import type { Scenario } from "../../analyzer/index.ts";
import { useState } from "react";
import { submitScenario } from "../data/queries.ts";
import type { FollowedJob } from "../data/use-job.ts";
import { JobProgress } from "../parts/JobProgress.tsx";
import { Empty, Failed } from "../parts/PanelState.tsx";
import { useExplore } from "../screens/explore-context.ts";
import { closeRun, followRun, setScreen } from "../state/screen-store.ts";
import { LoseAsset } from "./LoseAsset.tsx";
import { LosePlants } from "./LosePlants.tsx";
import { RunSummary } from "./RunSummary.tsx";
import { ScenarioFile } from "./ScenarioFile.tsx";
import { ShippedScenarios } from "./ShippedScenarios.tsx";

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
