import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Dataset } from "../../../analyzer/index.ts";
import {
  assetCells,
  connectionCells,
  dependencyCells,
  fileSetFromBytes,
  parseAssetCells,
  parseConnectionCells,
  parseDependencyCells,
  readDataset,
  writeBundle,
  writeDatasetFolder,
} from "../../../datasets/formats/index.ts";
import { assetRow, datasetOf, dependencyRow } from "../../support/rows.ts";
import { encode, filesOf, zipOf } from "../../support/rows-as-files.ts";
import { randomDataset } from "../../support/rows-at-random.ts";

async function read(files: Parameters<typeof readDataset>[0]): Promise<Dataset | null> {
  const { dataset, issues } = await readDataset(files);
  expect(issues.filter(({ severity }) => severity === "error")).toEqual([]);
  return dataset;
}

describe("what is written is read again as it was", () => {
  it("rows as cells", () => {
    fc.assert(
      fc.property(randomDataset, ({ assets, dependencies, connections }) => {
        expect(assets.map((row) => parseAssetCells(assetCells(row)))).toStrictEqual(assets);
        expect(dependencies.map((row) => parseDependencyCells(dependencyCells(row)))).toStrictEqual(dependencies);
        expect(connections.map((row) => parseConnectionCells(connectionCells(row)))).toStrictEqual(connections);
      }),
      { numRuns: 1000 },
    );
  });

  it("as folder, bundle, zip of the folder and zip of the bundle", async () => {
    await fc.assert(
      fc.asyncProperty(randomDataset, async (dataset) => {
        const folder = writeDatasetFolder(dataset);
        const bundle = writeBundle(dataset);
        expect(await read(filesOf(Object.fromEntries(folder)))).toStrictEqual(dataset);
        expect(await read(fileSetFromBytes("b.json", encode(bundle)))).toStrictEqual(dataset);
        expect(await read(fileSetFromBytes("f.zip", await zipOf(folder)))).toStrictEqual(dataset);
        expect(await read(fileSetFromBytes("b.zip", await zipOf([["b.json", bundle]])))).toStrictEqual(dataset);
      }),
      { numRuns: 100 },
    );
  }, 60_000);

  it("with equal bytes the second time", async () => {
    await fc.assert(
      fc.asyncProperty(randomDataset, async (dataset) => {
        const folder = writeDatasetFolder(dataset);
        const again = await read(filesOf(Object.fromEntries(folder)));
        expect(again === null ? null : writeDatasetFolder(again)).toEqual(folder);
      }),
      { numRuns: 100 },
    );
  });
});

describe("writeDatasetFolder", () => {
  it("writes columns in use, in order, with own columns last", () => {
    const files = writeDatasetFolder(
      datasetOf({
        assets: [
          assetRow("B", { lon: 1.5, lat: -2, extra: { x_b: "2", x_a: "1" } }),
          assetRow("A", {
            states: [
              { state: "XA", share: 0.5 },
              { state: "XB", share: 0.5 },
            ],
            produces: [{ commodity: "gas", amount: 40 }, { commodity: "heat" }],
            blackStart: true,
          }),
        ],
        dependencies: [dependencyRow("@electricity", "B")],
      }),
    );
    expect([...files.keys()]).toEqual(["dataset.json", "assets.csv", "dependencies.csv"]);
    expect(files.get("assets.csv")).toBe(
      [
        "id,name,sector,kind,states,lon,lat,black_start,produces,source,x_a,x_b",
        "A,A,energy,substation,XA|XB,,,true,gas:40|heat,made-up,,",
        "B,B,energy,substation,XA,1.5,-2,,,made-up,1,2",
        "",
      ].join("\n"),
    );
    // The network is written plainly where it is a provider; an id that starts like a formula is guarded.
    expect(files.get("dependencies.csv")).toContain("\n'@electricity>B,@electricity,B,made-up\n");
  });
});
