import {
  type GreedyPart,
  type GreedyPlan,
  greedyPiece,
  joinGreedySets,
  planGreedySets,
} from "../measures/greedy-sets/greedy-sets.ts";
import { limits } from "../model/limits.ts";
import { Parameters } from "../run/parameters.ts";
import type { PiecedAnalysis } from "../run/protocol.ts";
import { secondsPerLoss } from "./loss-seconds.ts";
import { scanParameters } from "./scan-parameters.ts";

const defaultSize = 3;

/** Assets whose joint loss is the worst. */
export const greedySets: PiecedAnalysis<GreedyPlan, GreedyPart> = {
  id: "greedy-sets",
  title: "Protection priority of sets",
  question: "Which assets would be missed most if they were lost together, and so are worth protecting together?",
  parameters: {
    type: "object",
    additionalProperties: false,
    properties: {
      k: {
        type: "integer",
        title: "How many assets",
        minimum: 1,
        maximum: limits.setSize,
        unit: "assets",
        default: defaultSize,
      },
      ...scanParameters,
    },
  },
  outputs:
    "One pick after another with what it adds and the total; for few enough sets the worst of all and the gap to it",
  cost: "N cascades per pick",
  estimate: ({ assets }, parameters) => secondsPerLoss * assets * sizeOf(parameters),
  limits: `Greedy is not the worst set for sure: the gap is given up to ${limits.exhaustiveSets} sets, else it is not known`,
  source: "model.md section 5; Minoux 1978 for lazy evaluation, used only where gains provably shrink",
  checked: "Each pick equals brute force and the worst set is never below it, on random systems with networks",
  plan: (ground, parameters) => {
    const read = new Parameters(parameters, ["k", "by", "hours", "horizonHours"]);
    const size = read.integer("k", defaultSize, 1, limits.setSize);
    const question = { ...read.rankQuestion(), size };
    const count = ground.cascade.system.assetIds.length;
    if (read.issues.length === 0 && size > count) read.refuse("k", size, `the dataset has only ${count} assets`);
    return read.issues.length > 0 ? { kind: "refused", issues: read.issues } : planGreedySets(ground, question);
  },
  piece: greedyPiece,
  join: joinGreedySets,
};

function sizeOf(parameters: unknown): number {
  const stated = parameters !== null && typeof parameters === "object" && "k" in parameters ? parameters.k : null;
  return typeof stated === "number" ? stated : defaultSize;
}
