import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyChange, datasetChange, reversedChange } from "../../../analyzer/index.ts";
import { datasetArbitrary } from "../../contract/dataset-arbitrary.ts";
import { sampleDataset } from "../../contract/sample-dataset.ts";

describe("datasetChange", () => {
  it("leads from one dataset to the other and back, on 300 pairs", () => {
    const pairs = fc.tuple(datasetArbitrary("one"), datasetArbitrary("one"));
    fc.assert(
      fc.property(pairs, ([before, after]) => {
        const change = datasetChange(before, after);
        expect(applyChange(before, change)).toEqual(after);
        expect(applyChange(after, reversedChange(change))).toEqual(before);
      }),
      { numRuns: 300 },
    );
  });

  it("holds the rows that differ and no others", () => {
    const before = sampleDataset("one");
    const after = {
      ...before,
      assets: before.assets.map((asset) => (asset.id === "G1" ? { ...asset, name: "other" } : asset)),
      connections: before.connections.slice(1),
    };
    const { description, assets, dependencies, connections } = datasetChange(before, after);
    expect(description).toBeNull();
    expect(assets.removed.map(({ id }) => id)).toEqual(["G1"]);
    expect(assets.added.map(({ name }) => name)).toEqual(["other"]);
    expect(dependencies).toEqual({ removed: [], added: [] });
    expect(connections).toEqual({ removed: [before.connections[0]], added: [] });
  });
});
