import { buildGraph } from "../graph/build-graph.ts";
import { type NodeStructure, structureMetrics } from "../graph/structure-metrics.ts";
import { compareIds, type Dataset } from "../model/dataset.ts";

/** What `structure` gives: where assets stand in the graph, whatever they do. Highest betweenness first, ties by id. */
export interface StructureResult {
  readonly kind: "structure";
  readonly rows: readonly ({ readonly id: string } & NodeStructure)[];
}

/** Structural baselines of every asset (model.md section 5), shown beside a scan and never merged with it. O(assets x edges). */
export function structure(dataset: Dataset): StructureResult {
  const metrics = structureMetrics(buildGraph(dataset));
  const rows = [...metrics].map(([id, node]) => ({ id, ...node }));
  return { kind: "structure", rows: rows.toSorted((x, y) => y.betweenness - x.betweenness || compareIds(x.id, y.id)) };
}
