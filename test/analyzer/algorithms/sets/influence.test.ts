import { describe, expect, it } from "vitest";
import { downstreamWorth, influenceOf } from "../../../../analyzer/algorithms/sets/influence.ts";
import { compileSystem } from "../../../../analyzer/system/compile-system.ts";
import { assetRow, connectionRow, datasetOf, dependencyRow } from "../../../support/rows.ts";
import { plantRow } from "../../../support/small-dataset.ts";

describe("influence", () => {
  it("goes from an asset to its dependents and to the part of a network that it stands in", () => {
    // P-S and Q-T are two parts; H depends on S.
    const system = compileSystem(
      datasetOf({
        assets: [plantRow("P", 5), plantRow("Q", 5), ...["H", "S", "T"].map((id) => assetRow(id))],
        connections: [connectionRow("P", "S"), connectionRow("Q", "T")],
        dependencies: [dependencyRow("S", "H")],
      }),
    );
    const influence = influenceOf(system);
    expect(influence.nodeCount).toBe(7);
    // H, P, Q, S, T in order: everything downstream of P is S and H beside itself.
    expect([...downstreamWorth(influence, Float64Array.of(1, 10, 100, 1000, 10_000))]).toEqual([
      1, 1011, 10_100, 1001, 10_000, 1001, 10_000,
    ]);
  });

  it("of a loop is that of all of it, and nothing exceeds the sum of all", () => {
    const system = compileSystem(
      datasetOf({
        assets: ["A", "B", "C", "D"].map((id) => assetRow(id)),
        dependencies: [
          dependencyRow("A", "B"),
          dependencyRow("B", "A"),
          dependencyRow("A", "C"),
          dependencyRow("B", "D"),
          dependencyRow("C", "D"),
        ],
      }),
    );
    expect([...downstreamWorth(influenceOf(system), Float64Array.of(1, 1, 1, 1))]).toEqual([4, 4, 2, 1]);
  });
});
