import { allClosures, type ClosureRoom } from "../closure/all-closures.ts";
import type { BinaryLayout } from "../closure/binary-layout.ts";
import { LossState } from "../closure/loss-state.ts";
import { residualLayout } from "./residual-layout.ts";

/** The next asset of a greedy set and how many assets its loss adds. */
export interface ClosurePick {
  readonly asset: number;
  readonly gain: number;
}

/**
 * Greedy sets by number of assets lost in the end: a closure forest on what is left after the picks before gives all gains
 * at once (performance.md section 3.6). Gains need not diminish, so nothing is carried over from pick to pick. Exact ties by
 * asset. Ask `next` once per pick, at most once per asset.
 *
 * Cost of a pick: one closure forest, and what is lost with the pick.
 */
export class GreedyClosures {
  private readonly isLost: Uint8Array;
  private readonly isPicked: Uint8Array;
  private readonly room: ClosureRoom = { memory: null };

  /** @param layout of a system in which no group only bounds */
  constructor(private layout: BinaryLayout) {
    this.isLost = new Uint8Array(layout.nodeCount);
    this.isPicked = new Uint8Array(layout.removalOf.length);
  }

  next(): ClosurePick {
    const { removalOf } = this.layout;
    const { lost } = allClosures(this.layout, this.room);
    let best: ClosurePick = { asset: -1, gain: -1 };
    removalOf.forEach((node, asset) => {
      const gain = this.isLost[node] === 1 ? 0 : lost[node]!;
      if (this.isPicked[asset] === 0 && gain > best.gain) best = { asset, gain };
    });
    this.isPicked[best.asset] = 1;
    const node = removalOf[best.asset]!;
    if (this.isLost[node] === 1) return best;
    const nodes = this.closure(node);
    for (const gone of nodes) this.isLost[gone] = 1;
    this.layout = residualLayout(this.layout, this.isLost, nodes);
    return best;
  }

  /** What the loss of a node brings down of what is left. */
  private closure(node: number): Int32Array {
    const state = new LossState(this.layout);
    state.lose(node);
    state.expand(0, this.layout.nodeCount);
    return state.trail.subarray(0, state.tail);
  }
}
