import type { Job } from "./api-types.ts";
import { followChanges, type Follower } from "./follow-changes.ts";
import { readJob } from "./queries.ts";

/** Follows a job until it ends. Returns the way to stop; the job itself goes on. */
export function followJob(jobId: string, follower: Follower<Job>): () => void {
  const events = `/api/jobs/${encodeURIComponent(jobId)}/events`;
  return followChanges({ events, event: "job", read: () => readJob(jobId) }, follower);
}
