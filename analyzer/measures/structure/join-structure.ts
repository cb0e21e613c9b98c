import { compareIds } from "../../model/dataset.ts";
import type { StructurePart } from "./structure-piece.ts";
import type { StructurePlan } from "./structure-plan.ts";
import type { BetweennessMethod, StructureResult, StructureRow } from "./structure-result.ts";

/**
 * Structural baselines of every asset (model.md section 5), shown beside a scan and never merged with it. Parts are summed
 * in the order of their index, so that the answer has the same bytes whoever did them.
 *
 * @param assetIds by position
 */
export function joinStructure(
  assetIds: readonly string[],
  plan: StructurePlan,
  parts: readonly StructurePart[],
): StructureResult {
  const { order, graph, predecessors } = plan;
  const rank = partOf(parts, "rank");
  const supply = partOf(parts, "supply");
  const cohesion = partOf(parts, "cohesion");
  const sums = betweennessSums(plan, parts);
  const idAt = (place: number): string => assetIds[order[place]!]!;
  const degree = (place: number): number =>
    graph.start[place + 1]! - graph.start[place]! + predecessors.start[place + 1]! - predecessors.start[place]!;
  const rows = Array.from(order, (_, place): StructureRow => {
    const supplier = supply.dominator[place]!;
    return {
      id: idAt(place),
      degree: degree(place),
      betweenness: sums[2 * place]!,
      crossBorderBetweenness: sums[2 * place + 1]!,
      pageRank: rank.rank[place]!,
      coreNumber: cohesion.core[place]!,
      isArticulationPoint: cohesion.isCut[place] === 1,
      bridges: cohesion.bridgesAt[place]!,
      strongComponentSize: supply.componentSize[place]!,
      soleSupplier: supplier < 0 ? null : idAt(supplier),
      soleSupplyOf: supply.dominated[place]!,
    };
  });
  return {
    kind: "structure",
    betweenness: methodOf(plan),
    edges: graph.successor.length,
    bridges: cohesion.bridgesAt.reduce((sum, ends) => sum + ends, 0) / 2,
    blocks: cohesion.blocks,
    rows: rows.sort((x, y) => y.betweenness - x.betweenness || compareIds(x.id, y.id)),
  };
}

type PartOf<Kind> = Extract<StructurePart, { readonly kind: Kind }>;

function partOf<Kind extends StructurePart["kind"]>(parts: readonly StructurePart[], kind: Kind): PartOf<Kind> {
  const found = parts.find((part): part is PartOf<Kind> => part.kind === kind);
  if (found === undefined) throw new Error(`no part ${kind}: a round has all its pieces`);
  return found;
}

function betweennessSums(plan: StructurePlan, parts: readonly StructurePart[]): Float64Array {
  const sums = new Float64Array(2 * plan.order.length);
  for (const part of parts) {
    if (part.kind !== "paths") continue;
    for (let at = 0; at < sums.length; at += 1) sums[at]! += part.sums[at]!;
  }
  if (plan.samples === 0) return sums;
  const each = orderedPairs(plan) / plan.samples;
  return sums.map((passed) => passed * each);
}

function methodOf(plan: StructurePlan): BetweennessMethod {
  const { samples, question } = plan;
  if (samples === 0) return { method: "exact" };
  const { seed, confidence, errorShare } = question;
  return { method: "sampled", samples, seed, confidence, errorBound: errorShare * orderedPairs(plan) };
}

function orderedPairs({ order }: StructurePlan): number {
  return order.length * (order.length - 1);
}
