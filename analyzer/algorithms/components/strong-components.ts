/**
 * Strongly connected components of a directed graph, path-based and iterative (Gabow 2000), so that depth is not limited
 * by the call stack.
 *
 * @param start [node + 1] offsets into `successor`
 * @returns [node] component numbers from 0, in reverse topological order (a component's successors have lower numbers)
 *
 * Cost: O(nodes + edges) time, O(nodes) space. Example: 0 -> 1 -> 0, 1 -> 2 gives [1, 1, 0].
 */
export function strongComponents(start: Int32Array, successor: Int32Array): Int32Array {
  const nodeCount = start.length - 1;
  const component = new Int32Array(nodeCount).fill(-1);
  const preorder = new Int32Array(nodeCount).fill(-1);
  const nextEdge = new Int32Array(nodeCount);
  const walk: number[] = [];
  const open: number[] = [];
  const boundary: number[] = [];
  let counter = 0;
  let componentCount = 0;

  const enter = (node: number): void => {
    preorder[node] = counter;
    counter += 1;
    nextEdge[node] = start[node]!;
    walk.push(node);
    open.push(node);
    boundary.push(node);
  };
  const leave = (node: number): void => {
    walk.pop();
    if (boundary.at(-1) !== node) return;
    boundary.pop();
    for (let member = open.pop(); member !== undefined; member = open.pop()) {
      component[member] = componentCount;
      if (member === node) break;
    }
    componentCount += 1;
  };
  const follow = (next: number): void => {
    if (preorder[next] === -1) enter(next);
    else if (component[next] === -1) while (preorder[boundary.at(-1)!]! > preorder[next]!) boundary.pop();
  };

  for (let root = 0; root < nodeCount; root += 1) {
    if (preorder[root] !== -1) continue;
    enter(root);
    for (let node = walk.at(-1); node !== undefined; node = walk.at(-1)) {
      const edge = nextEdge[node]!;
      if (edge === start[node + 1]) leave(node);
      else {
        nextEdge[node] = edge + 1;
        follow(successor[edge]!);
      }
    }
  }
  return component;
}
