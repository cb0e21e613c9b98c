import type { Job } from "./api-types.ts";
import { readJob } from "./queries.ts";

const pollEveryMs = 700;

const isFinal = ({ status }: Job): boolean => status === "done" || status === "failed" || status === "cancelled";

export interface JobFollower {
  changed(job: Job): void;
  failed(error: Error): void;
}

/**
 * Follows a job until it ends: by server-sent events, and by asking again and again where those do not get through.
 * Returns the way to stop; the job itself goes on.
 */
export function followJob(jobId: string, follower: JobFollower): () => void {
  let stopped = false;
  let timer = 0;
  const source = new EventSource(`/api/jobs/${encodeURIComponent(jobId)}/events`);
  const stop = () => {
    stopped = true;
    source.close();
    clearTimeout(timer);
  };
  const take = (job: Job) => {
    if (stopped) return;
    if (isFinal(job)) stop();
    follower.changed(job);
  };
  const poll = async () => {
    try {
      take(await readJob(jobId));
      if (!stopped) timer = window.setTimeout(() => void poll(), pollEveryMs);
    } catch (error) {
      if (stopped) return;
      stop();
      follower.failed(error instanceof Error ? error : new Error(String(error)));
    }
  };
  source.addEventListener("job", (event: MessageEvent<string>) => take(JSON.parse(event.data) as Job));
  source.addEventListener("error", () => {
    source.close();
    if (!stopped) void poll();
  });
  return stop;
}
