import { UndirectedGraph } from "graphology";
import forceAtlas2 from "graphology-layout-forceatlas2";

/** What the layout needs of a dataset, in arrays that can be sent to a worker. */
export interface LayoutTask {
  readonly assetCount: number;
  /** State of each asset, as an index. */
  readonly state: Int32Array;
  readonly stateCount: number;
  /** Ends of each link, as asset indexes. */
  readonly from: Int32Array;
  readonly to: Int32Array;
}

export interface LayoutStep {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly done: boolean;
}

const goldenAngle = Math.PI * (3 - Math.sqrt(5));
const roundsPerStep = 25;

/** Fewer rounds for more assets: the picture has to be there within seconds. */
function roundsFor(assetCount: number): number {
  if (assetCount <= 300) return 400;
  return assetCount <= 3_000 ? 200 : 75;
}

/**
 * ForceAtlas2 (Jacomy et al. 2014) on the assets, each also drawn towards a hub of its State, so that States stay together and what
 * crosses a border is seen to cross. The start is a fixed spiral per State, so the same dataset gives the same picture.
 * Calls back after every 25 rounds.
 */
export function layoutNetwork(task: LayoutTask, step: (positions: LayoutStep) => void): void {
  const graph = buildGraph(task);
  const rounds = roundsFor(task.assetCount);
  const settings = {
    ...forceAtlas2.inferSettings(graph.order),
    barnesHutOptimize: graph.order > 800,
    linLogMode: false,
    gravity: 0.6,
    scalingRatio: 8,
    slowDown: 4,
  };
  for (let round = 0; round < rounds; round += roundsPerStep) {
    forceAtlas2.assign(graph, {
      iterations: roundsPerStep,
      settings,
      getEdgeWeight: (_, attributes) => attributes.pull as number,
    });
    step({ ...readPositions(graph, task.assetCount), done: round + roundsPerStep >= rounds });
  }
}

const assetKey = (asset: number) => `a${asset}`;
const hubKey = (state: number) => `s${state}`;

function buildGraph({ assetCount, state, stateCount, from, to }: LayoutTask): UndirectedGraph {
  const graph = new UndirectedGraph();
  const circle = 60 * Math.sqrt(assetCount + stateCount);
  const hub = (index: number) => {
    const angle = (2 * Math.PI * index) / Math.max(1, stateCount);
    return { x: circle * Math.cos(angle), y: circle * Math.sin(angle) };
  };
  for (let index = 0; index < stateCount; index++) graph.addNode(hubKey(index), hub(index));
  for (let asset = 0; asset < assetCount; asset++) {
    const middle = hub(state[asset] ?? 0);
    const radius = 4 * Math.sqrt(asset + 1);
    graph.addNode(assetKey(asset), {
      x: middle.x + radius * Math.cos(asset * goldenAngle),
      y: middle.y + radius * Math.sin(asset * goldenAngle),
    });
    graph.mergeEdge(assetKey(asset), hubKey(state[asset] ?? 0), { pull: 5 });
  }
  from.forEach((provider, row) => {
    const dependent = to[row] ?? -1;
    if (provider >= 0 && dependent >= 0 && provider !== dependent) {
      graph.mergeEdge(assetKey(provider), assetKey(dependent), { pull: 1 });
    }
  });
  return graph;
}

function readPositions(graph: UndirectedGraph, assetCount: number) {
  const x = new Float64Array(assetCount);
  const y = new Float64Array(assetCount);
  for (let asset = 0; asset < assetCount; asset++) {
    x[asset] = graph.getNodeAttribute(assetKey(asset), "x") as number;
    y[asset] = graph.getNodeAttribute(assetKey(asset), "y") as number;
  }
  return { x, y };
}
