/** To which block each edge of an undirected graph belongs. */
export interface Blocks {
  readonly count: number;
  /** [edge] block, the same from both ends. */
  readonly blockOf: Int32Array;
}

/**
 * The biconnected blocks of an undirected simple graph: the largest sets of edges of which any two lie on a common cycle; an
 * edge on no cycle is a block of its own (Hopcroft and Tarjan 1973). Iterative, so that depth is not limited by the call
 * stack.
 *
 * @param start [node + 1] offsets into `neighbour`
 * @param neighbour every edge from both its ends, each node's ascending
 *
 * Cost: O(nodes + edges) time and space. Example: a triangle with a tail has two blocks, of three edges and of one.
 */
export function biconnectedBlocks(start: Int32Array, neighbour: Int32Array): Blocks {
  const nodeCount = start.length - 1;
  const blockOf = new Int32Array(neighbour.length).fill(-1);
  const preorder = new Int32Array(nodeCount).fill(-1);
  const low = new Int32Array(nodeCount);
  /** The edge by which a node was entered, -1 for a root, and the node at its other end. */
  const treeEdge = new Int32Array(nodeCount).fill(-1);
  const parent = new Int32Array(nodeCount).fill(-1);
  const nextEdge = start.slice(0, nodeCount);
  const walk: number[] = [];
  const openEdges = new Int32Array(neighbour.length / 2);
  let open = 0;
  let counter = 0;
  let count = 0;

  const enter = (node: number, from: number, edge: number): void => {
    preorder[node] = counter;
    low[node] = counter;
    counter += 1;
    parent[node] = from;
    treeEdge[node] = edge;
    walk.push(node);
  };
  const follow = (node: number, edge: number): void => {
    const next = neighbour[edge]!;
    const isNew = preorder[next] === -1;
    if (!isNew && (next === parent[node] || preorder[next]! > preorder[node]!)) return;
    openEdges[open] = edge;
    open += 1;
    if (isNew) enter(next, node, edge);
    else if (preorder[next]! < low[node]!) low[node] = preorder[next]!;
  };
  const leave = (node: number): void => {
    walk.pop();
    const above = parent[node]!;
    if (above === -1) return;
    if (low[node]! < low[above]!) low[above] = low[node]!;
    if (low[node]! < preorder[above]!) return;
    do {
      open -= 1;
      blockOf[openEdges[open]!] = count;
    } while (openEdges[open] !== treeEdge[node]);
    count += 1;
  };

  for (let root = 0; root < nodeCount; root += 1) {
    if (preorder[root] !== -1) continue;
    enter(root, -1, -1);
    for (let node = walk.at(-1); node !== undefined; node = walk.at(-1)) {
      const edge = nextEdge[node]!;
      if (edge === start[node + 1]) leave(node);
      else {
        nextEdge[node] = edge + 1;
        follow(node, edge);
      }
    }
  }
  fromBothEnds(start, neighbour, blockOf);
  return { count, blockOf };
}

/** Every edge was walked from one end: gives its twin from the other end the same block. */
function fromBothEnds(start: Int32Array, neighbour: Int32Array, blockOf: Int32Array): void {
  // Nodes are met ascending, and so are the neighbours of each: the next twin of a node is its next place.
  const nextTwin = start.slice(0, -1);
  for (let edge = 0; edge < neighbour.length; edge += 1) {
    const twin = nextTwin[neighbour[edge]!]!;
    nextTwin[neighbour[edge]!] = twin + 1;
    if (blockOf[edge] === -1) blockOf[edge] = blockOf[twin]!;
    else blockOf[twin] = blockOf[edge]!;
  }
}
