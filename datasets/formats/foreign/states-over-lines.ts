import { statesAt } from "../../states.ts";

/** Something at the ends of lines; `state` is what its row states, null where that is nothing or no code. */
export interface LineEnd {
  readonly row: number;
  readonly state: string | null;
  readonly lon: number | null;
  readonly lat: number | null;
}

/**
 * The State of each end by its id: the one it states; where it states none, that of its place; at sea, that of the nearest
 * end over the lines, which `guessed` is called for with its row. Linear in ends and lines.
 */
export function statesOverLines(
  ends: ReadonlyMap<string, LineEnd>,
  lines: readonly (readonly [string, string])[],
  guessed: (row: number) => void,
): Map<string, string> {
  const states = new Map<string, string>();
  for (const [id, { state, lon, lat }] of ends) {
    const found = state ?? stateAt(lon, lat);
    if (found !== undefined) states.set(id, found);
  }
  const neighbours = new Map<string, string[]>([...ends.keys()].map((id) => [id, []]));
  for (const [a, b] of lines) {
    neighbours.get(a)?.push(b);
    neighbours.get(b)?.push(a);
  }
  // The States spread outwards a line at a time, over those that have none.
  for (let edge = [...states]; edge.length > 0; ) {
    const next: [string, string][] = [];
    for (const [from, state] of edge) {
      for (const to of neighbours.get(from) ?? []) {
        const end = ends.get(to);
        if (end === undefined || states.has(to)) continue;
        states.set(to, state);
        next.push([to, state]);
        guessed(end.row);
      }
    }
    edge = next;
  }
  return states;
}

function stateAt(lon: number | null, lat: number | null): string | undefined {
  if (lon === null || lat === null || Math.abs(lon) > 180 || Math.abs(lat) > 90) return undefined;
  return statesAt(lon, lat)[0];
}
