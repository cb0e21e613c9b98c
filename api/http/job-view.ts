import type { Job } from "../jobs/job-port.ts";
import { type Problem, problem } from "./problems.ts";

/** A job as the API shows it: its problem in the shape of every other problem. */
export interface JobView extends Omit<Job, "problem"> {
  readonly problem: Problem | null;
}

export function jobView(job: Job): JobView {
  if (job.problem === null) return { ...job, problem: null };
  const { code, detail, issues } = job.problem;
  return { ...job, problem: problem(code, detail, issues) };
}
