import type { LaneState } from "./lane-state.ts";
import { lookOf } from "./look-at-lane.ts";
import { chooseOperation } from "./operations.ts";
import type { LaneStart, WriteEvent } from "./run-lane.ts";

/** What the store must hold after a kill, and what it holds instead where it does not. */
export type Verdict =
  | { readonly kind: "kept"; readonly state: LaneState }
  | { readonly kind: "lost" | "half-applied"; readonly detail: string };

/** The log of one lane, kept outside of the store and of the program that writes. */
export class LaneLedger {
  readonly #start: LaneStart;
  /** The states that acknowledged writes made, the oldest first. */
  readonly #states: LaneState[];
  /** The state that the open write makes if it took place. */
  #open: LaneState | null = null;
  #openName = "";
  #next: number;
  acknowledged = 0;
  /** How many writes failed, by what they said. */
  readonly failed: string[] = [];

  constructor(start: LaneStart) {
    this.#start = start;
    this.#states = [start.state];
    this.#next = start.next;
  }

  hear([event, , n, detail]: WriteEvent): void {
    if (event === "begin") {
      const operation = chooseOperation(this.#start.seed, n, this.#last());
      this.#open = operation.after(this.#last(), n);
      this.#openName = operation.name;
      this.#next = n + 1;
    } else if (event === "failed") {
      this.failed.push(detail ?? "");
    } else if (this.#open !== null) {
      this.#states.push(this.#open);
      this.#open = null;
      this.acknowledged += 1;
    }
  }

  get hasOpenWrite(): boolean {
    return this.#open !== null;
  }

  /** Compares with what the store shows: the last acknowledged state, with the open write or without it, or neither. */
  judge(look: string): Verdict {
    const { lane } = this.#start;
    const last = this.#last();
    if (lookOf(lane, last) === look) return { kind: "kept", state: last };
    if (this.#open !== null && lookOf(lane, this.#open) === look) return { kind: "kept", state: this.#open };
    const earlier = this.#states.findLastIndex((state) => lookOf(lane, state) === look);
    const after = `${this.acknowledged} acknowledged writes, open: ${this.#open === null ? "none" : this.#openName}`;
    const shown = look.slice(0, 300);
    if (earlier === -1) return { kind: "half-applied", detail: `lane ${lane} after ${after} shows ${shown}` };
    return { kind: "lost", detail: `lane ${lane} after ${after} is back at write ${earlier} of this round` };
  }

  /** Where the lane goes on from a state. */
  startFrom(state: LaneState, seed: number): LaneStart {
    return { lane: this.#start.lane, state, next: this.#next, seed };
  }

  #last(): LaneState {
    return this.#states.at(-1) ?? this.#start.state;
  }
}
