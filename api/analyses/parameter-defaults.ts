import type { AnalysisText } from "../../analyzer/index.ts";
import { parameterProperties } from "./parameter-properties.ts";

/** The parameters of an analysis that have a default, at it. */
export function parameterDefaults(analysis: AnalysisText): Readonly<Record<string, unknown>> {
  const stated = Object.entries(parameterProperties(analysis)).filter(([, property]) => property.default !== undefined);
  return Object.fromEntries(stated.map(([name, property]) => [name, property.default]));
}
