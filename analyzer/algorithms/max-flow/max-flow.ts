/** Arcs that carry something one way, up to a capacity (Infinity: no limit). What carries both ways is two arcs. */
export interface FlowArcs {
  readonly nodeCount: number;
  /** [arc] */
  readonly tail: Int32Array;
  readonly head: Int32Array;
  readonly capacity: Float64Array;
}

/** The most that can flow, and the side of the source of a cut that lets no more through. */
export interface MaxFlow {
  /** Infinity where a way without limit leads from source to sink. */
  readonly value: number;
  /**
   * [node] 1 on the side of the source; arcs that leave this side are the cut. Of all such cuts the one nearest the source.
   * All 0 where the value has no limit.
   */
  readonly sourceSide: Uint8Array;
  /** Arcs looked at. */
  readonly arcsTouched: number;
}

/**
 * Maximum flow by blocking flows over shortest ways (Dinic 1970), iterative. The value is exact for whole capacities, else
 * to rounding.
 *
 * Cost: O(nodes^2 x arcs) at worst, O(arcs x sqrt(arcs)) where all capacities are 1; 28 bytes per arc.
 */
export function maxFlow(arcs: FlowArcs, source: number, sink: number): MaxFlow {
  const search = new Dinic(arcs, source, sink);
  let value = 0;
  while (value < Infinity && search.level()) value += search.blockingFlow();
  const sourceSide = value === Infinity ? new Uint8Array(arcs.nodeCount) : search.reached();
  return { value, sourceSide, arcsTouched: search.touched };
}

/** Arc 2a is arc a, arc 2a + 1 takes back what flows on it. */
class Dinic {
  touched = 0;
  private readonly start: Int32Array;
  private readonly leaving: Int32Array;
  private readonly head: Int32Array;
  private readonly rest: Float64Array;
  private readonly depth: Int32Array;
  private readonly next: Int32Array;
  private readonly queue: Int32Array;

  constructor(
    { nodeCount, tail, head, capacity }: FlowArcs,
    private readonly source: number,
    private readonly sink: number,
  ) {
    this.head = new Int32Array(2 * tail.length);
    this.rest = new Float64Array(2 * tail.length);
    this.start = new Int32Array(nodeCount + 1);
    for (let arc = 0; arc < tail.length; arc += 1) {
      this.head[2 * arc] = head[arc]!;
      this.head[2 * arc + 1] = tail[arc]!;
      this.rest[2 * arc] = capacity[arc]!;
      this.start[tail[arc]! + 1]! += 1;
      this.start[head[arc]! + 1]! += 1;
    }
    for (let node = 0; node < nodeCount; node += 1) this.start[node + 1]! += this.start[node]!;
    this.next = this.start.slice(0, nodeCount);
    this.leaving = new Int32Array(2 * tail.length);
    for (let arc = 0; arc < this.head.length; arc += 1) {
      const from = this.head[arc ^ 1]!;
      this.leaving[this.next[from]!] = arc;
      this.next[from]! += 1;
    }
    this.depth = new Int32Array(nodeCount);
    this.queue = new Int32Array(nodeCount);
  }

  /** Steps from the source over arcs with capacity left; whether the sink is reached. */
  level(): boolean {
    const { start, leaving, head, rest, depth, queue, source, sink } = this;
    depth.fill(-1);
    depth[source] = 0;
    queue[0] = source;
    let found = 1;
    for (let read = 0; read < found && depth[sink] === -1; read += 1) {
      const node = queue[read]!;
      for (let place = start[node]!; place < start[node + 1]!; place += 1) {
        const arc = leaving[place]!;
        this.touched += 1;
        if (rest[arc]! <= 0 || depth[head[arc]!] !== -1) continue;
        depth[head[arc]!] = depth[node]! + 1;
        queue[found] = head[arc]!;
        found += 1;
      }
    }
    return depth[sink] !== -1;
  }

  /** Fills shortest ways until none is left: what they carry together. */
  blockingFlow(): number {
    const { start, head, rest, depth, next, source, sink } = this;
    next.set(start.subarray(0, next.length));
    const way: number[] = [];
    let value = 0;
    for (let node = source; ; ) {
      if (node === sink) {
        const carried = way.reduce((least, arc) => Math.min(least, rest[arc]!), Infinity);
        if (carried === Infinity) return Infinity;
        value += carried;
        for (const arc of way) {
          rest[arc]! -= carried;
          rest[arc ^ 1]! += carried;
        }
        // Go on from before the first arc that is full now.
        const full = way.findIndex((arc) => rest[arc]! <= 0);
        node = head[way[full]! ^ 1]!;
        way.length = full;
        continue;
      }
      const arc = this.onward(node);
      if (arc !== -1) {
        way.push(arc);
        node = head[arc]!;
        continue;
      }
      depth[node] = -1;
      const last = way.pop();
      if (last === undefined) return value;
      node = head[last ^ 1]!;
    }
  }

  /** [node] 1 where capacity is left from the source. */
  reached(): Uint8Array {
    return Uint8Array.from(this.depth, (depth) => (depth === -1 ? 0 : 1));
  }

  /** The next arc of a node that leads a step nearer to the sink, -1 if none. */
  private onward(node: number): number {
    const { start, leaving, head, rest, depth, next } = this;
    for (; next[node]! < start[node + 1]!; next[node]! += 1) {
      const arc = leaving[next[node]!]!;
      this.touched += 1;
      if (rest[arc]! > 0 && depth[head[arc]!] === depth[node]! + 1) return arc;
    }
    return -1;
  }
}
