import { joinRank, planRank, type RankPart, type RankPlan, rankPiece } from "../measures/rank.ts";
import { Parameters } from "../run/parameters.ts";
import type { PiecedAnalysis } from "../run/protocol.ts";
import { scanSeconds } from "./cascade-seconds.ts";
import { limitParameter, scanParameters } from "./scan-parameters.ts";

/** Single-failure scan. */
export const rank: PiecedAnalysis<RankPlan, RankPart> = {
  id: "rank",
  title: "Single-failure scan",
  question: "Whose loss alone does the most harm, at home and abroad?",
  parameters: {
    type: "object",
    additionalProperties: false,
    properties: { ...scanParameters, limit: limitParameter },
  },
  outputs:
    "One row per asset: outage hours, person-hours, foreign loss, assets, States and sectors reached; how many rows were worked out which way",
  cost: "Per asset what its loss reaches; a run of the event engine where levels are partial, a network is cut or a return meets a failure. With a limit only assets that can be among the first are run",
  estimate: (size) => scanSeconds(size),
  limits: "One asset at a time, lost totally; no probability of the loss",
  source: "model.md section 5; performance.md sections 2 to 4",
  checked:
    "Golden case GC-3 by hand; every row equals the run of that loss alone, whichever way it was worked out, on random systems; a limited ranking equals the head of the full one",
  plan: (ground, parameters) => {
    const read = new Parameters(parameters, ["by", "hours", "horizonHours", "limit"]);
    const question = read.rankQuestion();
    return read.issues.length > 0 ? { kind: "refused", issues: read.issues } : planRank(ground, question);
  },
  piece: rankPiece,
  join: joinRank,
};
