import { describe, expect, it } from "vitest";
import type { BinaryLayout } from "../../../../analyzer/algorithms/closure/binary-layout.ts";
import { ClosureKernel } from "../../../../analyzer/algorithms/closure/closure-kernel.ts";
import type { ClosureSums } from "../../../../analyzer/algorithms/closure/closure-sums.ts";
import { closuresAlone } from "../../../../analyzer/algorithms/closure/closures-alone.ts";
import { counted, critical, failingLayout } from "../../../support/failing-layout.ts";
import { seededLayout, seededSystem } from "../../../support/seeded-systems.ts";
import { singleClosures } from "../../../support/single-closure.ts";

const ways: readonly (readonly [string, (layout: BinaryLayout, workMost: number) => ClosureSums | null])[] = [
  ["TypeScript", closuresAlone],
  ["WebAssembly", (layout, workMost) => ClosureKernel.place(layout)?.sweepAlone(workMost) ?? null],
];

describe.each(ways)("closures alone, %s", (_, sweep) => {
  it("follow groups that break by what else is lost, one after the other", () => {
    // 5 takes 0 and 1 along, which break 2; 2 and 5 break 3; 4 stands two losses of three.
    const groups = [critical(0, 5), critical(1, 5), counted(2, 2, 0, 1), counted(3, 2, 2, 5), counted(4, 3, 0, 1, 3)];
    const { lost, expansions } = sweep(failingLayout(6, groups), Infinity) ?? {};
    expect([...(lost ?? [])].toSorted((a, b) => a - b)).toEqual([1, 1, 1, 1, 1, 6]);
    expect(expansions).toBe(6);
  });

  it("give up past the work they may take", () => {
    const layout = seededLayout(seededSystem("spatial", "robust", 500));
    const { expansions = 0 } = sweep(layout, Infinity) ?? {};
    expect(expansions).toBeGreaterThan(100);
    expect(sweep(layout, expansions)).not.toBeNull();
    expect(sweep(layout, expansions - 1)).toBeNull();
    expect(sweep(layout, -1)).toBeNull();
  });

  it.each(["scale-free", "spatial", "modular"] as const)("give what the plain twin gives, %s robust", (family) => {
    const layout = seededLayout(seededSystem(family, "robust", 2000));
    const { expansions: _work, ...expected } = singleClosures(layout);
    expect(sweep(layout, Infinity)).toMatchObject(expected);
  });
});
