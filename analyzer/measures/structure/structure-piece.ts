import { Brandes } from "../../algorithms/brandes/brandes.ts";
import { PathSampler } from "../../algorithms/brandes/path-sampler.ts";
import { foreignClasses } from "../../algorithms/brandes/state-classes.ts";
import { Chance, purposes } from "../../algorithms/chance/chance.ts";
import { articulationPoints } from "../../algorithms/components/articulation-points.ts";
import { biconnectedBlocks } from "../../algorithms/components/biconnected-blocks.ts";
import { bridges } from "../../algorithms/components/bridges.ts";
import { strongComponents } from "../../algorithms/components/strong-components.ts";
import { undirectedView } from "../../algorithms/digraph/undirected-view.ts";
import { dominatedCounts, dominators } from "../../algorithms/dominators/dominators.ts";
import { coreNumbers } from "../../algorithms/k-core/core-numbers.ts";
import { pageRank } from "../../algorithms/page-rank/page-rank.ts";
import { pieceRange } from "../round.ts";
import { betweennessItems, betweennessPiece, linearPieces, type StructurePlan } from "./structure-plan.ts";

/** Where a piece reports, and hears that it is to stop. */
export interface StructureWatch {
  progress(done: number, total: number): void;
  aborted(): boolean;
}

/** What one piece found, by place. */
export type StructurePart =
  | { readonly kind: "rank"; readonly rank: Float64Array }
  | {
      readonly kind: "supply";
      readonly dominator: Int32Array;
      readonly dominated: Int32Array;
      readonly componentSize: Int32Array;
    }
  | {
      readonly kind: "cohesion";
      readonly core: Int32Array;
      readonly isCut: Uint8Array;
      readonly bridgesAt: Int32Array;
      readonly blocks: number;
    }
  | {
      readonly kind: "paths";
      /** [2 x place] betweenness or paths that pass, [2 x place + 1] the same across borders. */
      readonly sums: Float64Array | Int32Array;
    };

/** Second half of the key of all draws: paths are not drawn from the numbers of anything else. */
const drawKey = 0x70617468;

/** The search of the piece done last, for the next piece of the same plan; forgotten together with the plan. */
const searches = new WeakMap<StructurePlan, Brandes>();

/** One piece of the structural baselines; null where it was stopped. */
export function structurePiece(plan: StructurePlan, index: number, watch: StructureWatch): StructurePart | null {
  if (index === 0) return rankPart(plan, watch);
  if (index === 1) return supplyPart(plan);
  if (index === 2) return cohesionPart(plan);
  const range = pieceRange(betweennessItems(plan), betweennessPiece(plan), index - linearPieces);
  return plan.samples > 0 ? sampledPart(plan, range, watch) : exactPart(plan, range, watch);
}

function rankPart({ graph, predecessors }: StructurePlan, watch: StructureWatch): StructurePart | null {
  const outDegree = Int32Array.from(graph.start.subarray(1), (end, place) => end - graph.start[place]!);
  const found = pageRank(predecessors, outDegree, () => watch.aborted());
  return found === null ? null : { kind: "rank", rank: found.rank };
}

function supplyPart({ graph, predecessors, isSource }: StructurePlan): StructurePart {
  const tree = dominators(graph, predecessors, isSource);
  const component = strongComponents(graph.start, graph.successor);
  const size = new Int32Array(component.length);
  for (const own of component) size[own]! += 1;
  return {
    kind: "supply",
    dominator: tree.dominator,
    dominated: dominatedCounts(tree),
    componentSize: component.map((own) => size[own]!),
  };
}

function cohesionPart({ graph }: StructurePlan): StructurePart {
  const both = undirectedView(graph);
  const blocks = biconnectedBlocks(both.start, both.successor);
  const isBridge = bridges(blocks);
  const bridgesAt = new Int32Array(both.start.length - 1);
  both.successor.forEach((neighbour, edge) => {
    bridgesAt[neighbour]! += isBridge[edge]!;
  });
  return {
    kind: "cohesion",
    core: coreNumbers(both),
    isCut: articulationPoints(both.start, both.successor),
    bridgesAt,
    blocks: blocks.count,
  };
}

function exactPart(
  plan: StructurePlan,
  [from, to]: readonly [number, number],
  watch: StructureWatch,
): StructurePart | null {
  const brandes = searches.get(plan) ?? new Brandes(plan.graph, plan.classes);
  // Set back only when the piece is done: what a stopped piece leaves behind is not used again.
  searches.delete(plan);
  for (let source = from; source < to; source += 1) {
    if (watch.aborted()) return null;
    brandes.addSource(source);
    watch.progress(source + 1 - from, to - from);
  }
  searches.set(plan, brandes);
  return { kind: "paths", sums: brandes.takeSums() };
}

function sampledPart(
  { graph, predecessors, classes, order, question }: StructurePlan,
  [from, to]: readonly [number, number],
  watch: StructureWatch,
): StructurePart | null {
  const sampler = new PathSampler(graph, predecessors);
  const chance = new Chance(question.seed);
  const passed = new Int32Array(2 * order.length);
  for (let sample = from; sample < to; sample += 1) {
    if (watch.aborted()) return null;
    let asked = 0;
    const random = (): number => chance.uniform(purposes.sampling, asked++, drawKey, sample);
    const start = Math.floor(random() * order.length);
    const other = Math.floor(random() * (order.length - 1));
    const end = other < start ? other : other + 1;
    sampler.draw(start, end, random);
    const isAbroad = foreignClasses(classes, classes.classOf[start]!)[classes.classOf[end]!]!;
    for (const place of sampler.inner) {
      passed[2 * place]! += 1;
      passed[2 * place + 1]! += isAbroad;
    }
    watch.progress(sample + 1 - from, to - from);
  }
  return { kind: "paths", sums: passed };
}
