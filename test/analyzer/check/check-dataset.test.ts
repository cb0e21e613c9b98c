import { describe, expect, it } from "vitest";
import { checkDataset } from "../../../analyzer/index.ts";
import { assetRow, datasetOf } from "../../support/rows.ts";
import { context } from "../../support/rows-told.ts";

describe("checkDataset", () => {
  it("names both rows of a conflict", () => {
    const dataset = datasetOf({ assets: [assetRow("A"), assetRow("A")] });
    const [issue] = checkDataset(dataset, context);
    expect(issue?.text).toContain("row 2 of assets.csv");
  });

  it("counts what it does not show", () => {
    const dataset = datasetOf({ assets: Array.from({ length: 250 }, (_, index) => assetRow(`A${index}`)) });
    const issues = checkDataset(dataset, context);
    expect(issues).toHaveLength(101);
    expect(issues.at(-1)).toMatchObject({ code: "ISSUES_SHORTENED", value: "ASSET_ISOLATED", severity: "info" });
    expect(issues.at(-1)?.text).toContain("150");
  });

  it("says the same of the same dataset, and changes nothing", () => {
    const dataset = datasetOf({ assets: [assetRow("A", { lat: 95, lon: 1 }), assetRow("A")] });
    const before = structuredClone(dataset);
    expect(checkDataset(dataset, context)).toEqual(checkDataset(dataset, context));
    expect(dataset).toEqual(before);
  });

  it("repeats no more of a value than an issue can hold", () => {
    const [issue] = checkDataset(datasetOf({ assets: [assetRow("A", { sector: "s".repeat(5000) })] }), context);
    expect(issue?.value?.length).toBeLessThan(210);
  });
});
