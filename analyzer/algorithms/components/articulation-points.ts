/**
 * The articulation points of an undirected simple graph: nodes whose removal leaves more connected parts than before
 * (Hopcroft and Tarjan 1973), iterative, so that depth is not limited by the call stack.
 *
 * @param start [node + 1] offsets into `neighbour`
 * @param neighbour every edge from both its ends
 * @returns [node] 1 for an articulation point
 *
 * Cost: O(nodes + edges) time, O(nodes) space. Example: the path 0 - 1 - 2 gives [0, 1, 0].
 */
export function articulationPoints(start: Int32Array, neighbour: Int32Array): Uint8Array {
  const nodeCount = start.length - 1;
  const cuts = new Uint8Array(nodeCount);
  const preorder = new Int32Array(nodeCount).fill(-1);
  const low = new Int32Array(nodeCount);
  const parent = new Int32Array(nodeCount).fill(-1);
  const nextEdge = start.slice(0, nodeCount);
  const walk: number[] = [];
  let counter = 0;

  const enter = (node: number, from: number): void => {
    preorder[node] = counter;
    low[node] = counter;
    counter += 1;
    parent[node] = from;
    walk.push(node);
  };
  const follow = (node: number, next: number): void => {
    if (preorder[next] === -1) enter(next, node);
    else if (next !== parent[node] && preorder[next]! < low[node]!) low[node] = preorder[next]!;
  };
  const leave = (node: number, root: number): number => {
    walk.pop();
    const above = parent[node]!;
    if (above === -1) return 0;
    if (low[node]! < low[above]!) low[above] = low[node]!;
    if (above !== root && low[node]! >= preorder[above]!) cuts[above] = 1;
    return above === root ? 1 : 0;
  };

  for (let root = 0; root < nodeCount; root += 1) {
    if (preorder[root] !== -1) continue;
    let rootChildren = 0;
    enter(root, -1);
    for (let node = walk.at(-1); node !== undefined; node = walk.at(-1)) {
      const edge = nextEdge[node]!;
      if (edge === start[node + 1]) rootChildren += leave(node, root);
      else {
        nextEdge[node] = edge + 1;
        follow(node, neighbour[edge]!);
      }
    }
    if (rootChildren > 1) cuts[root] = 1;
  }
  return cuts;
}
