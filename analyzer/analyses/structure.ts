import { structure as structureOf } from "../measures/structure.ts";
import { prepareGround } from "../run/ground.ts";
import { Parameters } from "../run/parameters.ts";
import type { AnalysisInput, AnalysisOutcome, WholeAnalysis } from "../run/protocol.ts";

/** Structural baselines. */
export const structure: WholeAnalysis = {
  id: "structure",
  title: "Structural baselines",
  question: "Where does each asset stand in the graph, whatever it does?",
  parameters: { type: "object", additionalProperties: false, properties: {} },
  outputs: "Degree, betweenness and PageRank per asset",
  cost: "N x M steps for betweenness: about a minute for 11,000 assets",
  estimate: ({ assets, dependencies, connections }) => 2e-7 * assets * (dependencies + connections),
  limits: "Shape only: agrees with a cascade only mildly",
  source: "model.md section 5; Brandes 2001; Page and Brin 1998",
  checked: "Closed forms of star, path and cycle",
  run: baselines,
};

function baselines(input: AnalysisInput, parameters: unknown): AnalysisOutcome {
  const read = new Parameters(parameters, []);
  if (read.issues.length > 0) return { kind: "refused", issues: read.issues };
  const prepared = prepareGround(input.dataset, input.overlays);
  return prepared.kind === "refused" ? prepared : { kind: "done", result: structureOf(prepared.ground.dataset) };
}
