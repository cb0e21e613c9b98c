import { describe, expect, it } from "vitest";
import { possibleLosses } from "../../../../analyzer/algorithms/lanes/possible-losses.ts";
import type { Asset, Connection, Dependency } from "../../../../analyzer/index.ts";
import { compileSystem } from "../../../../analyzer/system/compile-system.ts";
import { assetRow, connectionRow, datasetOf, dependencyRow } from "../../../support/rows.ts";

interface Rows {
  readonly assets: readonly Asset[];
  readonly dependencies?: readonly Dependency[];
  readonly connections?: readonly Connection[];
}

/** What can be lost when some assets may be shocked, by id, and what stands in the way. */
function losses(rows: Rows, shockedIds: readonly string[], likelihood = 1) {
  const system = compileSystem(datasetOf(rows));
  const found = possibleLosses({
    system,
    shocked: Int32Array.from(shockedIds, (id) => system.assetIds.indexOf(id)),
    memberLikelihood: new Float64Array(system.memberGroup.length).fill(likelihood),
  });
  return {
    lost: system.assetIds.filter((_, asset) => found.lost[asset] === 1).join(" "),
    obstacles: found.obstacles.map((obstacle) =>
      obstacle.kind === "group"
        ? `group of ${system.assetIds[system.groupAsset[obstacle.group]!]}`
        : `network of ${system.assetIds[obstacle.asset]}`,
    ),
  };
}

const [a, b, c] = [assetRow("A"), assetRow("B"), assetRow("C")];
const either = { group: "g", need: 1 } as const;

describe("possibleLosses", () => {
  it("follows dependencies from any shock, through loops", () => {
    const dependencies = [dependencyRow("A", "B"), dependencyRow("B", "C"), dependencyRow("C", "B")];
    expect(losses({ assets: [a, b, c], dependencies }, ["A"])).toEqual({ lost: "A B C", obstacles: [] });
    expect(losses({ assets: [a, b, c], dependencies }, ["C", "C"])).toEqual({ lost: "B C", obstacles: [] });
    expect(losses({ assets: [a, b, c], dependencies }, [])).toEqual({ lost: "", obstacles: [] });
  });

  it("leaves out dependencies that never pass on, groups that take nothing and buffers that never run out", () => {
    expect(losses({ assets: [a, b], dependencies: [dependencyRow("A", "B")] }, ["A"], 0).lost).toBe("A");
    for (const more of [{ loss: 0 }, { bufferHours: Number.POSITIVE_INFINITY }]) {
      expect(losses({ assets: [a, b], dependencies: [dependencyRow("A", "B", more)] }, ["A"]).lost).toBe("A");
    }
  });

  it("knows that any one of two is enough until both are gone", () => {
    const dependencies = [dependencyRow("A", "C", either), dependencyRow("B", "C", either)];
    expect(losses({ assets: [a, b, c], dependencies }, ["A"])).toEqual({ lost: "A", obstacles: [] });
    expect(losses({ assets: [a, b, c], dependencies }, ["A", "B"])).toEqual({ lost: "A B C", obstacles: [] });
  });

  it("knows that a black start does without its own loop", () => {
    const own = assetRow("B", { blackStart: true });
    const dependencies = [dependencyRow("B", "C"), dependencyRow("C", "B")];
    expect(losses({ assets: [own, c], dependencies }, ["C"]).lost).toBe("C");
  });

  it("names groups that can leave something", () => {
    const halves = [
      dependencyRow("A", "C", { ...either, share: 0.5 }),
      dependencyRow("B", "C", { ...either, share: 0.5 }),
    ];
    expect(losses({ assets: [a, b, c], dependencies: halves }, ["A"]).obstacles).toEqual(["group of C"]);
    const partly = [dependencyRow("A", "C", { loss: 0.6 })];
    expect(losses({ assets: [a, c], dependencies: partly }, ["A"]).obstacles).toEqual(["group of C"]);
    const threshold = halves.map((row) => ({ ...row, rule: "threshold" as const }));
    expect(losses({ assets: [a, b, c], dependencies: threshold }, ["A"])).toEqual({ lost: "A C", obstacles: [] });
  });

  it("does not mind a partial group that nothing reaches", () => {
    const dependencies = [dependencyRow("B", "C", { loss: 0.5 })];
    expect(losses({ assets: [a, b, c], dependencies }, ["A"])).toEqual({ lost: "A", obstacles: [] });
  });

  it("names assets whose loss a network notices, and lets the last of a line go", () => {
    const plant = assetRow("A", { produces: [{ commodity: "electricity", amount: 10 }] });
    const user = assetRow("C", { consumes: [{ commodity: "electricity", amount: 5 }] });
    const rows = { assets: [plant, b, user], connections: [connectionRow("A", "B"), connectionRow("B", "C")] };
    expect(losses(rows, ["A"]).obstacles).toEqual(["network of A"]);
    expect(losses(rows, ["B"]).obstacles).toEqual(["network of B"]);
    expect(losses(rows, ["C"])).toEqual({ lost: "C", obstacles: [] });
    // Not shocked, B still conducts; a plant that falls by itself no longer feeds.
    const supplied = { ...rows, assets: [...rows.assets, assetRow("D")] };
    expect(losses({ ...supplied, dependencies: [dependencyRow("D", "B")] }, ["D"]).obstacles).toEqual([]);
    expect(losses({ ...supplied, dependencies: [dependencyRow("D", "A")] }, ["D"]).obstacles).toEqual(["network of A"]);
  });
});
