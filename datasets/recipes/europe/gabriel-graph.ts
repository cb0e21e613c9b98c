import { distanceKm } from "../../../analyzer/index.ts";

interface Place {
  readonly lon: number;
  readonly lat: number;
}

/**
 * The Gabriel graph of places: two are neighbours when no third lies in the circle over their connection (Gabriel and
 * Sokal 1969). It holds a minimum spanning tree, so it is connected. Pairs of positions i < j; time n^3, for small n.
 */
export function gabrielGraph(places: readonly Place[]): (readonly [number, number])[] {
  const km = places.map((a) => places.map((b) => distanceKm(a, b)));
  const between = (i: number, j: number): number => km[i]![j]!;
  const pairs: (readonly [number, number])[] = [];
  for (let i = 0; i < places.length; i += 1) {
    for (let j = i + 1; j < places.length; j += 1) {
      const blocked = places.some(
        (_, k) => k !== i && k !== j && between(i, k) ** 2 + between(j, k) ** 2 < between(i, j) ** 2,
      );
      if (!blocked) pairs.push([i, j]);
    }
  }
  return pairs;
}
