import type { GraphIndex } from "../data/graph-index.ts";
import type { LayoutStep, LayoutTask } from "./network-layout.ts";

function layoutTask(graph: GraphIndex): LayoutTask {
  const { assets, dependencies, connections, states } = graph.columns;
  return {
    assetCount: graph.assetCount,
    state: Int32Array.from(assets.states, (of) => of[0] ?? 0),
    stateCount: Math.max(1, states.length),
    from: Int32Array.from([...dependencies.provider, ...connections.a]),
    to: Int32Array.from([...dependencies.dependent, ...connections.b]),
  };
}

/** Starts the layout in a worker. Returns the way to end it. */
export function startLayout(graph: GraphIndex, step: (step: LayoutStep) => void): () => void {
  const worker = new Worker(new URL("./layout-worker.ts", import.meta.url), { type: "module" });
  worker.addEventListener("message", (event: MessageEvent<LayoutStep>) => {
    step(event.data);
    if (event.data.done) worker.terminate();
  });
  const task = layoutTask(graph);
  worker.postMessage(task, [task.state.buffer, task.from.buffer, task.to.buffer]);
  return () => worker.terminate();
}
