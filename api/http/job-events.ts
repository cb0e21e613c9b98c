import type { SSEMessage } from "@fastify/sse";
import { isFinal, type JobStatus } from "../jobs/job-port.ts";

/** Jobs of one kind, where they can be watched. */
interface Watched<J> {
  find(id: string): J | null;
  watch(id: string, listener: (job: J) => void): () => void;
}

/**
 * The states of a job as events: the present one at once, then each change, until the job ends or the reader leaves
 * (`onLeave` is given what to call then). A slow reader is given the latest state, not every one between.
 */
export async function* jobEvents<J extends { readonly status: JobStatus }>(
  jobs: Watched<J>,
  id: string,
  name: string,
  view: (job: J) => unknown,
  onLeave: (stop: () => void) => void,
): AsyncGenerator<SSEMessage> {
  const reader: Reader<J> = { unread: jobs.find(id), gone: false, wake: () => {} };
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
      if (job !== null) yield { event: name, data: view(job) };
      if (job !== null && isFinal(job.status)) return;
      await newsFor(reader);
    }
  } finally {
    unwatch();
  }
}

interface Reader<J> {
  unread: J | null;
  gone: boolean;
  wake: () => void;
}

/** Waits until there is something to read, or nobody to read it. */
async function newsFor<J>(reader: Reader<J>): Promise<void> {
  if (reader.unread !== null || reader.gone) return;
  await new Promise<void>((resolve) => {
    reader.wake = resolve;
  });
}
