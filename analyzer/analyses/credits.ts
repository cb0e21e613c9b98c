import { credits as creditsOf } from "../measures/credits.ts";
import { prepareGround } from "../run/ground.ts";
import { Parameters } from "../run/parameters.ts";
import type { AnalysisInput, AnalysisOutcome, WholeAnalysis } from "../run/protocol.ts";

/** Who is to be credited, and on what terms the data may be passed on. */
export const credits: WholeAnalysis = {
  id: "credits",
  title: "Credits and licences",
  question: "Where does every row come from, who is to be credited, and on what terms may it be passed on?",
  parameters: { type: "object", additionalProperties: false, properties: {} },
  outputs:
    "Sources by the number of their rows, with licence, date and credit line; what the licences ask together; licences to be kept apart; rows without a source",
  cost: "One pass over the rows",
  estimate: ({ assets, dependencies, connections }) => 1e-6 * (assets + dependencies + connections),
  limits: "Licences are told by their names and not by their texts: no legal advice",
  source: "files.md, dataset.json",
  checked: "By hand on a small case; the rows of all sources and those without one are all rows",
  run: credit,
};

function credit(input: AnalysisInput, parameters: unknown): AnalysisOutcome {
  const read = new Parameters(parameters, []);
  if (read.issues.length > 0) return { kind: "refused", issues: read.issues };
  const prepared = prepareGround(input.dataset, input.overlays);
  return prepared.kind === "refused" ? prepared : { kind: "done", result: creditsOf(prepared.ground.dataset) };
}
