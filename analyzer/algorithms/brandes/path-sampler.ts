import { strongComponents } from "../components/strong-components.ts";
import type { Digraph } from "../digraph/digraph.ts";
import { PathSide } from "./path-side.ts";

/**
 * Draws one of all shortest paths between two nodes, each equally likely, by searching from both ends at once, always on
 * the side with fewer edges ahead (Borassi and Natale 2019). How often a node lies on the paths between random pairs
 * estimates its betweenness (Riondato and Kornaropoulos 2016).
 *
 * Cost: O(nodes + edges) per path at worst, usually a small part of that; 40 bytes per node.
 */
export class PathSampler {
  /** Inner nodes of the path drawn last, its ends left out. */
  readonly inner: number[] = [];
  private readonly component: Int32Array;
  private readonly ahead: PathSide;
  private readonly back: PathSide;

  /** @param predecessors the graph turned round */
  constructor(graph: Digraph, predecessors: Digraph) {
    this.component = strongComponents(graph.start, graph.successor);
    this.ahead = new PathSide(graph, predecessors);
    this.back = new PathSide(predecessors, graph);
  }

  /** Edges looked at so far. */
  get edgesTouched(): number {
    return this.ahead.edgesTouched + this.back.edgesTouched;
  }

  /**
   * Draws a shortest path into `inner`, which stays empty where there is no way or a single step.
   *
   * @param from another node than `to`
   * @param random uniform numbers in [0, 1), one per choice
   */
  draw(from: number, to: number, random: () => number): void {
    const { ahead, back, inner, component } = this;
    inner.length = 0;
    // Components are numbered against the direction of the edges.
    if (component[to]! > component[from]!) return;
    ahead.begin(from);
    back.begin(to);
    while (ahead.meetings.length === 0 && back.meetings.length === 0 && !ahead.isDone && !back.isDone) {
      if (ahead.edgesAhead <= back.edgesAhead) ahead.expand(back);
      else back.expand(ahead);
    }
    const side = ahead.meetings.length > 0 ? ahead : back;
    if (side.meetings.length > 0) {
      const { own, other } = side.drawMeeting(random);
      const opposite = side === ahead ? back : ahead;
      side.walkHome(own, random, inner);
      opposite.walkHome(other, random, inner);
    }
    ahead.forget();
    back.forget();
  }
}
