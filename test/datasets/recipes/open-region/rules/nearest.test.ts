import { describe, expect, it } from "vitest";
import { confidenceAt, feedSteps, nearestRule } from "../../../../../datasets/recipes/open-region/rules/nearest.ts";
import { asset, draftOf } from "../small-region.ts";

const rule = {
  id: "T9",
  title: "for this test",
  providers: ["substation"],
  dependents: ["hospital"],
  count: 2,
  reachKm: 60,
  kind: "physical",
  commodity: "electricity",
  group: "power",
  confidence: feedSteps,
} as const;

// On the equator a tenth of a degree is 11.12 km.
const assets = [
  asset("h", "hospital", 0, 0),
  asset("near", "substation", 0.05, 0),
  asset("abroad", "substation", 0.06, 0, { state: "BB" }),
  asset("middle", "substation", 0.2, 0),
  asset("far", "substation", -0.5, 0),
  asset("beyond", "substation", 0.55, 0),
];

describe("the confidence of a distance", () => {
  it("is that of the first step that is not exceeded", () => {
    expect([0, 10, 10.01, 30, 30.01, 5000].map((km) => confidenceAt(feedSteps, km))).toEqual([
      0.8, 0.8, 0.6, 0.6, 0.4, 0.4,
    ]);
    expect(confidenceAt([[10, 0.5]], 11)).toBe(0);
  });
});

describe("the rule of nearness", () => {
  it("joins the nearest of the State within reach, any of which is enough", () => {
    const draft = draftOf(assets);
    nearestRule(rule).join(draft, {});
    expect(draft.dependencies).toEqual([
      {
        id: "T9:near>h",
        provider: "near",
        dependent: "h",
        kind: "physical",
        commodity: "electricity",
        group: "power",
        // A hospital runs 48 h on its own, which is assumed.
        bufferHours: 48,
        distanceKm: 5.6,
        method: "inferred",
        ruleId: "T9",
        confidence: 0.8,
        source: "authored",
        assumed: ["buffer_hours"],
      },
      expect.objectContaining({ id: "T9:middle>h", distanceKm: 22.2, confidence: 0.6 }),
    ]);
    expect(draft.connections).toEqual([]);
  });

  it("takes the count and the reach of the region", () => {
    const draft = draftOf(assets);
    nearestRule(rule).join(draft, { count: 9 });
    // 0.55 degrees are 61.2 km.
    expect(draft.dependencies.map(({ provider }) => provider)).toEqual(["near", "middle", "far"]);
    const narrow = draftOf(assets);
    nearestRule(rule).join(narrow, { count: 9, reachKm: 10 });
    expect(narrow.dependencies.map(({ provider }) => provider)).toEqual(["near"]);
  });

  it("looks over borders where it says so", () => {
    const draft = draftOf(assets);
    nearestRule({ ...rule, overBorders: true }).join(draft, {});
    expect(draft.dependencies.map(({ provider }) => provider)).toEqual(["near", "abroad"]);
  });

  it("gives equal parts that make a whole where it says so, and no part where there is one provider", () => {
    const draft = draftOf(assets);
    nearestRule({ ...rule, count: 3, inParts: true }).join(draft, {});
    expect(draft.dependencies.map(({ share }) => share)).toEqual([1 / 3, 1 / 3, 1 / 3]);
    expect(draft.dependencies[0]?.assumed).toEqual(["buffer_hours", "share"]);
    const one = draftOf(assets);
    nearestRule({ ...rule, count: 1, inParts: true }).join(one, {});
    expect(one.dependencies[0]).not.toHaveProperty("share");
  });

  it("leaves out dependents that do not have the need", () => {
    const draft = draftOf([...assets, asset("h2", "hospital", 0.1, 0, { subsector: "clinic" })]);
    nearestRule({ ...rule, count: 1, accept: ({ subsector }) => subsector === "clinic" }).join(draft, {});
    expect(draft.dependencies.map(({ dependent }) => dependent)).toEqual(["h2"]);
  });
});
