import { describe, expect, it } from "vitest";
import { type ForestPlan, forestPlan } from "../../../../analyzer/algorithms/closure/forest-plan.ts";
import { critical, failingLayout } from "../../../support/failing-layout.ts";
import { seededLayout, seededSystem } from "../../../support/seeded-systems.ts";

/** The components of a list. */
function listed(first: number, { nextSibling }: ForestPlan): number[] {
  const components: number[] = [];
  for (let at = first; at !== -1; at = nextSibling[at]!) components.push(at);
  return components;
}

describe("forestPlan", () => {
  it("makes one component of a loop, on top of what is lost with it", () => {
    const layout = failingLayout(4, [critical(1, 0), critical(0, 1), critical(2, 1), critical(3, 0)]);
    const plan = forestPlan(layout);
    const { memberStart, member, firstChild, firstRoot } = plan;
    const components = Array.from({ length: 3 }, (_, number) =>
      member.subarray(memberStart[number], memberStart[number + 1]).toSorted(),
    );
    expect(components.map((nodes) => nodes.length).toSorted((a, b) => a - b)).toEqual([1, 1, 2]);
    const loop = components.findIndex((nodes) => nodes.length === 2);
    expect(listed(firstRoot, plan)).toHaveLength(2);
    expect([...firstChild].filter((child) => child !== -1)).toEqual([loop]);
  });

  it("puts a component on top of the successor that takes most along", () => {
    // 0 takes 1 and 2 along; 2 takes eight more.
    const more = Array.from({ length: 8 }, (_, index) => critical(3 + index, 2));
    const layout = failingLayout(11, [critical(1, 0), critical(2, 0), ...more]);
    const plan = forestPlan(layout);
    const componentOf = (asset: number) => plan.member.indexOf(layout.nodeOf[asset]!);
    expect(listed(plan.firstChild[componentOf(2)]!, plan)).toEqual([componentOf(0)]);
  });

  it("holds every node once, and every component under one root", () => {
    const layout = seededLayout(seededSystem("scale-free", "mixed", 500));
    for (const seed of [1, 7, -3]) {
      const plan = forestPlan(layout, seed);
      const { componentCount, member, firstChild, firstRoot } = plan;
      expect([...member].sort((a, b) => a - b)).toEqual(Array.from({ length: 500 }, (_, node) => node));
      const placed = [firstRoot, ...firstChild].flatMap((first) => listed(first, plan)).sort((a, b) => a - b);
      expect(placed).toEqual(Array.from({ length: componentCount }, (_, number) => number));
    }
  });
});
