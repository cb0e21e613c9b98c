import { borders } from "./analyses/borders.ts";
import { compare } from "./analyses/compare.ts";
import { coupling } from "./analyses/coupling.ts";
import { credits } from "./analyses/credits.ts";
import { dataGaps } from "./analyses/data-gaps.ts";
import { finalSets } from "./analyses/final-sets.ts";
import { greedySets } from "./analyses/greedy-sets.ts";
import { importance } from "./analyses/importance.ts";
import { likelySets } from "./analyses/likely-sets.ts";
import { pairs } from "./analyses/pairs.ts";
import { portfolio } from "./analyses/portfolio.ts";
import { shapley } from "./analyses/shapley.ts";
import { rank } from "./analyses/rank.ts";
import { rankTrials } from "./analyses/rank-trials.ts";
import { run } from "./analyses/run.ts";
import { structure } from "./analyses/structure.ts";
import { replay } from "./analyses/replay.ts";
import { trials } from "./analyses/trials.ts";
import { nowhere } from "./model/issue.ts";
import type { Analysis, AnalysisHost, AnalysisInput, AnalysisOutcome } from "./run/protocol.ts";
import { runInThread } from "./run/run-analysis.ts";

/** Every analysis of the core, in the order they are offered. */
export const catalogue: readonly Analysis[] = [
  run,
  rank,
  compare,
  trials,
  replay,
  rankTrials,
  finalSets,
  likelySets,
  greedySets,
  pairs,
  portfolio,
  importance,
  shapley,
  borders,
  coupling,
  dataGaps,
  credits,
  structure,
];

/**
 * Runs an analysis of the catalogue in this thread. Nothing is thrown for bad input: an unknown id, wrong parameters, an
 * overlay that does not fit or a scenario that selects nothing are refused with issues.
 */
export function runAnalysis(
  id: string,
  input: AnalysisInput,
  parameters: unknown,
  host: AnalysisHost,
): AnalysisOutcome {
  const analysis = catalogue.find((candidate) => candidate.id === id);
  if (analysis !== undefined) return runInThread(analysis, input, parameters, host);
  const text = `no such analysis; there is ${catalogue.map((candidate) => candidate.id).join(", ")}`;
  const issue = {
    ...nowhere,
    severity: "error",
    code: "ANALYSIS_UNKNOWN",
    column: "analysis",
    value: id,
    text,
  } as const;
  return { kind: "refused", issues: [issue] };
}
