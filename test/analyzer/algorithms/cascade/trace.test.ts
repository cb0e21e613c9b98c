import { describe, expect, it } from "vitest";
import { Trace } from "../../../../analyzer/algorithms/cascade/trace.ts";

/** The records as `asset from-to level`. */
function recordsOf(trace: Trace): string[] {
  return Array.from(
    { length: trace.count },
    (_, at) => `${trace.asset[at]} ${trace.fromTick[at]}-${trace.toTick[at]} ${trace.level[at]}`,
  );
}

describe("Trace", () => {
  it("keeps one record per interval of one level below 1, and says which came before", () => {
    const trace = new Trace(3);
    expect(trace.note(2, 5, 0)).toBe(0);
    expect(trace.note(1, 6, 0.5)).toBe(1);
    expect(trace.note(2, 7, 0.25)).toBe(2);
    expect(trace.note(2, 9, 1)).toBe(-1);
    expect(trace.note(2, 12, 0)).toBe(3);
    expect(recordsOf(trace)).toEqual(["2 5-7 0", "1 6-Infinity 0.5", "2 7-9 0.25", "2 12-Infinity 0"]);
    expect([...trace.previous.subarray(0, 4)]).toEqual([-1, -1, 0, 2]);
    expect([[...trace.open], [...trace.last]]).toEqual([
      [-1, 1, 3],
      [-1, 1, 3],
    ]);
    trace.close(10);
    expect(recordsOf(trace)[1]).toBe("1 6-10 0.5");
  });

  it("takes levels closer than 1e-9 for one, and for 1", () => {
    const trace = new Trace(1);
    expect(trace.note(0, 0, 1 - 1e-10)).toBe(-1);
    expect(trace.note(0, 1, 0.5)).toBe(0);
    expect(trace.note(0, 2, 0.5 + 1e-10)).toBe(-1);
    expect(trace.note(0, 3, 1 - 1e-10)).toBe(-1);
    expect(recordsOf(trace)).toEqual(["0 1-3 0.5"]);
  });

  it("finds the interval that holds an instant, its end not included", () => {
    const trace = new Trace(1);
    trace.note(0, 2, 0.5);
    trace.note(0, 4, 0);
    trace.note(0, 6, 1);
    trace.note(0, 8, 0);
    expect([1, 2, 3, 4, 5.5, 6, 7, 8, 99].map((tick) => trace.at(0, tick))).toEqual([-1, 0, 0, 1, 1, -1, -1, 2, 2]);
  });

  it("grows without losing anything and is as new after a reset", () => {
    const trace = new Trace(2);
    for (let step = 0; step < 600; step += 1) trace.note(1, step, step % 2 === 0 ? 0 : 0.5);
    trace.cause[0] = null;
    expect(trace.count).toBe(600);
    expect([trace.fromTick[599], trace.toTick[255], trace.level[257], trace.previous[300]]).toEqual([
      599, 256, 0.5, 299,
    ]);
    trace.reset();
    expect([trace.count, trace.cause.length, trace.open[1], trace.at(1, 5)]).toEqual([0, 0, -1, -1]);
    trace.note(1, 3, 0);
    expect(trace.previous[0]).toBe(-1);
  });
});
