import { describe, expect, it } from "vitest";
import { finalLayout } from "../../../../analyzer/algorithms/sets/final-layout.ts";
import { GreedyClosures } from "../../../../analyzer/algorithms/sets/greedy-closures.ts";
import type { Dataset } from "../../../../analyzer/index.ts";
import { compileSystem } from "../../../../analyzer/system/compile-system.ts";
import { compileTerritory } from "../../../../analyzer/system/territory.ts";
import { toTicks } from "../../../../analyzer/system/ticks.ts";
import { assetRow, connectionRow, datasetOf, dependencyRow } from "../../../support/rows.ts";
import { plantRow } from "../../../support/small-dataset.ts";

function layoutOf(dataset: Dataset, horizonHours = 10) {
  return finalLayout(compileSystem(dataset), compileTerritory(dataset), toTicks(horizonHours));
}

function picksOf(dataset: Dataset, count: number) {
  const layout = layoutOf(dataset);
  if (layout === null) throw new Error("failures alone do not decide");
  const closures = new GreedyClosures(layout);
  return Array.from({ length: count }, () => {
    const { asset, gain } = closures.next();
    return `${dataset.assets[asset]?.id} ${gain}`;
  });
}

const ids = (...names: string[]) => names.map((id) => assetRow(id));

describe("greedy closures", () => {
  it("take what is left after the picks before: a second loss can gain more than the first", () => {
    // D stands while A or B does, E needs D; C brings down F alone.
    const dataset = datasetOf({
      assets: ids("A", "B", "C", "D", "E", "F", "G"),
      dependencies: [
        ...["A", "B"].map((provider) => dependencyRow(provider, "D", { group: "g", need: 1 })),
        dependencyRow("D", "E"),
        dependencyRow("D", "G"),
        dependencyRow("C", "F"),
      ],
    });
    expect(picksOf(dataset, 7)).toEqual(["D 3", "C 2", "A 1", "B 1", "E 0", "F 0", "G 0"]);
    const others = datasetOf({
      assets: ids("A", "B", "C", "D", "E", "F"),
      dependencies: ["A", "B"].flatMap((provider) =>
        ["C", "D", "E", "F"].map((dependent) => dependencyRow(provider, dependent, { group: "g", need: 1 })),
      ),
    });
    expect(picksOf(others, 3)).toEqual(["A 1", "B 5", "C 0"]);
  });

  it("count unequal shares", () => {
    const shares = [
      ["A", 3],
      ["B", 2],
      ["C", 2],
    ] as const;
    const dataset = datasetOf({
      assets: ids("A", "B", "C", "D"),
      dependencies: shares.map(([provider, share]) =>
        dependencyRow(provider, "D", { group: "g", share, need: 3, rule: "threshold" }),
      ),
    });
    // A gone leaves 4, B gone as well 2.
    expect(picksOf(dataset, 3)).toEqual(["A 1", "B 2", "C 1"]);
  });
});

describe("final layouts", () => {
  const chain = (more: object) =>
    datasetOf({
      assets: ids("A", "B", "C"),
      dependencies: [dependencyRow("A", "B", more), dependencyRow("B", "C", more)],
    });

  it("need that everything has failed by the horizon", () => {
    expect(layoutOf(chain({ bufferHours: 3, lagHours: 1.5 }))).not.toBeNull();
    expect(layoutOf(chain({ bufferHours: 3, lagHours: 2 }))).toBeNull();
  });

  it("are refused where something may be left, and with networks", () => {
    expect(layoutOf(chain({ loss: 0.5 }))).toBeNull();
    const network = { assets: [plantRow("P", 10), assetRow("S")], connections: [connectionRow("P", "S")] };
    expect(layoutOf(datasetOf(network))).toBeNull();
  });
});
