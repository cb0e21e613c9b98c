import { compareIds } from "../../../analyzer/index.ts";
import type { GasGrid, GasNode, Segment } from "./sources/gas.ts";

/** All the pipes between two nodes that are kept. */
export interface Pipe {
  readonly a: string;
  readonly b: string;
  /** The least of each chain of segments, added up over the chains beside one another; null where none states one. */
  readonly gwhPerHour: number | null;
  readonly isBothWays: boolean;
  readonly segments: readonly Segment[];
}

/** The pipes with nodes of two neighbours contracted; `border` are the nodes with a neighbour in another State. */
export interface ContractedPipes {
  readonly nodes: readonly GasNode[];
  readonly border: ReadonlySet<string>;
  readonly pipes: readonly Pipe[];
}

/**
 * Contracts nodes with two neighbours into one pipe, but not those at a border. A ring that no more than one node ties to
 * the rest is no pipe between two. Linear in nodes and segments, but for sorting.
 */
export function contractPipes({ nodes, segments }: GasGrid): ContractedPipes {
  const at = new Map<string, Map<string, Segment[]>>();
  const add = (from: string, to: string, segment: Segment): void => {
    const beside = at.get(from) ?? new Map<string, Segment[]>();
    at.set(from, beside.set(to, [...(beside.get(to) ?? []), segment]));
  };
  for (const segment of segments) {
    if (segment.a === segment.b) continue;
    add(segment.a, segment.b, segment);
    add(segment.b, segment.a, segment);
  }
  const stateOf = (id: string): string => nodes.get(id)?.state ?? "";
  const border = new Set(
    [...nodes.keys()].filter((id) => [...(at.get(id)?.keys() ?? [])].some((other) => stateOf(other) !== stateOf(id))),
  );
  const isKept = (id: string): boolean => border.has(id) || at.get(id)?.size !== 2;
  const chains = new Map<string, { a: string; b: string; beside: Segment[][][] }>();
  for (const start of [...nodes.keys()].filter(isKept)) {
    for (const first of at.get(start)?.keys() ?? []) {
      const chain = walk(start, first, at, isKept);
      // Each chain is walked from both of its ends.
      if (compareIds(start, chain.end) < 0) {
        const pair = JSON.stringify([start, chain.end]);
        const beside = [...(chains.get(pair)?.beside ?? []), chain.links];
        chains.set(pair, { a: start, b: chain.end, beside });
      }
    }
  }
  return {
    nodes: [...nodes.values()].filter(({ id }) => isKept(id)),
    border,
    pipes: [...chains.values()].map(({ a, b, beside }) => toPipe(a, b, beside)),
  };
}

/** Follows a pipe to the next node that is kept: the segments of each step. */
function walk(
  start: string,
  first: string,
  at: ReadonlyMap<string, ReadonlyMap<string, Segment[]>>,
  isKept: (id: string) => boolean,
): { end: string; links: Segment[][] } {
  const links = [at.get(start)?.get(first) ?? []];
  let [before, here] = [start, first];
  while (!isKept(here)) {
    const next = [...(at.get(here)?.keys() ?? [])].find((id) => id !== before);
    if (next === undefined) break;
    links.push(at.get(here)?.get(next) ?? []);
    [before, here] = [here, next];
  }
  return { end: here, links };
}

function toPipe(a: string, b: string, beside: readonly (readonly Segment[])[][]): Pipe {
  const capacities = beside.map((links) => least(links.map(sum)));
  const known = capacities.filter((value) => value !== null);
  const segments = beside.flat(2);
  return {
    a,
    b,
    gwhPerHour: known.length < capacities.length ? null : known.reduce((total, value) => total + value, 0),
    isBothWays: segments.every(({ isBothWays }) => isBothWays),
    segments,
  };
}

/** Segments between the same two nodes, added up; null where one is not known. */
function sum(segments: readonly Segment[]): number | null {
  return segments.reduce<number | null>(
    (total, { gwhPerHour }) => (total === null || gwhPerHour === null ? null : total + gwhPerHour),
    0,
  );
}

function least(values: readonly (number | null)[]): number | null {
  return values.includes(null) ? null : Math.min(...values.flatMap((value) => value ?? []));
}
