import type { SSEMessage } from "@fastify/sse";
import { isFinal, type Job, type JobPort } from "../jobs/job-port.ts";
import { jobView } from "./job-view.ts";

/**
 * The states of a job as events: the present one at once, then each change, until the job ends or the reader leaves
 * (`onLeave` is given what to call then). A slow reader is given the latest state, not every one between.
 */
export async function* jobEvents(
  jobs: JobPort,
  id: string,
  onLeave: (stop: () => void) => void,
): AsyncGenerator<SSEMessage> {
  const reader: Reader = { unread: jobs.find(id), gone: false, wake: () => {} };
  const unwatch = jobs.watch(id, (job) => {
    reader.unread = job;
    reader.wake();
  });
  onLeave(() => {
    reader.gone = true;
    reader.wake();
  });
  try {
    while (!reader.gone) {
      const job = reader.unread;
      reader.unread = null;
      if (job !== null) yield { event: "job", data: jobView(job) };
      if (job !== null && isFinal(job.status)) return;
      await newsFor(reader);
    }
  } finally {
    unwatch();
  }
}

interface Reader {
  unread: Job | null;
  gone: boolean;
  wake: () => void;
}

/** Waits until there is something to read, or nobody to read it. */
async function newsFor(reader: Reader): Promise<void> {
  if (reader.unread !== null || reader.gone) return;
  await new Promise<void>((resolve) => {
    reader.wake = resolve;
  });
}
