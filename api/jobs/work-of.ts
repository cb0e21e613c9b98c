import { type Analysis, isPieced } from "../../analyzer/index.ts";
import { help } from "./help.ts";
import { lead } from "./lead.ts";
import type { WorkerReply, WorkerTask } from "./worker-messages.ts";

/** What a thread does that knows these analyses: it leads jobs, and helps with the pieces of others'. */
export function workOf(analyses: readonly Analysis[]): (task: WorkerTask) => Promise<WorkerReply> {
  return async (task) => {
    const analysis = analyses.find(({ id }) => id === task.analysis);
    if (analysis === undefined) throw new Error(`there is no analysis "${task.analysis}"`);
    if (task.kind === "lead") return lead(task, analysis);
    if (isPieced(analysis)) await help(task, analysis);
    return { kind: "helped" };
  };
}
