import type { GraphIndex } from "./graph-index.ts";
import type { RunView } from "./run-view.ts";

/** A link over which a loss came, while it lasts. */
export interface LossLink {
  readonly from: number;
  readonly to: number;
  readonly crossesBorder: boolean;
  readonly fromHours: number;
  readonly toHours: number;
}

/** One link per outage that a provider caused. */
export function lossLinks(graph: GraphIndex, run: RunView): readonly LossLink[] {
  const links: LossLink[] = [];
  for (const { id, outages } of run.result.assets) {
    const to = graph.indexById.get(id);
    for (const { cause, fromHours, toHours } of outages) {
      const from = cause === "shock" ? undefined : graph.indexById.get(cause.provider);
      if (from === undefined || to === undefined || from === to) continue;
      links.push({ from, to, crossesBorder: shareNoState(graph, from, to), fromHours, toHours });
    }
  }
  return links;
}

export function shareNoState(graph: GraphIndex, a: number, b: number): boolean {
  const states = graph.statesOf(b);
  return !graph.statesOf(a).some((state) => states.includes(state));
}

/** The links of one asset's dependencies; networks are no asset and have none. */
export function linksOf(graph: GraphIndex, asset: number): { from: number; to: number; crossesBorder: boolean }[] {
  const { provider, dependent } = graph.columns.dependencies;
  const links: { from: number; to: number; crossesBorder: boolean }[] = [];
  for (let row = 0; row < graph.dependencyCount; row++) {
    const from = provider[row] ?? -1;
    const to = dependent[row] ?? -1;
    if (from < 0 || (from !== asset && to !== asset)) continue;
    links.push({ from, to, crossesBorder: graph.crossesBorder[row] === 1 });
  }
  return links;
}
