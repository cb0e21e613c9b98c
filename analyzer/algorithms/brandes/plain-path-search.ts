import type { Digraph } from "../digraph/digraph.ts";
import { far, type NodeMarks, type PathSearch, type PathSources } from "./path-search.ts";

/** `PathSearch` in TypeScript: the twin of `path-search.as.ts`, step for step, and taken where WebAssembly is not to be had. */
export class PlainPathSearch implements PathSearch {
  readonly sums: Float64Array;
  found = 0;
  edgesTouched = 0;
  private expanded = 0;
  private readonly distance: Int32Array;
  private readonly paths: Float64Array;
  private readonly queue: Int32Array;
  /** Twice the ends of the edges on shortest paths, in the order of the queue; [place in the queue] where a node's end. */
  private readonly onPath: Int32Array;
  private readonly onPathEnd: Int32Array;
  /** [2 x node] (ends that count + share) / paths, and the same for ends abroad. */
  private readonly perPath: Float64Array;

  constructor(
    private readonly graph: Digraph,
    private readonly marks: NodeMarks,
  ) {
    const nodeCount = graph.start.length - 1;
    this.sums = new Float64Array(2 * nodeCount);
    this.distance = new Int32Array(nodeCount).fill(far);
    this.paths = new Float64Array(nodeCount);
    this.queue = new Int32Array(nodeCount + 1);
    this.onPath = new Int32Array(graph.successor.length);
    this.onPathEnd = new Int32Array(nodeCount);
    this.perPath = new Float64Array(2 * nodeCount);
  }

  // Flat and longer than other functions, as the next: the two inner loops of betweenness.
  search(source: number, all: number): number {
    const { distance, paths, queue, onPath, onPathEnd } = this;
    const { start, successor } = this.graph;
    let found = 1;
    let expanded = 0;
    let edges = 0;
    let touched = 0;
    let most = 1;
    let last = far;
    queue[0] = source;
    distance[source] = 0;
    paths[source] = 1;
    while (expanded < found) {
      const node = queue[expanded]!;
      const next = distance[node]! + 1;
      if (next > last) break;
      const count = paths[node]!;
      if (count > most) most = count;
      const end = start[node + 1]!;
      for (let edge = start[node]!; edge < end; edge += 1) {
        const head = successor[edge]!;
        const known = distance[head]!;
        if (known >= next) {
          queue[found] = head;
          found += known >>> 29;
          distance[head] = next;
          paths[head]! += count;
          onPath[edges] = 2 * head;
          edges += 1;
        }
      }
      touched += end - start[node]!;
      onPathEnd[expanded] = edges;
      expanded += 1;
      // All that can be reached is found: what was found last leads nowhere new.
      if (found === all && last === far) last = distance[queue[found - 1]!]!;
    }
    for (let place = expanded; place < found; place += 1) most = Math.max(most, paths[queue[place]!]!);
    this.edgesTouched += touched;
    this.found = found;
    this.expanded = expanded;
    return most;
  }

  gather({ from, count: sources, abroad, abroadBehind }: PathSources): void {
    const { sums, distance, paths, queue, onPath, onPathEnd, perPath, marks, found, expanded } = this;
    let among = 0;
    let behindAbroad = 0;
    for (let place = found - 1; place > 0; place -= 1) {
      const node = queue[place]!;
      let onward = 0;
      let onwardAbroad = 0;
      if (place < expanded) {
        for (let edge = onPathEnd[place - 1]!; edge < onPathEnd[place]!; edge += 1) {
          const head = onPath[edge]!;
          onward += perPath[head]!;
          onwardAbroad += perPath[head + 1]!;
        }
      }
      const count = paths[node]!;
      const share = count * onward;
      const shareAbroad = count * onwardAbroad;
      const of = marks[2 * node]!;
      // A source is no end of its own paths.
      const own = marks[2 * node + 1] === from ? 1 : 0;
      among += own;
      behindAbroad += abroadBehind[of]!;
      sums[2 * node]! += share;
      sums[2 * node + 1]! += shareAbroad;
      perPath[2 * node] = (sources - own + share) / count;
      perPath[2 * node + 1] = (abroad[of]! + shareAbroad) / count;
      distance[node] = far;
      paths[node] = 0;
    }
    // The sources behind the node searched from reach all others through it.
    sums[2 * from]! += (sources - 1) * (found - 1) - among;
    sums[2 * from + 1]! += behindAbroad;
    distance[from] = far;
    paths[from] = 0;
  }

  forget(): void {
    const { distance, paths, queue, found } = this;
    for (let place = 0; place < found; place += 1) {
      distance[queue[place]!] = far;
      paths[queue[place]!] = 0;
    }
  }
}
