import type { AssetResult, Cause } from "../../analyzer/index.ts";
import type { GraphIndex } from "./graph-index.ts";
import { shareNoState } from "./loss-links.ts";
import type { RunView } from "./run-view.ts";

/** One link of the way from a shocked asset to the one that is asked about. */
export interface WhyStep {
  readonly id: string;
  readonly fromHours: number;
  readonly level: number;
  readonly cause: Cause;
  /** Hours since the step before fell: what a buffer or a lag held back. */
  readonly heldHours: number;
  /** States on either side where the loss came over a border in this step. */
  readonly border: { readonly from: readonly string[]; readonly to: readonly string[] } | null;
}

/** The chain of an asset's first outage, from the shock on. Each step shows the outage that began it: its first. */
export function whySteps(graph: GraphIndex, run: RunView, asset: AssetResult): readonly WhyStep[] {
  let before: { readonly id: string; readonly fromHours: number } | null = null;
  return asset.chain.flatMap((id) => {
    const outage = run.byId.get(id)?.outages[0];
    if (outage === undefined) return [];
    const { fromHours, level, cause } = outage;
    const step: WhyStep = {
      id,
      fromHours,
      level,
      cause,
      heldHours: before === null ? 0 : Math.max(0, fromHours - before.fromHours),
      border: before === null ? null : borderBetween(graph, before.id, id),
    };
    before = { id, fromHours };
    return [step];
  });
}

function borderBetween(graph: GraphIndex, from: string, to: string): WhyStep["border"] {
  const a = graph.indexById.get(from);
  const b = graph.indexById.get(to);
  if (a === undefined || b === undefined || !shareNoState(graph, a, b)) return null;
  return { from: graph.statesOf(a), to: graph.statesOf(b) };
}
