/**
 * Events of one window of time, handed out by tick; ticks are whole numbers of whatever unit the owner counts in. Events of
 * one tick come out in no promised order.
 */
export interface WindowQueue {
  /** Forgets everything and begins a window: every event lies in `[originTick, originTick + spanTicks)`. */
  begin(originTick: number, spanTicks: number): void;
  /** Adds an event, not before the tick at hand. */
  push(tick: number, id: number): void;
  /** The tick of the next event, Infinity where there is none. */
  nextTick(): number;
  /** Takes the next event away and returns its id. `nextTick` must have named it. */
  take(): number;
}
