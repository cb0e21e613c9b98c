/** What stands for the preorder number of a node whose component is closed: no open node has a larger one. */
const closed = 2 ** 31 - 1;

/**
 * Strongly connected components of a directed graph, path-based and iterative (Gabow 2000), so that depth is not limited
 * by the call stack.
 *
 * @param start [node + 1] offsets into `successor`
 * @param order filled with the nodes, component by component
 * @returns [node] component numbers from 0, in reverse topological order (a component's successors have lower numbers)
 *
 * Cost: O(nodes + edges) time, O(nodes) space. Example: 0 -> 1 -> 0, 1 -> 2 gives [1, 1, 0].
 */
export function strongComponents(start: Int32Array, successor: Int32Array, order?: Int32Array): Int32Array {
  const nodeCount = start.length - 1;
  const component = new Int32Array(nodeCount);
  const preorder = new Int32Array(nodeCount).fill(-1);
  /** The way down from the root, with the next edge of each node on it. */
  const walk = new Int32Array(nodeCount);
  const nextEdge = new Int32Array(nodeCount);
  /** Nodes of components that are not closed yet, and the preorder numbers at which these begin. */
  const open = new Int32Array(nodeCount);
  const boundary = new Int32Array(nodeCount);
  let openCount = 0;
  let boundaryCount = 0;
  let counter = 0;
  let componentCount = 0;
  let closedCount = 0;
  // One flat loop: every edge costs one read of `preorder`.
  for (let root = 0; root < nodeCount; root += 1) {
    if (preorder[root] !== -1) continue;
    let depth = -1;
    for (let entered = root; ; ) {
      if (entered !== -1) {
        depth += 1;
        walk[depth] = entered;
        nextEdge[depth] = start[entered]!;
        open[openCount] = entered;
        openCount += 1;
        boundary[boundaryCount] = counter;
        boundaryCount += 1;
        preorder[entered] = counter;
        counter += 1;
        entered = -1;
      }
      const node = walk[depth]!;
      const end = start[node + 1]!;
      let edge = nextEdge[depth]!;
      for (; edge < end && entered === -1; edge += 1) {
        const met = preorder[successor[edge]!]!;
        if (met === -1) entered = successor[edge]!;
        else while (boundary[boundaryCount - 1]! > met) boundaryCount -= 1;
      }
      nextEdge[depth] = edge;
      if (entered !== -1) continue;
      if (boundary[boundaryCount - 1] === preorder[node]) {
        boundaryCount -= 1;
        let member = -1;
        while (member !== node) {
          openCount -= 1;
          member = open[openCount]!;
          component[member] = componentCount;
          preorder[member] = closed;
          if (order !== undefined) order[closedCount] = member;
          closedCount += 1;
        }
        componentCount += 1;
      }
      depth -= 1;
      if (depth < 0) break;
    }
  }
  return component;
}
