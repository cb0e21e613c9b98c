import type { Pruned } from "../../runs/prune-runs.ts";
import { counted } from "../quantities.ts";

/** `runs prune` for people: each run that goes, and how many of what. */
export function pruneReport({ removed, resultsDropped, untouched }: Pruned, dryRun: boolean): string[] {
  const [went, lost] = dryRun ? ["would be removed", "would lose"] : ["removed", "lost"];
  return [
    ...removed.map((id) => `${id} ${went}`),
    ...resultsDropped.map((id) => `${id} ${lost} its result`),
    `${counted(removed.length, "run")} ${went}, ${counted(resultsDropped.length, "run")} ${lost} the result, ${counted(untouched, "run")} untouched`,
  ];
}
