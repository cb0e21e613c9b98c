import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TickQueue } from "../../../../analyzer/algorithms/timed-closure/tick-queue.ts";

function drain(queue: TickQueue): [number, number][] {
  const taken: [number, number][] = [];
  for (let tick = queue.nextTick(); tick < Infinity; tick = queue.nextTick()) taken.push([tick, queue.take()]);
  return taken;
}

describe("TickQueue", () => {
  it("hands out what a sorted list would, also what is added on the way", () => {
    const window = fc.record({
      origin: fc.integer({ min: -1e15, max: 1e15 }),
      span: fc.integer({ min: 1, max: 1e13 }),
    });
    const shares = fc.array(fc.double({ min: 0, max: 0.999_999, noNaN: true }), { maxLength: 60 });
    fc.assert(
      fc.property(window, shares, shares, ({ origin, span }, early, late) => {
        const queue = new TickQueue();
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
        for (let tick = queue.nextTick(); tick < Infinity; tick = queue.nextTick()) {
          expect(queue.take()).toBe(Math.abs(tick) % 1000);
          taken.push(tick);
          const share = more.pop();
          if (share !== undefined) add(at(share, tick));
        }
        expect(taken).toEqual(expected.toSorted((x, y) => x - y));
        expect(queue.size).toBe(0);
      }),
      { seed: 20_260_729, numRuns: 500 },
    );
  });

  it("keeps every event of one tick", () => {
    const queue = new TickQueue();
    queue.begin(0, 100);
    for (let id = 0; id < 300; id += 1) queue.push(7, id);
    const ids = drain(queue).map(([, id]) => id);
    expect(ids.toSorted((x, y) => x - y)).toEqual(Array.from({ length: 300 }, (_, id) => id));
  });

  it("forgets what was left when it begins again", () => {
    const queue = new TickQueue();
    queue.begin(0, 1e12);
    for (let tick = 0; tick < 5e11; tick += 1e9) queue.push(tick, 1);
    queue.nextTick();
    queue.begin(0, 10);
    queue.push(3, 2);
    expect(drain(queue)).toEqual([[3, 2]]);
  });
});
