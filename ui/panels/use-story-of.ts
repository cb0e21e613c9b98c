import type { Scenario } from "../../analyzer/index.ts";
import type { ScenarioDocument } from "../data/api-types.ts";
import { useScenarios } from "../data/queries.ts";
import { useExplore } from "../screens/explore-context.ts";

/** The story of the shipped scenario that was run; none where what was run is another one of its name. */
export function useStoryOf(scenario: Scenario): ScenarioDocument["story"] {
  const { datasetId } = useExplore();
  const shipped = useScenarios(datasetId).data?.find(({ id }) => id === scenario.id);
  return shipped !== undefined && isSame(shipped.body, scenario) ? shipped.story : undefined;
}

/** Equal as JSON, whatever the order of the keys. */
function isSame(a: unknown, b: unknown): boolean {
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return a === b;
  const [left, right] = [new Map(Object.entries(a)), new Map(Object.entries(b))];
  return left.size === right.size && [...left].every(([key, value]) => isSame(value, right.get(key)));
}
