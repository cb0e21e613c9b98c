import { dataGaps as gapsOf } from "../measures/data-gaps/data-gaps.ts";
import { prepareGround } from "../run/ground.ts";
import { Parameters } from "../run/parameters.ts";
import type { AnalysisInput, AnalysisOutcome, WholeAnalysis } from "../run/protocol.ts";

const usualLimit = 100;
const mostLimit = 10_000;

/** What a dataset does not know. */
export const dataGaps: WholeAnalysis = {
  id: "data-gaps",
  title: "Data gaps",
  question: "What does the dataset not know, and where does something look missing or wrong?",
  parameters: {
    type: "object",
    additionalProperties: false,
    properties: {
      limit: {
        type: "integer",
        title: "Entries of each list",
        minimum: 1,
        maximum: mostLimit,
        unit: "entries",
        default: usualLimit,
      },
    },
  },
  outputs:
    "How often columns are stated and assumed; completeness of each State and sector and the sectors a State lacks; isolated assets, islands without a producer, services with one provider where several are usual, values far from the usual of their kind",
  cost: "A few passes over the rows: well under a second for 100,000 assets",
  estimate: ({ assets, dependencies, connections }) => 5e-6 * (assets + dependencies + connections),
  limits:
    "Says what looks missing, not what is; several providers are usual where at least half of the assets of a kind have them; usual values are told from 8 rows of a kind on",
  source: "model.md sections 1 and 2; Tukey 1977 for values far out",
  checked: "By hand on a small case; counts equal a plain recount on random datasets",
  run: gaps,
};

function gaps(input: AnalysisInput, parameters: unknown): AnalysisOutcome {
  const read = new Parameters(parameters, ["limit"]);
  const limit = read.integer("limit", usualLimit, 1, mostLimit);
  if (read.issues.length > 0) return { kind: "refused", issues: read.issues };
  const prepared = prepareGround(input.dataset, input.overlays);
  return prepared.kind === "refused" ? prepared : { kind: "done", result: gapsOf(prepared.ground.dataset, limit) };
}
