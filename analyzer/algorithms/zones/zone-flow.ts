/** Amounts below this share of what a part can give are rounding. */
const roundingShare = 1e-13;

/**
 * The largest flow from zones that have a commodity to zones that want it, within one part of the zones, and which zones
 * more could still reach.
 *
 * Method: Dinic, "Algorithm for solution of a problem of maximum flow in networks with power estimation", Soviet
 * Mathematics Doklady 11, 1970: shortest augmenting paths, a blocking flow at a time, with a cursor per zone. No recursion.
 * A pair of zones is two arcs, `2 * pair` forward and `2 * pair + 1` backward; what is sent along one frees the other.
 * Buffers are allocated once.
 */
export class ZoneFlow {
  /** [zone] what is left to give and to take; set before `push`, and changed by it. */
  readonly have: Float64Array;
  readonly want: Float64Array;
  /** [zone] what part of the zones it is in; flows stay within a part. */
  readonly partOf: Int32Array;
  /** [arc] */
  readonly capacity: Float64Array;
  readonly head: Int32Array;
  /** [zone + 1] arcs that leave a zone, by pair. */
  readonly arcStart: Int32Array;
  readonly arcs: Int32Array;
  /** [zone] 0 or above where a zone that has some left reaches the zone; of the part pushed last. */
  readonly depth: Int32Array;
  /** What counts as nothing in the part pushed last. */
  nothing = 0;
  private readonly residual: Float64Array;
  private readonly cursor: Int32Array;
  private readonly queue: Int32Array;
  private readonly path: Int32Array;

  constructor(zoneCapacity: number, pairCapacity: number) {
    this.have = new Float64Array(zoneCapacity);
    this.want = new Float64Array(zoneCapacity);
    this.partOf = new Int32Array(zoneCapacity);
    this.capacity = new Float64Array(2 * pairCapacity);
    this.residual = new Float64Array(2 * pairCapacity);
    this.head = new Int32Array(2 * pairCapacity);
    this.arcStart = new Int32Array(zoneCapacity + 1);
    this.arcs = new Int32Array(2 * pairCapacity);
    this.depth = new Int32Array(zoneCapacity);
    this.cursor = new Int32Array(zoneCapacity);
    this.queue = new Int32Array(zoneCapacity);
    this.path = new Int32Array(zoneCapacity);
  }

  /** Takes over pairs of zones with what can flow each way. O(zones + pairs). */
  connect(
    zoneCount: number,
    pairCount: number,
    first: Int32Array,
    second: Int32Array,
    forward: Float64Array,
    backward: Float64Array,
  ): void {
    const { arcStart, arcs, head, capacity, cursor } = this;
    arcStart.fill(0, 0, zoneCount + 1);
    for (let pair = 0; pair < pairCount; pair += 1) {
      head[2 * pair] = second[pair]!;
      head[2 * pair + 1] = first[pair]!;
      capacity[2 * pair] = forward[pair]!;
      capacity[2 * pair + 1] = backward[pair]!;
      arcStart[first[pair]! + 1]! += 1;
      arcStart[second[pair]! + 1]! += 1;
    }
    for (let zone = 0; zone < zoneCount; zone += 1) {
      arcStart[zone + 1]! += arcStart[zone]!;
      cursor[zone] = arcStart[zone]!;
    }
    for (let arc = 0; arc < 2 * pairCount; arc += 1) {
      const tail = head[arc ^ 1]!;
      arcs[cursor[tail]!] = arc;
      cursor[tail]! += 1;
    }
  }

  /** Pushes as much as can flow within the zones listed, which are all of one part. O(zones^2 * pairs), mostly far less. */
  push(zones: Int32Array): void {
    const { have, want, arcStart, arcs, capacity, residual } = this;
    let total = 0;
    for (const zone of zones) {
      const own = Math.min(have[zone]!, want[zone]!);
      have[zone]! -= own;
      want[zone]! -= own;
      total += have[zone]!;
      for (let at = arcStart[zone]!; at < arcStart[zone + 1]!; at += 1) residual[arcs[at]!] = capacity[arcs[at]!]!;
    }
    this.nothing = roundingShare * total;
    while (this.layer(zones)) {
      for (const zone of zones) {
        this.cursor[zone] = arcStart[zone]!;
      }
      for (const zone of zones) {
        if (this.depth[zone] === 0) this.drain(zone);
      }
    }
  }

  /** Breadth-first depths from every zone that has some left; false where none that wants some is reached. */
  private layer(zones: Int32Array): boolean {
    const { have, want, partOf, depth, queue, arcStart, arcs, head, residual, nothing } = this;
    let tail = 0;
    for (const zone of zones) {
      const starts = have[zone]! > nothing;
      depth[zone] = starts ? 0 : -1;
      if (starts) {
        queue[tail] = zone;
        tail += 1;
      }
    }
    let found = false;
    for (let at = 0; at < tail; at += 1) {
      const zone = queue[at]!;
      found ||= want[zone]! > nothing;
      for (let position = arcStart[zone]!; position < arcStart[zone + 1]!; position += 1) {
        const arc = arcs[position]!;
        const next = head[arc]!;
        if (residual[arc]! <= nothing || partOf[next] !== partOf[zone] || depth[next] !== -1) continue;
        depth[next] = depth[zone]! + 1;
        queue[tail] = next;
        tail += 1;
      }
    }
    return found;
  }

  /** Sends what one zone has along shortest paths, until it has none left or no path is left. */
  private drain(source: number): void {
    const { have, want, head, path, cursor, nothing } = this;
    let length = 0;
    let zone = source;
    while (have[source]! > nothing) {
      if (want[zone]! > nothing) {
        this.augment(source, zone, length);
        length = 0;
        zone = source;
        continue;
      }
      const arc = this.nextArc(zone);
      if (arc !== -1) {
        path[length] = arc;
        length += 1;
        zone = head[arc]!;
      } else if (length === 0) {
        return;
      } else {
        length -= 1;
        zone = head[path[length]! ^ 1]!;
        cursor[zone]! += 1;
      }
    }
  }

  /** The next arc of a zone that leads one step deeper; -1 where there is none. */
  private nextArc(zone: number): number {
    const { arcStart, arcs, head, residual, depth, partOf, cursor, nothing } = this;
    for (; cursor[zone]! < arcStart[zone + 1]!; cursor[zone]! += 1) {
      const arc = arcs[cursor[zone]!]!;
      const next = head[arc]!;
      if (residual[arc]! > nothing && partOf[next] === partOf[zone] && depth[next] === depth[zone]! + 1) return arc;
    }
    return -1;
  }

  private augment(source: number, sink: number, length: number): void {
    const { have, want, path, residual } = this;
    let amount = Math.min(have[source]!, want[sink]!);
    for (let at = 0; at < length; at += 1) amount = Math.min(amount, residual[path[at]!]!);
    have[source]! -= amount;
    want[sink]! -= amount;
    for (let at = 0; at < length; at += 1) {
      residual[path[at]!]! -= amount;
      residual[path[at]! ^ 1]! += amount;
    }
  }
}
