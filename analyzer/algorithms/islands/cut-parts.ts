import { groupByKey } from "../../model/group-by-key.ts";

/**
 * What the removal of one node alone cuts off a graph (Hopcroft and Tarjan 1973): the parts other than the one that is
 * kept, each as a run of consecutive nodes of one order.
 */
export interface CutParts {
  /** Nodes in the order of a depth-first walk. */
  readonly order: Int32Array;
  /** [node + 1] parts that the node cuts off: positions into `partFrom` and `partTo`. */
  readonly start: Int32Array;
  /** [part] positions in `order`, from and, not included, to. */
  readonly partFrom: Int32Array;
  readonly partTo: Int32Array;
}

/**
 * Finds for every node of an undirected simple graph what its removal cuts off. The walk begins where no part that is cut
 * off holds more than half of its component (but for a start that itself cuts), so that working through parts is cheap.
 *
 * @param start [node + 1] offsets into `neighbour`
 * @param neighbour every edge from both its ends
 *
 * Cost: O(nodes + edges) time and space. Example: on the path 0 - 1 - 2, node 1 cuts off one part of one node.
 */
export function cutParts(start: Int32Array, neighbour: Int32Array): CutParts {
  const first = new Walk(start, neighbour);
  const roots: number[] = [];
  for (let root = 0; root < first.nodeCount; root += 1) {
    if (first.position[root] !== -1) continue;
    first.from(root);
    roots.push(first.centre(root));
  }
  const walk = new Walk(start, neighbour);
  for (const root of roots) walk.from(root);
  return walk.parts();
}

/** One depth-first walk over a graph, component by component. */
class Walk {
  readonly nodeCount: number;
  /** [node] place in the walk, -1 where it was not met yet. */
  readonly position: Int32Array;
  private readonly order: Int32Array;
  private readonly low: Int32Array;
  private readonly parent: Int32Array;
  /** [node] nodes met below it, itself included. */
  private readonly size: Int32Array;
  private readonly nextEdge: Int32Array;
  private readonly path: Int32Array;
  private met = 0;

  constructor(
    private readonly start: Int32Array,
    private readonly neighbour: Int32Array,
  ) {
    this.nodeCount = start.length - 1;
    this.position = new Int32Array(this.nodeCount).fill(-1);
    this.order = new Int32Array(this.nodeCount);
    this.low = new Int32Array(this.nodeCount);
    this.parent = new Int32Array(this.nodeCount).fill(-1);
    this.size = new Int32Array(this.nodeCount).fill(1);
    this.nextEdge = start.slice(0, this.nodeCount);
    this.path = new Int32Array(this.nodeCount);
  }

  /** Walks the component of a node. */
  from(root: number): void {
    const { start, neighbour, position, low, parent, size, nextEdge, path } = this;
    this.meet(root);
    path[0] = root;
    for (let depth = 0; depth >= 0; ) {
      const node = path[depth]!;
      const edge = nextEdge[node]!;
      if (edge === start[node + 1]) {
        depth -= 1;
        const above = parent[node]!;
        if (above === -1) continue;
        if (low[node]! < low[above]!) low[above] = low[node]!;
        size[above]! += size[node]!;
        continue;
      }
      nextEdge[node] = edge + 1;
      const next = neighbour[edge]!;
      if (position[next] === -1) {
        parent[next] = node;
        this.meet(next);
        depth += 1;
        path[depth] = next;
      } else if (next !== parent[node] && position[next]! < low[node]!) low[node] = position[next]!;
    }
  }

  /** The node of a walked component to begin at: the top of the smallest part of more than half of it, else its root. */
  centre(root: number): number {
    let found = root;
    for (let at = this.position[root]!; at < this.met; at += 1) {
      const node = this.order[at]!;
      if (2 * this.size[node]! > this.size[root]! && this.isCutOff(node)) found = node;
    }
    return found;
  }

  parts(): CutParts {
    const { nodeCount, order, position, parent, size } = this;
    const tops = order.filter((node) => this.isCutOff(node) && !this.isKept(node));
    const { start, items } = groupByKey(
      tops.map((node) => parent[node]!),
      nodeCount,
    );
    const partFrom = items.map((top) => position[tops[top]!]!);
    const partTo = items.map((top, part) => partFrom[part]! + size[tops[top]!]!);
    return { order, start, partFrom, partTo };
  }

  private meet(node: number): void {
    this.position[node] = this.met;
    this.low[node] = this.met;
    this.order[this.met] = node;
    this.met += 1;
  }

  /** Whether the node's parent holds what is below the node to everything else. */
  private isCutOff(node: number): boolean {
    const above = this.parent[node]!;
    return above !== -1 && this.low[node]! >= this.position[above]!;
  }

  /** The part that is kept where a walk's root is removed: the one met first. */
  private isKept(node: number): boolean {
    const above = this.parent[node]!;
    return this.parent[above] === -1 && this.position[node] === this.position[above]! + 1;
  }
}
