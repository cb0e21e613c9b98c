import { supplyGraph } from "../algorithms/cascade/own-loop.ts";
import { strongComponents } from "../algorithms/components/strong-components.ts";
import type { Digraph } from "../algorithms/digraph/digraph.ts";
import { simpleDigraph } from "../algorithms/digraph/simple-digraph.ts";
import { networkCommodity } from "../model/dependency.ts";
import type { Territory } from "../system/territory.ts";
import type { RunGround } from "./ground.ts";

/** So many of the dependencies, and their share; the share is null where there are no dependencies. */
export interface CountedShare {
  readonly count: number;
  readonly share: number | null;
}

/** Sets of assets that hold each other up: strongly connected, two or more. */
export interface Loops {
  readonly count: number;
  readonly assets: number;
  /** Largest first. */
  readonly sizes: readonly number[];
}

/** How much the parts of a system hang on each other, in a few numbers. */
export interface CouplingResult {
  readonly kind: "coupling";
  /** Rows whose provider is an asset; all shares are of these. */
  readonly dependencies: number;
  /** Rows whose provider is a network. */
  readonly networkDependencies: number;
  readonly crossSector: CountedShare;
  /** Provider and dependent share no State. */
  readonly crossBorder: CountedShare;
  readonly crossSectorAndBorder: CountedShare;
  /** Both ends lie in one loop of dependencies. */
  readonly inLoops: CountedShare;
  /** Share of the ordered pairs of assets with a dependency that depend on each other; null where there are none. */
  readonly reciprocity: number | null;
  readonly loops: Loops;
  /** The same where every producer of a network also holds up every other asset of it that does not produce. */
  readonly loopsWithNetworks: Loops;
  /** Most dependencies in a row that lead to an asset, a loop counted as one asset; over all assets. */
  readonly meanDepth: number | null;
  readonly maxDepth: number;
  readonly connections: number;
  /** Ends share no State. */
  readonly crossBorderConnections: number;
}

/** Cycle and coupling indicators of a dataset (model.md sections 1 and 5). O(assets + dependencies + connections). */
export function coupling({ dataset, territory, cascade }: RunGround): CouplingResult {
  const position = new Map(dataset.assets.map(({ id }, index) => [id, index]));
  const rows = dataset.dependencies.filter(({ provider }) => networkCommodity(provider) === null);
  const tail = rows.map(({ provider }) => position.get(provider)!);
  const head = rows.map(({ dependent }) => position.get(dependent)!);
  const graph = simpleDigraph(dataset.assets.length, tail, head);
  const component = strongComponents(graph.start, graph.successor);
  const isAcross = tail.map((from, row) => territory.sectorOf[from] !== territory.sectorOf[head[row]!]);
  const isAbroad = tail.map((from, row) => !shareState(territory, from, head[row]!));
  const counted = (holds: (row: number) => boolean): CountedShare => {
    const count = tail.reduce((sum, _, row) => sum + (holds(row) ? 1 : 0), 0);
    return { count, share: rows.length === 0 ? null : count / rows.length };
  };
  const [start, successor] = supplyGraph(cascade.system, () => true);
  const depth = depths(graph, component);
  return {
    kind: "coupling",
    dependencies: rows.length,
    networkDependencies: dataset.dependencies.length - rows.length,
    crossSector: counted((row) => isAcross[row]!),
    crossBorder: counted((row) => isAbroad[row]!),
    crossSectorAndBorder: counted((row) => isAcross[row]! && isAbroad[row]!),
    inLoops: counted((row) => tail[row] !== head[row] && component[tail[row]!] === component[head[row]!]),
    reciprocity: reciprocity(graph),
    loops: loopsOf(component),
    loopsWithNetworks: loopsOf(strongComponents(start, successor).subarray(0, dataset.assets.length)),
    meanDepth: depth.length === 0 ? null : depth.reduce((sum, own) => sum + own, 0) / depth.length,
    maxDepth: depth.reduce((most, own) => Math.max(most, own), 0),
    connections: dataset.connections.length,
    crossBorderConnections: dataset.connections.filter(
      ({ a, b }) => !shareState(territory, position.get(a)!, position.get(b)!),
    ).length,
  };
}

function shareState({ shareStart, stateOf }: Territory, one: number, other: number): boolean {
  const own = stateOf.subarray(shareStart[one], shareStart[one + 1]);
  return stateOf.subarray(shareStart[other], shareStart[other + 1]).some((state) => own.includes(state));
}

function reciprocity({ start, successor }: Digraph): number | null {
  if (successor.length === 0) return null;
  const edges = new Set<number>();
  const nodeCount = start.length - 1;
  for (let node = 0; node < nodeCount; node += 1) {
    for (let edge = start[node]!; edge < start[node + 1]!; edge += 1) edges.add(node * nodeCount + successor[edge]!);
  }
  let answered = 0;
  for (const edge of edges) if (edges.has((edge % nodeCount) * nodeCount + Math.floor(edge / nodeCount))) answered += 1;
  return answered / edges.size;
}

function loopsOf(component: Int32Array): Loops {
  const size = new Map<number, number>();
  for (const own of component) size.set(own, (size.get(own) ?? 0) + 1);
  const sizes = [...size.values()].filter((assets) => assets > 1).sort((x, y) => y - x);
  return { count: sizes.length, assets: sizes.reduce((sum, assets) => sum + assets, 0), sizes };
}

/** [asset] the most dependencies in a row that lead to it, within a loop none. */
function depths({ start, successor }: Digraph, component: Int32Array): Int32Array {
  const deepest = new Int32Array(component.length);
  const byComponent = Int32Array.from(component.keys()).sort((x, y) => component[y]! - component[x]!);
  // Components are numbered against the direction of the edges: the highest has no provider outside.
  for (const node of byComponent) {
    for (let edge = start[node]!; edge < start[node + 1]!; edge += 1) {
      const into = component[successor[edge]!]!;
      const own = component[node]!;
      if (into !== own) deepest[into] = Math.max(deepest[into]!, deepest[own]! + 1);
    }
  }
  return component.map((own) => deepest[own]!);
}
