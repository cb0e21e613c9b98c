/** What the loss of each node brings in the end, by node of a layout. */
export interface ClosureSums {
  /** [node] assets lost, the asset itself included. */
  readonly lost: Int32Array;
  /** [node] persons served by those of them that state it, in units of `1 / unitsPerPerson`. */
  readonly people: Float64Array;
  /** [node] how many of them state no people. */
  readonly peopleUnknown: Int32Array;
  /** [node] States and sectors with a lost asset other than the asset itself; foreign: States where it has no share. */
  readonly states: Int32Array;
  readonly foreignStates: Int32Array;
  readonly sectors: Int32Array;
  /** [node] 1 where a group broke that only bounds: all of the above are then upper bounds. */
  readonly bounds: Uint8Array;
  /** How often a node was worked through: the work counter. */
  expansions: number;
}

export function emptySums(nodeCount: number): ClosureSums {
  return {
    lost: new Int32Array(nodeCount),
    people: new Float64Array(nodeCount),
    peopleUnknown: new Int32Array(nodeCount),
    states: new Int32Array(nodeCount),
    foreignStates: new Int32Array(nodeCount),
    sectors: new Int32Array(nodeCount),
    bounds: new Uint8Array(nodeCount),
    expansions: 0,
  };
}
