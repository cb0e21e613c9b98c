import type { AnalysisText, Dataset, Scenario } from "../../analyzer/index.ts";

const mostAmong = 20;

/**
 * Parameters with which an analysis does all it can on a small dataset within a moment, the same for every analysis: what
 * takes too long at its default, and what has none. A set of assets that is asked about are those that the scenario names.
 */
export function exampleParameters(
  analysis: AnalysisText,
  { assets }: Dataset,
  scenario: Scenario,
): Readonly<Record<string, unknown>> {
  const asked = {
    scenario,
    ids: scenario.shocks.flatMap(({ select }) => select.ids ?? []),
    k: Math.min(2, assets.length),
    among: Math.min(mostAmong, assets.length),
    trials: 40,
    trial: 3,
    bufferSpread: 0.2,
  };
  const names = Object.keys(analysis.parameters["properties"] ?? {});
  return Object.fromEntries(Object.entries(asked).filter(([name]) => names.includes(name)));
}
