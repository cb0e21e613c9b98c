import { useState } from "react";
import type { JobRequest } from "../data/api-types.ts";
import { submitJob } from "../data/queries.ts";
import type { FollowedJob } from "../data/use-job.ts";
import { followRun, setScreen } from "../state/screen-store.ts";

/** How far a question is, and the ways to ask it. */
export interface AskedQuestion {
  readonly running: boolean;
  readonly cancelled: boolean;
  readonly error: Error | null;
  readonly ask: (request: JobRequest) => void;
  /** Clears what went wrong and asks the same again. */
  readonly again: () => void;
}

/** Follows an answer where it is shown: some have a place of their own. */
function follow(analysis: string, job: string): void {
  if (analysis === "run" || analysis === "replay") {
    followRun(job);
    setScreen({ panel: "scenario" });
  } else if (analysis === "rank") setScreen({ scanJob: job, question: null, panel: "ranking" });
  else setScreen({ answerJob: job });
}

/** Asks one question of the catalogue; `job` is the one whose answer the screen waits for, of this question or of another. */
export function useQuestion(analysis: string, job: FollowedJob & { readonly id: string | null }): AskedQuestion {
  const [refused, setRefused] = useState<Error | null>(null);
  const [last, setLast] = useState<JobRequest | null>(null);
  const submit = async (request: JobRequest) => {
    setLast(request);
    setRefused(null);
    try {
      follow(request.analysis, (await submitJob(request)).id);
    } catch (error) {
      setRefused(error instanceof Error ? error : new Error(String(error)));
    }
  };
  const mine = job.job === null || job.job.analysis === analysis;
  const error = refused ?? (mine ? job.error : null);
  const cancelled = mine && job.job?.status === "cancelled";
  return {
    running: mine && job.id !== null && !error && !cancelled,
    cancelled,
    error,
    ask: (request) => void submit(request),
    again: () => {
      setScreen({ answerJob: null });
      setRefused(null);
      if (last) void submit(last);
    },
  };
}
