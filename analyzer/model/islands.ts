import type { Connection } from "./connection.ts";

/** The connected parts of one commodity's network, with nothing disturbed and directions ignored. */
export interface Islands {
  /** Positions of assets, ascending within an island; islands in order of their first asset. */
  readonly members: readonly (readonly number[])[];
  /** Which island an asset is in; assets outside the network are absent. */
  readonly islandOf: ReadonlyMap<number, number>;
}

/**
 * The islands of every commodity's network (model.md section 2, Networks).
 *
 * Claim: two assets are in one island exactly when a chain of connections of that commodity joins them. Method: disjoint sets
 * with path halving (Tarjan and van Leeuwen, "Worst-case analysis of set union algorithms", JACM 31, 1984). Connections
 * with an unknown end are left out. Near linear in the number of connections; space linear in the ends.
 */
export function findIslands(
  connections: readonly Pick<Connection, "a" | "b" | "commodity">[],
  assetIndex: ReadonlyMap<string, number>,
): Map<string, Islands> {
  const parentsOf = new Map<string, Map<number, number>>();
  for (const connection of connections) {
    const a = assetIndex.get(connection.a);
    const b = assetIndex.get(connection.b);
    if (a === undefined || b === undefined) continue;
    let parents = parentsOf.get(connection.commodity);
    if (parents === undefined) {
      parents = new Map();
      parentsOf.set(connection.commodity, parents);
    }
    const rootA = findRoot(parents, a);
    const rootB = findRoot(parents, b);
    // The smaller position becomes the root, so that an island is known by its first asset.
    parents.set(Math.max(rootA, rootB), Math.min(rootA, rootB));
  }
  return new Map([...parentsOf].map(([commodity, parents]) => [commodity, collectIslands(parents)]));
}

function findRoot(parents: Map<number, number>, start: number): number {
  let node = start;
  for (;;) {
    const parent = parents.get(node) ?? node;
    if (parent === node) {
      parents.set(node, node);
      return node;
    }
    const grandparent = parents.get(parent) ?? parent;
    parents.set(node, grandparent);
    node = grandparent;
  }
}

function collectIslands(parents: Map<number, number>): Islands {
  const members: number[][] = [];
  const islandOf = new Map<number, number>();
  for (const node of [...parents.keys()].sort((a, b) => a - b)) {
    const root = findRoot(parents, node);
    let island = islandOf.get(root);
    if (island === undefined) {
      island = members.length;
      members.push([]);
    }
    islandOf.set(node, island);
    members[island]?.push(node);
  }
  return { members, islandOf };
}
