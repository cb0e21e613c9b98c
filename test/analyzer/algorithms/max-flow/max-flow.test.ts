import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type FlowArcs, maxFlow } from "../../../../analyzer/algorithms/max-flow/max-flow.ts";
import { graphTrials } from "../../../support/small-graph.ts";

type Arc = readonly [from: number, to: number, capacity: number];

const arcsOf = (nodeCount: number, arcs: readonly Arc[]): FlowArcs => ({
  nodeCount,
  tail: Int32Array.from(arcs, ([from]) => from),
  head: Int32Array.from(arcs, ([, to]) => to),
  capacity: Float64Array.from(arcs, ([, , capacity]) => capacity),
});

/** What leaves a side. */
const leaving = (arcs: readonly Arc[], isIn: (node: number) => boolean): number =>
  arcs.reduce((sum, [from, to, capacity]) => (isIn(from) && !isIn(to) ? sum + capacity : sum), 0);

/** The least that leaves any set of nodes with the source (node 0) and without the sink (the last). */
function plainMinCut(nodeCount: number, arcs: readonly Arc[]): number {
  let least = Infinity;
  for (let set = 1; set < 2 ** (nodeCount - 1); set += 2)
    least = Math.min(
      least,
      leaving(arcs, (n) => (set >> n) % 2 === 1),
    );
  return least;
}

const network = fc.integer({ min: 2, max: 8 }).chain((nodeCount) => {
  const node = fc.nat({ max: nodeCount - 1 });
  const capacity = fc.oneof(fc.nat({ max: 9 }), fc.constantFrom(0.5, 2.25, Infinity));
  return fc.record({
    nodeCount: fc.constant(nodeCount),
    arcs: fc.array(fc.tuple(node, node, capacity), { maxLength: 18 }),
  });
});

describe("maxFlow", () => {
  it("equals the smallest cut of all, and its own cut lets no more through, on 1,000 random networks", () => {
    fc.assert(
      fc.property(network, ({ nodeCount, arcs }) => {
        const { value, sourceSide } = maxFlow(arcsOf(nodeCount, arcs), 0, nodeCount - 1);
        expect(value).toBe(plainMinCut(nodeCount, arcs));
        if (value === Infinity) expect(sourceSide.includes(1)).toBe(false);
        else {
          expect([sourceSide[0], sourceSide[nodeCount - 1]]).toEqual([1, 0]);
          expect(leaving(arcs, (node) => sourceSide[node] === 1)).toBe(value);
        }
      }),
      graphTrials,
    );
  });

  it("passes a chain of 1,000,000 nodes in one way, touching each arc at most five times", () => {
    const nodeCount = 1_000_000;
    const chain = arcsOf(
      nodeCount,
      Array.from({ length: nodeCount - 1 }, (_, node): Arc => [node, node + 1, node === 5000 ? 3 : 7]),
    );
    const { value, sourceSide, arcsTouched } = maxFlow(chain, 0, nodeCount - 1);
    expect(value).toBe(3);
    expect(sourceSide.indexOf(0)).toBe(5001);
    expect(arcsTouched).toBeLessThanOrEqual(5 * nodeCount);
  });

  it("has no limit from a node to itself, and nothing flows where nothing leads", () => {
    expect(maxFlow(arcsOf(1, []), 0, 0).value).toBe(Infinity);
    expect(maxFlow(arcsOf(2, []), 0, 1)).toMatchObject({ value: 0, sourceSide: Uint8Array.of(1, 0) });
  });
});
