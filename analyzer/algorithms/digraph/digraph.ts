/**
 * A simple directed graph over the nodes 0..start.length-2: the successors of `node` are `successor[start[node]]` up to,
 * not including, `successor[start[node + 1]]`, ascending, each once, never `node` itself.
 */
export interface Digraph {
  readonly start: Int32Array;
  readonly successor: Int32Array;
}
