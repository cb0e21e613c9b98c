import { describe, expect, it } from "vitest";
import { forestPlan } from "../../../../analyzer/algorithms/closure/forest-plan.ts";
import { critical, failingLayout } from "../../../support/failing-layout.ts";
import { seededLayout, seededSystem } from "../../../support/seeded-systems.ts";

describe("forestPlan", () => {
  it("makes one component of a loop, on top of what is lost with it", () => {
    const layout = failingLayout(4, [critical(1, 0), critical(0, 1), critical(2, 1), critical(3, 0)]);
    const { memberStart, member, childStart, child, roots } = forestPlan(layout);
    const components = Array.from({ length: 3 }, (_, number) =>
      member.subarray(memberStart[number], memberStart[number + 1]).toSorted(),
    );
    expect(components.map((nodes) => nodes.length).toSorted((a, b) => a - b)).toEqual([1, 1, 2]);
    const loop = components.findIndex((nodes) => nodes.length === 2);
    expect(roots).toHaveLength(2);
    expect([...child]).toEqual([loop]);
    expect([...childStart].at(-1)).toBe(1);
  });

  it("puts a component on top of the successor that takes most along", () => {
    // 0 takes 1 and 2 along; 2 takes eight more.
    const more = Array.from({ length: 8 }, (_, index) => critical(3 + index, 2));
    const layout = failingLayout(11, [critical(1, 0), critical(2, 0), ...more]);
    const { member, childStart, child } = forestPlan(layout);
    const componentOf = (asset: number) => member.indexOf(layout.nodeOf[asset]!);
    const onTopOfTwo = child.subarray(childStart[componentOf(2)], childStart[componentOf(2) + 1]);
    expect([...onTopOfTwo]).toEqual([componentOf(0)]);
  });

  it("holds every node once, and every component under one root", () => {
    const layout = seededLayout(seededSystem("scale-free", "mixed", 500));
    for (const seed of [1, 7, -3]) {
      const { memberStart, member, child, roots } = forestPlan(layout, seed);
      expect([...member].sort((a, b) => a - b)).toEqual(Array.from({ length: 500 }, (_, node) => node));
      const placed = [...child, ...roots].sort((a, b) => a - b);
      expect(placed).toEqual(Array.from({ length: memberStart.length - 1 }, (_, number) => number));
    }
  });
});
