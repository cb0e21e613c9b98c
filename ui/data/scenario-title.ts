import type { Scenario } from "../../analyzer/index.ts";
import type { GraphIndex } from "./graph-index.ts";

/** What a run is called: the loss of single assets by their names instead of their ids. */
export function scenarioTitle(graph: GraphIndex, scenario: Scenario): string {
  const ids = scenario.id === "lose" ? scenario.shocks.flatMap(({ select }) => select.ids ?? []) : [];
  const names = ids.map((id) => graph.columns.assets.name[graph.indexById.get(id) ?? -1] ?? id);
  return names.length === 0 || names.length > 3 ? scenario.title : `Loss of ${names.join(", ")}`;
}
