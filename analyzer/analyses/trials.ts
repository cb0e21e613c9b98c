import { type DrawnInputs, trialChances } from "../algorithms/trials/trial-draws.ts";
import type { RunGround } from "../measures/ground.ts";
import { runTrials, type TrialsPart, type TrialsWork } from "../measures/trials/run-trials.ts";
import { summariseTrials } from "../measures/trials/summarise-trials.ts";
import { stretchCount, stretchOf } from "../measures/trials/trial-stretches.ts";
import { hasErrors } from "../model/issue.ts";
import type { Scenario } from "../model/scenario.ts";
import { canonicalHash } from "../run/canonical-hash.ts";
import { Parameters } from "../run/parameters.ts";
import type { AnalysisInput, Done, PiecedAnalysis, Planned, Refused } from "../run/protocol.ts";
import { resolveScenario } from "../system/resolve-scenario.ts";
import { toTicks } from "../system/ticks.ts";
import { cascadeSeconds } from "./cascade-seconds.ts";
import {
  confidenceSchema,
  drawHitsSchema,
  drawnNames,
  drawnSchemas,
  readConfidence,
  readDrawn,
  readSeed,
  readTrials,
  seedSchema,
  stateDrawn,
  trialsSchema,
} from "./trial-parameters.ts";

interface TrialsPlan {
  readonly scenario: Scenario;
  readonly trials: number;
  readonly seed: number;
  readonly confidence: number;
  readonly drawn: DrawnInputs;
  readonly work: TrialsWork;
}

const defaultTrials = 1000;

/** One scenario under chance. */
export const trials: PiecedAnalysis<TrialsPlan, TrialsPart> = {
  id: "trials",
  title: "Cascade under chance",
  question: "If this may happen, how bad is it to be expected, how bad can it get, and how sure is that?",
  parameters: {
    type: "object",
    required: ["scenario"],
    additionalProperties: false,
    properties: {
      scenario: { type: "object", title: "Scenario: shocks with likelihood, and horizon" },
      trials: trialsSchema(defaultTrials),
      seed: seedSchema,
      confidence: confidenceSchema,
      drawHits: drawHitsSchema,
      ...drawnSchemas,
    },
  },
  outputs:
    "Mean, quantiles, expected shortfall and exceedance curve of every consequence; probabilities of States and assets",
  cost: "One cascade per trial",
  estimate: (size, parameters) => trialsOf(parameters) * cascadeSeconds(size),
  limits: "Draws are independent but for the shocks they share; means of few trials may miss a rare and huge loss",
  source: "model.md section 3; Wilson 1927; Rockafellar and Uryasev 2002; Salmon et al. 2011",
  checked:
    "Exact probabilities of small systems; closed forms of the tail; 90 % intervals cover the truth in 87 to 93 %",
  plan: planTrials,
  piece: (ground, plan, index, host) => {
    const [from, to] = stretchOf(plan.trials, index);
    return runTrials(ground, plan.work, from, to, host);
  },
  join: joinTrials,
};

function trialsOf(parameters: unknown): number {
  const isObject = parameters !== null && typeof parameters === "object";
  const stated = isObject && "trials" in parameters ? parameters.trials : null;
  return typeof stated === "number" ? stated : defaultTrials;
}

function planTrials(ground: RunGround, parameters: unknown): Planned<TrialsPlan> | Refused {
  const names = ["scenario", "trials", "seed", "confidence", "drawHits", ...drawnNames];
  const read = new Parameters(parameters, names);
  const scenario = read.scenario();
  const count = readTrials(read, scenario?.trials ?? defaultTrials);
  const seed = readSeed(read, scenario?.seed);
  const confidence = readConfidence(read);
  const drawn = readDrawn(read);
  if (scenario === null || read.issues.length > 0) return { kind: "refused", issues: read.issues };
  const { resolved, issues } = resolveScenario(ground.dataset, scenario);
  if (hasErrors(issues)) return { kind: "refused", issues };
  const work: TrialsWork = {
    chances: trialChances(ground.dataset, ground.cascade.system, scenario, seed, drawn),
    named: resolved.named,
    horizonTick: toTicks(scenario.horizonHours),
  };
  const plan = { scenario, trials: count, seed, confidence, drawn, work };
  return { kind: "planned", plan, pieces: stretchCount(count) };
}

function joinTrials(ground: RunGround, plan: TrialsPlan, parts: readonly TrialsPart[], input: AnalysisInput): Done {
  const { scenario, seed, drawn } = plan;
  const { id, version } = ground.dataset.description;
  const dataset = { id, version, hash: input.hash };
  const overlaid = input.overlays.length === 0 ? {} : { overlays: input.overlays.map((overlay) => overlay.id) };
  const found = {
    scenario,
    horizonHours: scenario.horizonHours,
    ...stateDrawn(seed, drawn),
    ...summariseTrials(ground, parts, plan.trials, plan.confidence),
  };
  const resultHash = canonicalHash({ dataset, ...overlaid, ...found });
  return {
    kind: "done",
    result: { kind: "trials", engine: input.engine, dataset, ...overlaid, resultHash, ...found },
  };
}
