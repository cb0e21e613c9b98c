import type { Digraph } from "../digraph/digraph.ts";

/** Where counts of paths in one level pass this, all of the level is scaled down: only their ratios are used. */
const mostPaths = 2 ** 300;

/** An edge between what was found from one end and what was found from the other, and how many shortest paths use it. */
interface Meeting {
  readonly own: number;
  readonly other: number;
  readonly paths: number;
}

/** One end of a search from both ends: levels around a node, with the number of shortest paths to each node found. */
export class PathSide {
  /** Edges to where the other side has been, found in the level expanded last. */
  readonly meetings: Meeting[] = [];
  edgesAhead = 0;
  edgesTouched = 0;
  private readonly distance: Int32Array;
  private readonly paths: Float64Array;
  private readonly queue: Int32Array;
  private levelStart = 0;
  private levelEnd = 0;

  /** @param homeward the same graph turned round: the way back to where the search began */
  constructor(
    private readonly graph: Digraph,
    private readonly homeward: Digraph,
  ) {
    const nodeCount = graph.start.length - 1;
    this.distance = new Int32Array(nodeCount).fill(-1);
    this.paths = new Float64Array(nodeCount);
    this.queue = new Int32Array(nodeCount);
  }

  /** Whether nothing is left to expand. */
  get isDone(): boolean {
    return this.levelStart === this.levelEnd;
  }

  begin(node: number): void {
    this.distance[node] = 0;
    this.paths[node] = 1;
    this.queue[0] = node;
    this.levelStart = 0;
    this.levelEnd = 1;
    this.edgesAhead = this.graph.start[node + 1]! - this.graph.start[node]!;
  }

  /** Goes one level on. As the sides have not met before, whoever is met lies in the other side's last level. */
  expand(other: PathSide): void {
    const { distance, paths, queue, meetings, levelEnd } = this;
    const { start, successor } = this.graph;
    this.scaleLevel();
    let found = levelEnd;
    let edgesAhead = 0;
    for (let place = this.levelStart; place < levelEnd; place += 1) {
      const node = queue[place]!;
      const next = distance[node]! + 1;
      for (let edge = start[node]!; edge < start[node + 1]!; edge += 1) {
        const head = successor[edge]!;
        if (other.distance[head] !== -1) {
          meetings.push({ own: node, other: head, paths: paths[node]! * other.paths[head]! });
        } else if (distance[head] === -1) {
          distance[head] = next;
          paths[head] = paths[node]!;
          queue[found] = head;
          found += 1;
          edgesAhead += start[head + 1]! - start[head]!;
        } else if (distance[head] === next) paths[head]! += paths[node]!;
      }
    }
    this.edgesTouched += this.edgesAhead;
    this.edgesAhead = edgesAhead;
    this.levelStart = levelEnd;
    this.levelEnd = found;
  }

  /** One of the meetings, by how many shortest paths use it. */
  drawMeeting(random: () => number): Meeting {
    const { meetings } = this;
    let left = random() * meetings.reduce((sum, { paths }) => sum + paths, 0);
    return meetings.find(({ paths }) => (left -= paths) < 0) ?? meetings.at(-1)!;
  }

  /** Adds the nodes on a random shortest path from a node back to where this side began, that end left out. */
  walkHome(from: number, random: () => number, into: number[]): void {
    const { distance, paths } = this;
    const { start, successor } = this.homeward;
    for (let node = from; distance[node]! > 0; ) {
      into.push(node);
      const nearer = distance[node]! - 1;
      const end = start[node + 1]!;
      let left = 0;
      for (let edge = start[node]!; edge < end; edge += 1) {
        if (distance[successor[edge]!] === nearer) left += paths[successor[edge]!]!;
      }
      left *= random();
      for (let edge = start[node]!; edge < end; edge += 1) {
        if (distance[successor[edge]!] !== nearer) continue;
        node = successor[edge]!;
        left -= paths[node]!;
        if (left < 0) break;
      }
    }
  }

  forget(): void {
    for (let place = 0; place < this.levelEnd; place += 1) {
      this.distance[this.queue[place]!] = -1;
      this.paths[this.queue[place]!] = 0;
    }
    this.meetings.length = 0;
  }

  private scaleLevel(): void {
    const { paths, queue, levelStart, levelEnd } = this;
    let most = 0;
    for (let place = levelStart; place < levelEnd; place += 1) most = Math.max(most, paths[queue[place]!]!);
    if (most <= mostPaths) return;
    for (let place = levelStart; place < levelEnd; place += 1) paths[queue[place]!]! /= mostPaths;
  }
}
