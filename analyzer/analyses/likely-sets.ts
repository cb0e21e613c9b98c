import type { RunGround } from "../measures/ground.ts";
import { planWorlds } from "../measures/likely-sets/plan-worlds.ts";
import { blockCount, runWorlds, type WorldsWork } from "../measures/likely-sets/run-worlds.ts";
import { summariseWorlds } from "../measures/likely-sets/summarise-worlds.ts";
import type { WorldsPart } from "../measures/likely-sets/world-tally.ts";
import { pieceCount, pieceRange } from "../measures/round.ts";
import { hasErrors } from "../model/issue.ts";
import type { Scenario } from "../model/scenario.ts";
import { canonicalHash } from "../run/canonical-hash.ts";
import { Parameters } from "../run/parameters.ts";
import type { AnalysisInput, DatasetSize, Done, PiecedAnalysis, Planned, Refused } from "../run/protocol.ts";
import { resolveScenario } from "../system/resolve-scenario.ts";
import {
  confidenceSchema,
  readConfidence,
  readSeed,
  readTrials,
  seedSchema,
  trialsSchema,
} from "./trial-parameters.ts";

interface LikelySetsPlan {
  readonly scenario: Scenario;
  readonly confidence: number;
  readonly work: WorldsWork;
}

const defaultTrials = 10_000;
/** Blocks of 128 trials that a piece holds at least. */
const leastPiece = 8;

/** What is lost for good under chance, 128 worlds at a time. */
export const likelySets: PiecedAnalysis<LikelySetsPlan, WorldsPart> = {
  id: "likely-sets",
  title: "Lost for good under chance",
  question:
    "How likely is each asset to be lost for good, and how much is lost, when shocks hit and dependencies pass on by chance?",
  parameters: {
    type: "object",
    required: ["scenario"],
    additionalProperties: false,
    properties: {
      scenario: { type: "object", title: "Scenario: shocks with likelihood and without hours" },
      trials: trialsSchema(defaultTrials),
      seed: seedSchema,
      confidence: confidenceSchema,
    },
  },
  outputs:
    "Per asset and State the probability of being lost or reached, with intervals; per world assets lost, people they serve and States reached: mean, quantiles, worst",
  cost: "About 1 ns per dependency and trial where much is lost, far less where little is",
  estimate: estimateSeconds,
  limits:
    "Only losses for good: no repair, no hours, no horizon; lags and buffers have run out. Refused where an asset can be partly lost or a network's supply can change; coins are those of the trials",
  source: "model.md sections 2 and 3; performance.md section 3.5; Salmon et al. 2011; Wilson 1927",
  checked: "Every world of 20,000 random systems equals one computed alone; worlds equal runs of the event engine",
  plan: planLikelySets,
  piece: ({ territory }, { work }, index, host) => {
    const [from, to] = pieceRange(blockCount(work.trials), leastPiece, index);
    return runWorlds(territory, work, from, to, host);
  },
  join: joinLikelySets,
};

function estimateSeconds({ assets, dependencies }: DatasetSize, parameters: unknown): number {
  const isObject = parameters !== null && typeof parameters === "object";
  const stated = isObject && "trials" in parameters ? parameters.trials : null;
  const trials = typeof stated === "number" ? stated : defaultTrials;
  return 0.02 + trials * (1e-9 * dependencies + 2e-9 * assets);
}

function planLikelySets(ground: RunGround, parameters: unknown): Planned<LikelySetsPlan> | Refused {
  const read = new Parameters(parameters, ["scenario", "trials", "seed", "confidence"]);
  const scenario = read.scenario();
  const trials = readTrials(read, scenario?.trials ?? defaultTrials);
  const seed = readSeed(read, scenario?.seed);
  const confidence = readConfidence(read);
  if (scenario === null || read.issues.length > 0) return { kind: "refused", issues: read.issues };
  const { resolved, issues } = resolveScenario(ground.dataset, scenario);
  if (hasErrors(issues)) return { kind: "refused", issues };
  const worlds = planWorlds(ground, scenario);
  if (!("nodeAsset" in worlds)) return { kind: "refused", issues: worlds };
  const plan = { scenario, confidence, work: { worlds, seed, trials, named: resolved.named } };
  return { kind: "planned", plan, pieces: pieceCount(blockCount(trials), leastPiece) };
}

function joinLikelySets(
  ground: RunGround,
  { scenario, confidence, work }: LikelySetsPlan,
  parts: readonly WorldsPart[],
  input: AnalysisInput,
): Done {
  const { id, version } = ground.dataset.description;
  const dataset = { id, version, hash: input.hash };
  const overlaid = input.overlays.length === 0 ? {} : { overlays: input.overlays.map((overlay) => overlay.id) };
  const found = { scenario, ...summariseWorlds(ground, work, parts, confidence) };
  const resultHash = canonicalHash({ dataset, ...overlaid, ...found });
  return {
    kind: "done",
    result: { kind: "likely-sets", engine: input.engine, dataset, ...overlaid, resultHash, ...found },
  };
}
