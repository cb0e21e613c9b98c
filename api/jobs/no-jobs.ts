import { JobError, type JobPort } from "./job-port.ts";

/** The job port without threads: it takes no job. For an app that is built but never asked to compute. */
export const noJobs: JobPort = {
  submit() {
    throw new JobError("This service takes no jobs.");
  },
  list: () => [],
  find: () => null,
  cancel: async () => null,
  watch: () => () => {},
  close: async () => {},
};
