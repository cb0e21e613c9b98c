import { type AnalysisText, type DatasetSize } from "../../analyzer/index.ts";
import { parameterDefaults } from "./parameter-defaults.ts";

/**
 * Roughly how many seconds of one core an analysis will take, parameters that are left out at their defaults. Null where it
 * cannot be told.
 */
export function estimateSeconds(analysis: AnalysisText, size: DatasetSize, parameters: object = {}): number | null {
  const seconds = analysis.estimate(size, { ...parameterDefaults(analysis), ...parameters });
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : null;
}

/** The size of a dataset that is at hand. */
export function sizeOf(dataset: {
  readonly assets: readonly unknown[];
  readonly dependencies: readonly unknown[];
  readonly connections: readonly unknown[];
}): DatasetSize {
  const { assets, dependencies, connections } = dataset;
  return { assets: assets.length, dependencies: dependencies.length, connections: connections.length };
}
