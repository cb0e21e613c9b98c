import type { AssetResult, Outage, ReplayResult, RunResult } from "../../analyzer/index.ts";

/** A cascade, or one trial of many that was run again as one. */
export type ShownRun = RunResult | ReplayResult;

/** A run, arranged for walking along its hours. */
export interface RunView {
  readonly result: ShownRun;
  readonly byId: ReadonlyMap<string, AssetResult>;
  /** Hours at which at least one asset changes level, in order; hour 0 is always the first. */
  readonly eventHours: readonly number[];
  /** Where the timeline ends: the last change, or the horizon where something is still out then. */
  readonly endHours: number;
  /** Assets below full function from `eventHours[i]` until the next event. */
  readonly assetsOut: Int32Array;
  /** First hit of each State that has one, by hour, then code. */
  readonly stateHits: readonly { readonly code: string; readonly hours: number }[];
}

/** Cost: outages times the logarithm of their number. */
export function viewRun(result: ShownRun): RunView {
  const hours = new Set<number>([0]);
  for (const { outages } of result.assets) {
    for (const { fromHours, toHours } of outages) {
      hours.add(fromHours);
      hours.add(toHours);
    }
  }
  const eventHours = [...hours].sort((a, b) => a - b);
  return {
    result,
    byId: new Map(result.assets.map((asset) => [asset.id, asset])),
    eventHours,
    endHours: Math.max(eventHours.at(-1) ?? 0, 1),
    assetsOut: countOut(result, eventHours),
    stateHits: result.states
      .flatMap(({ code, firstHours }) => (firstHours === null ? [] : [{ code, hours: firstHours }]))
      .sort((a, b) => a.hours - b.hours || (a.code < b.code ? -1 : 1)),
  };
}

/** An asset counts once per hour: maximal intervals of one level of one asset never overlap. */
function countOut(result: ShownRun, eventHours: readonly number[]): Int32Array {
  const position = new Map(eventHours.map((hour, index) => [hour, index]));
  const change = new Int32Array(eventHours.length + 1);
  const step = (hour: number, by: number) => {
    const index = position.get(hour) ?? 0;
    change[index] = (change[index] ?? 0) + by;
  };
  for (const { outages } of result.assets) {
    for (const { fromHours, toHours } of outages) {
      step(fromHours, 1);
      step(toHours, -1);
    }
  }
  let out = 0;
  return Int32Array.from(eventHours, (_, index) => (out += change[index] ?? 0));
}

/** Level of function (0..1) at an hour; right-continuous, so an outage holds from its first hour and is over at its last. */
export function levelAt(outages: readonly Outage[], hour: number): number {
  for (const { fromHours, toHours, level } of outages) {
    if (hour < fromHours) return 1;
    if (hour < toHours) return level;
  }
  return 1;
}

/** Index of the last event at or before an hour. */
export function eventIndexAt(view: RunView, hour: number): number {
  let low = 0;
  let high = view.eventHours.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((view.eventHours[middle] ?? 0) <= hour) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The event after an hour, or the last one where there is none. */
export function nextEvent(view: RunView, hour: number): number {
  return view.eventHours.find((event) => event > hour) ?? view.eventHours.at(-1) ?? 0;
}

/** The event before an hour, or 0. */
export function previousEvent(view: RunView, hour: number): number {
  return view.eventHours.findLast((event) => event < hour) ?? 0;
}

export interface HourCounts {
  /** Assets below full function now. */
  readonly assets: number;
  /** States hit so far. */
  readonly states: number;
}

export function countsAt(view: RunView, hour: number): HourCounts {
  return {
    assets: view.assetsOut[eventIndexAt(view, hour)] ?? 0,
    states: view.stateHits.filter((hit) => hit.hours <= hour).length,
  };
}
