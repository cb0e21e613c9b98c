import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EventQueue, eventKinds } from "../../../../analyzer/algorithms/cascade/event-queue.ts";

type Entry = readonly [tick: number, kind: number, subject: number, value: number];

const kinds = Object.values(eventKinds);

function nextOf(queue: EventQueue): Entry {
  return [queue.nextTick(), queue.nextKind(), queue.nextSubject(), queue.nextValue()];
}

/** What is left, taken out one by one. */
function drain(queue: EventQueue): Entry[] {
  const out: Entry[] = [];
  for (; queue.size > 0; queue.pop()) out.push(nextOf(queue));
  return out;
}

describe("EventQueue", () => {
  it("gives events by tick, each whole, whatever the order they were pushed and taken in", () => {
    const step = fc.oneof(
      { weight: 3, arbitrary: fc.tuple(fc.nat({ max: 20 }), fc.constantFrom(...kinds)) },
      { weight: 1, arbitrary: fc.constant(null) },
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 300, size: "max" }), (steps) => {
        const queue = new EventQueue();
        const pending = new Map<number, Entry>();
        for (const [serial, pushed] of steps.entries()) {
          if (pushed !== null) {
            const [tick, kind] = pushed;
            pending.set(serial, [tick, kind, serial, serial / 2]);
            queue.push(tick, kind, serial, serial / 2);
          } else if (queue.size > 0) {
            const [, , serialOut] = nextOf(queue);
            expect(queue.nextTick()).toBe(Math.min(...[...pending.values()].map(([tick]) => tick)));
            expect(nextOf(queue)).toEqual(pending.get(serialOut));
            pending.delete(serialOut);
            queue.pop();
          }
        }
        const left = drain(queue);
        expect(left.map(([tick]) => tick)).toEqual(
          [...pending.values()].map(([tick]) => tick).toSorted((x, y) => x - y),
        );
        expect(left.toSorted((x, y) => x[2] - y[2])).toEqual([...pending.values()]);
      }),
    );
  });

  it("has nothing to come when it is empty or cleared, and grows past its first size", () => {
    const queue = new EventQueue();
    expect(queue.nextTick()).toBe(Number.POSITIVE_INFINITY);
    for (let serial = 0; serial < 1000; serial += 1) queue.push((serial * 7919) % 1000, eventKinds.arrival, serial, 0);
    expect(drain(queue).map(([tick]) => tick)).toEqual(Array.from({ length: 1000 }, (_, tick) => tick));
    queue.push(1, eventKinds.arrival, 0, 0);
    queue.clear();
    expect([queue.size, queue.nextTick()]).toEqual([0, Number.POSITIVE_INFINITY]);
  });
});
