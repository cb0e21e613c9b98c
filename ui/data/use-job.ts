import { useEffect, useState } from "react";
import type { Job } from "./api-types.ts";
import { ApiError } from "./client.ts";
import { followJob } from "./follow-job.ts";

export interface FollowedJob {
  readonly job: Job | null;
  readonly error: Error | null;
}

const nothing: FollowedJob = { job: null, error: null };

/** The state of a job as it changes. `done` is called once with the id of the stored run; it has to stay the same function. */
export function useJob(jobId: string | null, done: (runId: string) => void): FollowedJob {
  const [followed, setFollowed] = useState<FollowedJob & { readonly id: string | null }>({ ...nothing, id: null });
  useEffect(() => {
    if (jobId === null) return;
    return followJob(jobId, {
      changed(job) {
        const error = job.problem === null ? null : new ApiError(job.problem);
        setFollowed({ id: jobId, job, error });
        if (job.status === "done" && job.runId !== null) done(job.runId);
      },
      failed: (error) => setFollowed({ id: jobId, job: null, error }),
    });
  }, [jobId, done]);
  return followed.id === jobId ? followed : nothing;
}
