import type { RunGround } from "../measures/ground.ts";
import { joinRankTrials } from "../measures/rank-trials/join-rank-trials.ts";
import { type RankTrialsPart, rankTrialsPiece } from "../measures/rank-trials/rank-trials-piece.ts";
import {
  mostRankRuns,
  planRankTrials,
  type RankTrialsPlan,
  type RankTrialsQuestion,
} from "../measures/rank-trials/rank-trials-plan.ts";
import { uncertainInputs } from "../measures/rank-trials/rank-trials-result.ts";
import { limits } from "../model/limits.ts";
import { aftermathHours, scanLossHours } from "../model/scenario.ts";
import { Parameters } from "../run/parameters.ts";
import type { PiecedAnalysis, Planned, Refused } from "../run/protocol.ts";
import { secondsPerLoss } from "./loss-seconds.ts";
import { hoursSchema, scanParameters } from "./scan-parameters.ts";
import {
  confidenceSchema,
  drawnNames,
  drawnSchemas,
  readConfidence,
  readDrawn,
  readSeed,
  readTrials,
  seedSchema,
  trialsSchema,
} from "./trial-parameters.ts";

const defaultTrials = 200;
const defaultCandidates = 50;
const defaultTop = 10;

const names = [
  "by",
  "hours",
  "horizonHours",
  "candidates",
  "k",
  "trials",
  "seed",
  "confidence",
  "sensitivity",
] as const;

/** Single-failure scan under chance. */
export const rankTrials: PiecedAnalysis<RankTrialsPlan, RankTrialsPart> = {
  id: "rank-trials",
  title: "Single-failure scan under chance",
  question: "Whose loss alone does the most harm, how sure is the order, and which uncertain input moves it most?",
  parameters: {
    type: "object",
    additionalProperties: false,
    properties: {
      by: scanParameters.by,
      hours: hoursSchema(
        `How long each asset is lost (unless said its repair time, ${scanLossHours} h where that is not known)`,
        null,
      ),
      horizonHours: hoursSchema(
        `How long each loss is watched (${aftermathHours} h after the longest unless said)`,
        null,
      ),
      candidates: {
        type: "integer",
        title: "How many assets are ranked: those highest in the certain scan",
        minimum: 1,
        unit: "assets",
        default: defaultCandidates,
      },
      k: {
        type: "integer",
        title: "For each asset the probability of being among the first so many",
        minimum: 1,
        unit: "assets",
        default: defaultTop,
      },
      trials: trialsSchema(defaultTrials),
      seed: seedSchema,
      confidence: confidenceSchema,
      ...drawnSchemas,
      sensitivity: {
        type: "boolean",
        title: "Run the trials again with each uncertain input held, to see what moves the ranking",
        default: true,
      },
    },
  },
  outputs:
    "Expected consequence, rank interval, probability of the first k and ties per candidate; what moves the ranking",
  cost: "N cascades to find the candidates, then one per candidate and trial, and as many again per uncertain input",
  estimate: (size, parameters) => secondsPerLoss * runsOf(size.assets, parameters),
  limits: `At most ${mostRankRuns} runs; an asset that the certain scan puts below the candidates is not seen`,
  source: "model.md sections 3 and 5; requirements C05 and V07; Kendall 1945; Knight 1966",
  checked:
    "Likelihood 1 gives the certain scan; exact expectations of small systems; a planted input moves the ranking most",
  plan: planScan,
  piece: rankTrialsPiece,
  join: joinRankTrials,
};

function planScan(ground: RunGround, parameters: unknown): Planned<RankTrialsPlan> | Refused {
  const read = new Parameters(parameters, [...names, ...drawnNames]);
  const count = ground.dataset.assets.length;
  const candidates = read.integer("candidates", Math.max(1, Math.min(defaultCandidates, count)), 1, limits.trials);
  const ranked = Math.min(candidates, count);
  const hours = read.has("hours") ? read.hours("hours", scanLossHours) : null;
  const question: RankTrialsQuestion = {
    by: read.consequence(),
    hours,
    horizonHours: read.has("horizonHours") ? read.hours("horizonHours", scanLossHours) : null,
    candidates: ranked,
    k: readTop(read, ranked),
    trials: readTrials(read, defaultTrials),
    seed: readSeed(read),
    confidence: readConfidence(read),
    drawn: readDrawn(read),
    sensitivity: read.flag("sensitivity", true),
  };
  const runs = question.trials * ranked * (question.sensitivity ? 1 + uncertainInputs.length : 1);
  if (read.issues.length === 0 && runs > mostRankRuns) {
    read.refuse(
      "trials",
      question.trials,
      `asks for up to ${runs} runs; at most ${mostRankRuns}: fewer trials or candidates`,
    );
  }
  return read.issues.length > 0 ? { kind: "refused", issues: read.issues } : planRankTrials(ground, question);
}

function readTop(read: Parameters, ranked: number): number {
  const k = read.integer("k", Math.max(1, Math.min(defaultTop, ranked)), 1, limits.trials);
  if (read.has("k") && k > ranked) read.refuse("k", k, `only ${ranked} assets are ranked`);
  return k;
}

function runsOf(assets: number, parameters: unknown): number {
  const stated = parameters !== null && typeof parameters === "object" ? (parameters as Record<string, unknown>) : {};
  const number = (name: string, fallback: number) => (typeof stated[name] === "number" ? stated[name] : fallback);
  const candidates = Math.min(assets, number("candidates", defaultCandidates));
  const passes = stated["sensitivity"] === false ? 1 : 1 + uncertainInputs.length;
  return assets + candidates * number("trials", defaultTrials) * passes;
}
