import { useCallback } from "react";
import { type FollowedJob, useJob } from "../data/use-job.ts";
import { announce, setScreen, showAnswer, showRun, useScreen } from "../state/screen-store.ts";

/** The jobs a screen can wait for: a cascade, a scan, an answer of the catalogue. A reload follows them again, since the link holds their ids. */
export interface FollowedJobs {
  readonly run: FollowedJob & { readonly id: string | null };
  readonly scan: FollowedJob & { readonly id: string | null };
  readonly answer: FollowedJob & { readonly id: string | null };
}

export function useFollowedJobs(): FollowedJobs {
  const runJob = useScreen((screen) => screen.job);
  const scanJob = useScreen((screen) => screen.scanJob);
  const answerJob = useScreen((screen) => screen.answerJob);
  const runDone = useCallback((run: string) => showRun(run), []);
  const scanDone = useCallback((scan: string) => {
    setScreen({ scan, scanJob: null });
    announce("The ranking is ready.");
  }, []);
  return {
    run: { id: runJob, ...useJob(runJob, runDone) },
    scan: { id: scanJob, ...useJob(scanJob, scanDone) },
    answer: { id: answerJob, ...useJob(answerJob, showAnswer) },
  };
}
