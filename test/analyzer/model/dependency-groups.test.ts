import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inputGroups } from "../../../analyzer/index.ts";
import { dependencyGroups } from "../../../analyzer/model/dependency-groups.ts";
import { assetRow, datasetOf, dependencyRow } from "../../support/rows.ts";

const row = fc.record({
  dependent: fc.constantFrom("A", "B", "nowhere", "elsewhere"),
  group: fc.constantFrom(undefined, "g", "h", "2"),
});

describe("dependencyGroups", () => {
  it("are the input groups of the rows, and keep dependents apart that are no assets", () => {
    fc.assert(
      fc.property(fc.array(row), (stated) => {
        const dependencies = stated.map(({ dependent, group }, at) =>
          dependencyRow("A", dependent, { id: String(at), ...(group === undefined ? {} : { group }) }),
        );
        const dataset = datasetOf({ assets: [assetRow("A"), assetRow("B")], dependencies });
        const { rows, start } = dependencyGroups(dataset);
        const found = Array.from({ length: start.length - 1 }, (_, group) => [
          ...rows.subarray(start[group], start[group + 1]),
        ]);
        const expected = inputGroups(dataset.dependencies).map((group) => [...group.rows]);
        expect(found.toSorted((one, other) => one[0]! - other[0]!)).toEqual(expected);
      }),
    );
  });

  it("are made once", () => {
    const dataset = datasetOf({ assets: [assetRow("A")], dependencies: [dependencyRow("A", "A")] });
    expect(dependencyGroups(dataset)).toBe(dependencyGroups(dataset));
  });
});
