import type { TimedSystem } from "./timed-system.ts";

interface TimedAsset {
  readonly number: number;
  readonly feeds: { readonly group: TimedGroup; readonly lag: number }[];
}

interface TimedGroup {
  readonly owner: TimedAsset;
  readonly failuresNeeded: number;
  readonly buffer: number;
}

/** What happens at a time: a loss reaches a group, or an asset fails. */
type Event =
  | { readonly time: number; readonly group: TimedGroup }
  | { readonly time: number; readonly asset: TimedAsset };

/** A timed cascade over objects and a heap of events: how a program is written before anybody measures it. */
export class PlainTimed {
  private readonly assets: readonly TimedAsset[];

  constructor({ groups, buffer, lag }: TimedSystem) {
    const { nodeCount, owner, failuresNeeded, memberStart, member } = groups;
    this.assets = Array.from({ length: nodeCount }, (_, number) => ({ number, feeds: [] }));
    owner.forEach((asset, position) => {
      const group = {
        owner: this.assets[asset]!,
        failuresNeeded: failuresNeeded[position]!,
        buffer: buffer[position]!,
      };
      for (let at = memberStart[position]!; at < memberStart[position + 1]!; at += 1) {
        this.assets[member[at]!]!.feeds.push({ group, lag: lag[at]! });
      }
    });
  }

  /** When each asset failed that did before `horizon`, by number. */
  run(source: number, horizon: number): Map<number, number> {
    const failed = new Map<number, number>();
    const failures = new Map<TimedGroup, number>();
    const events = new EventHeap();
    events.add({ time: 0, asset: this.assets[source]! });
    for (let event = events.take(); event !== undefined && event.time < horizon; event = events.take()) {
      const { time } = event;
      if ("group" in event) {
        const { group } = event;
        const count = (failures.get(group) ?? 0) + 1;
        failures.set(group, count);
        if (count === group.failuresNeeded) events.add({ time: time + group.buffer, asset: group.owner });
      } else if (!failed.has(event.asset.number)) {
        failed.set(event.asset.number, time);
        for (const { group, lag } of event.asset.feeds) events.add({ time: time + lag, group });
      }
    }
    return failed;
  }
}

/** A binary heap, the earliest first. */
class EventHeap {
  private readonly events: Event[] = [];

  add(event: Event): void {
    const { events } = this;
    let at = events.push(event) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (events[above]!.time <= event.time) break;
      events[at] = events[above]!;
      at = above;
    }
    events[at] = event;
  }

  take(): Event | undefined {
    const { events } = this;
    const [first] = events;
    const last = events.pop();
    if (last === undefined || events.length === 0) return first;
    let at = 0;
    for (let below = 1; below < events.length; below = 2 * at + 1) {
      if (below + 1 < events.length && events[below + 1]!.time < events[below]!.time) below += 1;
      if (events[below]!.time >= last.time) break;
      events[at] = events[below]!;
      at = below;
    }
    events[at] = last;
    return first;
  }
}
