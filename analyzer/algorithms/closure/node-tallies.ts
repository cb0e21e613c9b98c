import type { Territory } from "../../system/territory.ts";

/**
 * What a lost node counts for. Nodes with the same States and the same sector form a class, so that a kernel looks at
 * States and sectors only when the first node of a class is lost, or the last one comes back. Class 0 is that of the nodes
 * that are no asset: no State and no sector.
 */
export interface NodeTallies {
  /** [node] persons served in whole units of `1 / unitsPerPerson`; 0 where unknown and for what is no asset. */
  readonly people: Float64Array;
  /** [node] `4 * class + 2 * bounds + unknown`: whether its loss breaks a group that only bounds, and whether the people it serves are unknown. */
  readonly mark: Int32Array;
  /** [node] the class of the asset it is the loss of, 0 where it is none. */
  readonly homeClass: Int32Array;
  /** [class + 1] the States of a class: positions into `classState`. */
  readonly classStateStart: Int32Array;
  readonly classState: Int32Array;
  /** [class] its sector, -1 for what is no asset. */
  readonly classSector: Int32Array;
  readonly stateCount: number;
  readonly sectorCount: number;
}

/** People are summed in whole units, so that sums are exact and can be undone: to 8.8e12 persons. */
export const unitsPerPerson = 1024;

/**
 * The tallies of a layout's nodes.
 *
 * @param removalOf [asset] the node of its loss by a shock, before placing
 * @param placeOf [node] its place
 * @param bounds [place] 1 where its loss breaks a group that only bounds
 */
export function nodeTallies(
  territory: Territory,
  removalOf: Int32Array,
  placeOf: Int32Array,
  bounds: Uint8Array,
): NodeTallies {
  const { codes, sectors, sectorOf, peopleServed } = territory;
  const { classOf, states, sectorsOf } = assetClasses(territory);
  const people = new Float64Array(placeOf.length);
  const mark = new Int32Array(placeOf.length);
  const homeClass = new Int32Array(placeOf.length);
  placeOf.forEach((place, node) => {
    const isAsset = node < sectorOf.length;
    const unknown = isAsset && Number.isNaN(peopleServed[node]!);
    const ownClass = isAsset ? classOf[node]! : 0;
    people[place] = isAsset && !unknown ? Math.round(peopleServed[node]! * unitsPerPerson) : 0;
    mark[place] = 4 * ownClass + 2 * bounds[place]! + (unknown ? 1 : 0);
    homeClass[place] = ownClass;
  });
  removalOf.forEach((node, asset) => {
    homeClass[placeOf[node]!] = classOf[asset]!;
  });
  const classStateStart = new Int32Array(states.length + 1);
  states.forEach((list, index) => {
    classStateStart[index + 1] = classStateStart[index]! + list.length;
  });
  return {
    people,
    mark,
    homeClass,
    classStateStart,
    classState: Int32Array.from(states.flat()),
    classSector: Int32Array.from(sectorsOf),
    stateCount: codes.length,
    sectorCount: sectors.length,
  };
}

/** Assets by the States they lie in and their sector. */
function assetClasses({ codes, sectorOf, shareStart, stateOf }: Territory) {
  const classOf = new Int32Array(sectorOf.length);
  const classes = new Map<string | number, number>();
  const states: number[][] = [[]];
  const sectorsOf = [-1];
  sectorOf.forEach((sector, asset) => {
    const first = shareStart[asset]!;
    const isJoint = shareStart[asset + 1]! - first !== 1;
    const list = isJoint ? distinct(stateOf.subarray(first, shareStart[asset + 1])) : [stateOf[first]!];
    const key = isJoint ? `${sector} ${list.join(" ")}` : sector * codes.length + list[0]!;
    let found = classes.get(key);
    if (found === undefined) {
      found = states.push(list) - 1;
      sectorsOf.push(sector);
      classes.set(key, found);
    }
    classOf[asset] = found;
  });
  return { classOf, states, sectorsOf };
}

function distinct(numbers: Int32Array): number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}
