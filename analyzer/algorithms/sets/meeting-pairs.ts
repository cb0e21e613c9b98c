/** For every source the nodes that its loss came by: `items[start[s]] .. items[start[s + 1] - 1]`, each once. */
export interface NodeLists {
  readonly start: Int32Array;
  readonly items: Int32Array;
}

/** Pairs of sources, the lower first, with what they can do together beyond the sum of both. */
export interface MeetingPairs {
  readonly first: Int32Array;
  readonly second: Int32Array;
  readonly extra: Float64Array;
}

/** The lists turned round: for every node the sources that came by, ascending. */
export function turnRound({ start, items }: NodeLists, nodeCount: number): NodeLists {
  const turnedStart = new Int32Array(nodeCount + 1);
  for (const node of items) turnedStart[node + 1]! += 1;
  for (let node = 0; node < nodeCount; node += 1) turnedStart[node + 1]! += turnedStart[node]!;
  const next = turnedStart.slice(0, nodeCount);
  const sources = new Int32Array(items.length);
  for (let source = 0; source + 1 < start.length; source += 1) {
    for (let at = start[source]!; at < start[source + 1]!; at += 1) {
      const node = items[at]!;
      sources[next[node]!] = source;
      next[node]! += 1;
    }
  }
  return { start: turnedStart, items: sources };
}

/** Finds with which later sources a source has a node in common, one source after another over the same buffers. */
export class MeetingSearch {
  private readonly metBy: Int32Array;
  private readonly extra: Float64Array;

  constructor(
    private readonly lists: NodeLists,
    private readonly sourcesOf: NodeLists,
    /** [node] what a meeting there can bring about beyond the sum of both. */
    private readonly worth: Float64Array,
  ) {
    const count = lists.start.length - 1;
    this.metBy = new Int32Array(count).fill(-1);
    this.extra = new Float64Array(count);
  }

  /**
   * The later sources that meet a source, ascending, each with the summed worth of the nodes they have in common.
   *
   * Cost: O(sources of every node of the source).
   */
  partners(source: number): { readonly partners: readonly number[]; readonly extra: Float64Array } {
    const { lists, sourcesOf, worth, metBy, extra } = this;
    const partners: number[] = [];
    for (let at = lists.start[source]!; at < lists.start[source + 1]!; at += 1) {
      const node = lists.items[at]!;
      for (let other = sourcesOf.start[node + 1]! - 1; other >= sourcesOf.start[node]!; other -= 1) {
        const partner = sourcesOf.items[other]!;
        if (partner <= source) break;
        if (metBy[partner] !== source) {
          metBy[partner] = source;
          extra[partner] = 0;
          partners.push(partner);
        }
        extra[partner]! += worth[node]!;
      }
    }
    return { partners: partners.sort((x, y) => x - y), extra };
  }
}
