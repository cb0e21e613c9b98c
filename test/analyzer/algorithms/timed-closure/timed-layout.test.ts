import { describe, expect, it } from "vitest";
import { compileTimedLayout } from "../../../../analyzer/algorithms/timed-closure/timed-layout.ts";
import type { Dataset } from "../../../../analyzer/index.ts";
import { compileSystem } from "../../../../analyzer/system/compile-system.ts";
import { assetRow, connectionRow, datasetOf, dependencyRow } from "../../../support/rows.ts";

const layoutOf = (dataset: Dataset) => compileTimedLayout(compileSystem(dataset));
const assets = ["A", "B", "C"].map((id) => assetRow(id));

describe("compileTimedLayout", () => {
  it("feeds groups with lag and share, and leaves out what takes nothing", () => {
    const layout = layoutOf(
      datasetOf({
        assets,
        dependencies: [
          dependencyRow("A", "B", { lagHours: 2 }),
          dependencyRow("A", "C", { loss: 0 }),
          dependencyRow("B", "C", { group: "g", need: 0.4, share: 0.5, rule: "threshold" }),
        ],
      }),
    );
    expect([...layout.feedStart]).toEqual([0, 1, 2, 2]);
    expect([...layout.feedLagTicks]).toEqual([2e9, 0]);
    expect([...layout.inputNode]).toEqual([0, 1]);
  });

  it("rounds a buffer as the engine does: never to nothing", () => {
    const layout = layoutOf(
      datasetOf({
        assets,
        dependencies: [
          dependencyRow("A", "B", { bufferHours: 0.6e-9 }),
          dependencyRow("A", "C", { bufferHours: 4.6e-9 }),
          dependencyRow("B", "C"),
        ],
      }),
    );
    expect([...layout.groupLastsTicks].toSorted((x, y) => x - y)).toEqual([0, 1, 5]);
  });

  it("counts as given what a black start has from its own loop", () => {
    const layout = layoutOf(
      datasetOf({
        assets: [assetRow("A", { blackStart: true }), assetRow("B")],
        dependencies: [dependencyRow("A", "B"), dependencyRow("B", "A")],
      }),
    );
    expect([...layout.memberNode]).toEqual([-1, 0]);
  });

  it("says whose removal cuts a branch off, and whose disturbs a network otherwise", () => {
    const produces = { produces: [{ commodity: "electricity", amount: 10 }] };
    const layout = layoutOf(
      datasetOf({
        assets: [
          assetRow("A", produces),
          assetRow("B"),
          assetRow("C", { consumes: [{ commodity: "electricity", amount: 5 }] }),
          assetRow("D"),
          assetRow("E", produces),
        ],
        // A - B - C - D - E: without C, D still has E; without B, C still has E.
        connections: [
          connectionRow("A", "B"),
          connectionRow("B", "C"),
          connectionRow("C", "D"),
          connectionRow("D", "E"),
        ],
      }),
    );
    expect([...layout.disturbsNetwork]).toEqual([0, 0, 1, 0, 0]);
    expect(layout.branchStart.at(-1)).toBeGreaterThan(0);
    for (const node of layout.branchNode) expect(node).toBeGreaterThanOrEqual(5);
  });
});
