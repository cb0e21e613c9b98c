import { describe, expect, it } from "vitest";
import { dependencyColumns } from "../../../analyzer/model/dependency-columns.ts";
import { compileNetworks } from "../../../analyzer/system/compile-networks.ts";
import { nobody, systemColumns } from "../../../analyzer/system/system-columns.ts";
import { assetRow, connectionRow, datasetOf, dependencyRow } from "../../support/rows.ts";

const assets = [
  assetRow("A", { produces: [{ commodity: "electricity" }] }),
  assetRow("B", { consumes: [{ commodity: "electricity" }] }),
  assetRow("C"),
];
const connections = [connectionRow("A", "B"), connectionRow("B", "C")];
const networks = compileNetworks(assets, connections, new Map(assets.map(({ id }, position) => [id, position])));

describe("systemColumns", () => {
  it("are those of the dataset where there is no network", () => {
    const dataset = datasetOf({ assets, dependencies: [dependencyRow("A", "B", { need: 2 })] });
    expect(systemColumns(dataset, [])).toEqual(dependencyColumns(dataset));
  });

  it("bind rows of networks, and add one for each asset of a network that has none and does not produce", () => {
    const dependencies = [
      dependencyRow("@electricity", "B", { id: "1", group: "own", bufferHours: 3 }),
      dependencyRow("@gas", "B", { id: "2" }),
      dependencyRow("A", "C", { id: "3" }),
    ];
    const columns = systemColumns(datasetOf({ assets, dependencies, connections }), networks);
    expect([...columns.provider]).toEqual([-1, nobody, 0, -1]);
    expect([...columns.dependent]).toEqual([1, 1, 2, 2]);
    expect(Array.from(columns.group, (number) => columns.groupNames[number])).toEqual([
      "own",
      "@gas",
      "3",
      "@electricity",
    ]);
    expect([...columns.bufferHours]).toEqual([3, Number.NaN, Number.NaN, Number.NaN]);
    expect([...columns.rule]).toEqual([-1, -1, -1, -1]);
  });

  it("throws where a row names no asset", () => {
    const columnsOf = (provider: string, dependent: string) => () =>
      systemColumns(datasetOf({ assets, dependencies: [dependencyRow(provider, dependent)] }), []);
    expect(columnsOf("A", "nowhere")).toThrow(RangeError);
    expect(columnsOf("nowhere", "A")).toThrow(RangeError);
  });
});
