import { trialChances } from "../algorithms/trials/trial-draws.ts";
import { replayTrial } from "../measures/trials/replay-trial.ts";
import { hasErrors } from "../model/issue.ts";
import { limits } from "../model/limits.ts";
import { canonicalHash } from "../run/canonical-hash.ts";
import { prepareGround } from "../run/ground.ts";
import { Parameters } from "../run/parameters.ts";
import type { AnalysisInput, AnalysisOutcome, WholeAnalysis } from "../run/protocol.ts";
import { resolveScenario } from "../system/resolve-scenario.ts";
import { cascadeSeconds } from "./cascade-seconds.ts";
import {
  drawHitsSchema,
  drawnNames,
  drawnSchemas,
  readDrawn,
  readSeed,
  seedSchema,
  stateDrawn,
} from "./trial-parameters.ts";

/** One trial, explained. */
export const replay: WholeAnalysis = {
  id: "replay",
  title: "One trial again",
  question: "What happened in this very trial, and why?",
  parameters: {
    type: "object",
    required: ["scenario", "trial"],
    additionalProperties: false,
    properties: {
      scenario: { type: "object", title: "Scenario of the trials" },
      trial: {
        type: "integer",
        title: "Which trial, as the trials name it",
        minimum: 0,
        maximum: limits.trials - 1,
        unit: "number of the trial, from 0",
      },
      seed: seedSchema,
      drawHits: drawHitsSchema,
      ...drawnSchemas,
    },
  },
  outputs:
    "The trial as a run, with causes and chains, and what was drawn: hits and hours, closed dependencies, buffers",
  cost: "One cascade",
  estimate: (size) => cascadeSeconds(size),
  limits: "The same trial only under the same scenario, seed and draws as the trials it was seen in",
  source: "model.md section 3",
  checked: "Totals equal those of the trial on random systems",
  run: replayOne,
};

function replayOne(input: AnalysisInput, parameters: unknown): AnalysisOutcome {
  const read = new Parameters(parameters, ["scenario", "trial", "seed", "drawHits", ...drawnNames]);
  const scenario = read.scenario();
  const trial = read.integer("trial", -1, 0, limits.trials - 1);
  const seed = readSeed(read, scenario?.seed);
  const drawn = readDrawn(read);
  if (scenario === null || read.issues.length > 0) return { kind: "refused", issues: read.issues };
  const prepared = prepareGround(input.dataset, input.overlays);
  if (prepared.kind === "refused") return prepared;
  const { ground } = prepared;
  const { resolved, issues } = resolveScenario(ground.dataset, scenario);
  if (hasErrors(issues)) return { kind: "refused", issues };
  const chances = trialChances(ground.dataset, ground.cascade.system, scenario, seed, drawn);
  const replayed = replayTrial(ground, scenario, resolved.named, chances, trial);
  const { id, version } = ground.dataset.description;
  const dataset = { id, version, hash: input.hash };
  const overlaid = input.overlays.length === 0 ? {} : { overlays: input.overlays.map((overlay) => overlay.id) };
  const found = { ...stateDrawn(seed, drawn), trial, drawn: replayed.drawn, ...replayed.numbers };
  const resultHash = canonicalHash({ dataset, ...overlaid, ...found });
  return { kind: "done", result: { kind: "replay", engine: input.engine, dataset, ...overlaid, resultHash, ...found } };
}
