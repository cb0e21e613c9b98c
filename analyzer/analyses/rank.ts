import { rankAssets } from "../measures/rank.ts";
import { prepareGround } from "../run/ground.ts";
import { Parameters } from "../run/parameters.ts";
import type { AnalysisHost, AnalysisInput, AnalysisOutcome, WholeAnalysis } from "../run/protocol.ts";
import { limitParameter, scanParameters } from "./scan-parameters.ts";

/** Single-failure scan. */
export const rank: WholeAnalysis = {
  id: "rank",
  title: "Single-failure scan",
  question: "Whose loss alone does the most harm, at home and abroad?",
  parameters: {
    type: "object",
    additionalProperties: false,
    properties: { ...scanParameters, limit: limitParameter },
  },
  outputs: "One row per asset: outage hours, person-hours, foreign loss, assets, States and sectors reached",
  cost: "N cascades",
  estimate: ({ assets }) => 2e-4 * assets,
  limits: "One asset at a time, lost totally; no probability of the loss",
  source: "model.md section 5",
  checked: "Golden case GC-3 by hand; every row equals the run of that loss alone",
  run: rankAll,
};

function rankAll(input: AnalysisInput, parameters: unknown, host: AnalysisHost): AnalysisOutcome {
  const read = new Parameters(parameters, ["by", "hours", "horizonHours", "limit"]);
  const question = read.rankQuestion();
  if (read.issues.length > 0) return { kind: "refused", issues: read.issues };
  const prepared = prepareGround(input.dataset, input.overlays);
  if (prepared.kind === "refused") return prepared;
  const result = rankAssets(prepared.ground, question, host);
  return result === null ? { kind: "aborted" } : { kind: "done", result };
}
