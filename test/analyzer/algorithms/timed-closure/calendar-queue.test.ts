import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CalendarQueue } from "../../../../analyzer/algorithms/timed-closure/calendar-queue.ts";

function drain(queue: CalendarQueue): [number, number][] {
  const taken: [number, number][] = [];
  for (let tick = queue.nextTick(); tick < Infinity; tick = queue.nextTick()) taken.push([tick, queue.take()]);
  return taken;
}

describe("CalendarQueue", () => {
  it("hands out what a sorted list would, also what is added on the way, whatever the window before left", () => {
    const window = fc.record({
      origin: fc.integer({ min: -1e6, max: 1e6 }),
      span: fc.integer({ min: 1, max: 70_000 }),
    });
    const shares = fc.array(fc.double({ min: 0, max: 0.999_999, noNaN: true }), { maxLength: 60 });
    const queue = new CalendarQueue();
    fc.assert(
      fc.property(window, shares, shares, fc.nat({ max: 120 }), ({ origin, span }, early, late, most) => {
        queue.begin(origin, span);
        const at = (share: number, from: number) => Math.floor(from + share * (origin + span - from));
        const expected: number[] = [];
        const add = (tick: number): void => {
          queue.push(tick, Math.abs(tick) % 1000);
          expected.push(tick);
        };
        for (const share of early) add(at(share, origin));
        const taken: number[] = [];
        const more = [...late];
        for (let tick = queue.nextTick(); tick < Infinity && taken.length < most; tick = queue.nextTick()) {
          expect(queue.take()).toBe(Math.abs(tick) % 1000);
          taken.push(tick);
          const share = more.pop();
          if (share !== undefined) add(at(share, tick));
        }
        expect(taken).toEqual(expected.toSorted((x, y) => x - y).slice(0, taken.length));
        if (taken.length < most) expect(taken).toHaveLength(expected.length);
      }),
      { seed: 20_260_729, numRuns: 1000 },
    );
  });

  it("keeps every event of one tick, the one at hand too", () => {
    const queue = new CalendarQueue();
    queue.begin(0, 100);
    for (let id = 0; id < 200; id += 1) queue.push(7, id);
    expect(queue.nextTick()).toBe(7);
    const first = queue.take();
    for (let id = 200; id < 300; id += 1) queue.push(7, id);
    const ids = [first, ...drain(queue).map(([, id]) => id)];
    expect(ids.toSorted((x, y) => x - y)).toEqual(Array.from({ length: 300 }, (_, id) => id));
  });
});
