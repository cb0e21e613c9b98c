import { describe, expect, it } from "vitest";
import { ZoneFlow } from "../../../../analyzer/algorithms/zones/zone-flow.ts";

/** A flow over pairs `[first, second, forward, backward]`. */
function flowOver(zoneCount: number, pairs: readonly (readonly [number, number, number, number])[]): ZoneFlow {
  const flow = new ZoneFlow(zoneCount, pairs.length);
  const column = (at: 0 | 1 | 2 | 3) => pairs.map((pair) => pair[at]);
  const zones = (at: 0 | 1) => Int32Array.from(column(at));
  const amounts = (at: 2 | 3) => Float64Array.from(column(at));
  flow.connect(zoneCount, pairs.length, zones(0), zones(1), amounts(2), amounts(3));
  return flow;
}

const all = (zoneCount: number) => Int32Array.from({ length: zoneCount }, (_, zone) => zone);

describe("ZoneFlow", () => {
  it("gives what a zone has to itself first, then to others", () => {
    const flow = flowOver(2, [[0, 1, 5, 0]]);
    flow.have.set([9, 1]);
    flow.want.set([2, 8]);
    flow.push(all(2));
    expect([...flow.have]).toEqual([2, 0]);
    expect([...flow.want]).toEqual([0, 2]);
  });

  it("tells which zones more could reach", () => {
    const flow = flowOver(4, [
      [0, 1, Infinity, 0],
      [1, 2, 3, 0],
      [2, 3, Infinity, Infinity],
    ]);
    flow.have.set([9, 0, 0, 0]);
    flow.want.set([0, 1, 0, 6]);
    flow.push(all(4));
    expect([...flow.want]).toEqual([0, 0, 0, 3]);
    expect([...flow.depth].map((depth) => depth >= 0)).toEqual([true, true, false, false]);
  });

  it("takes back what it sent over a pair from the other side", () => {
    // 0 and 1 both reach 3; 2 is reached by way of 1 only.
    const flow = flowOver(4, [
      [0, 3, 4, 0],
      [0, 1, 4, 4],
      [1, 2, 4, 0],
      [1, 3, 4, 0],
    ]);
    flow.have.set([8, 0, 0, 0]);
    flow.want.set([0, 0, 4, 4]);
    flow.push(all(4));
    expect([...flow.want]).toEqual([0, 0, 0, 0]);
  });

  it("stays within a part", () => {
    const flow = flowOver(3, [
      [0, 1, 9, 9],
      [1, 2, 9, 9],
    ]);
    flow.partOf.set([0, 0, 2]);
    flow.have.set([9, 0, 0]);
    flow.want.set([0, 1, 5]);
    flow.push(Int32Array.of(0, 1));
    expect([...flow.want]).toEqual([0, 0, 5]);
    expect(flow.have[0]).toBe(8);
  });

  it("finds the largest flow of a net that shortest paths alone do not fill", () => {
    const flow = flowOver(6, [
      [0, 1, 10, 0],
      [0, 2, 10, 0],
      [1, 3, 4, 0],
      [1, 4, 8, 0],
      [2, 4, 9, 0],
      [4, 3, 6, 0],
      [3, 5, 10, 0],
      [4, 5, 10, 0],
    ]);
    flow.have.set([20, 0, 0, 0, 0, 0]);
    flow.want.set([0, 0, 0, 0, 0, 20]);
    flow.push(all(6));
    expect(flow.want[5]).toBe(1);
  });
});
