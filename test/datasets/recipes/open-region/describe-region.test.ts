import { describe, expect, it } from "vitest";
import { describeRegion } from "../../../../datasets/recipes/open-region/describe-region.ts";
import { smallRegion } from "./small-region.ts";

describe("the description of a region", () => {
  const region = smallRegion({
    creditedSources: ["world-factbook"],
    assumptions: [{ id: "places", text: "Rounded." }],
  });

  it("credits the sources of the rows and those of the region file, in the order of the list", () => {
    const { sources } = describeRegion(region, [
      { source: "wri-gppd" },
      { source: "sea-ports" },
      { source: "sea-ports" },
    ]);
    expect(sources.map(({ id }) => id)).toEqual(["sea-ports", "world-factbook", "wri-gppd"]);
    expect(describeRegion(smallRegion(), []).sources).toEqual([]);
  });

  it("states the autonomy of the groups that rows fill, in figures and with why", () => {
    const { assumptions = [] } = describeRegion(region, [{ group: "settlement" }]);
    expect(assumptions).toEqual([
      { id: "places", text: "Rounded." },
      {
        id: "autonomy-payment-system-settlement",
        text: "Without settlement, the asset kind payment system runs 24 h, then loses 1 of its function: settlement put off by a day.",
      },
    ]);
  });

  it("says what the rules of the rows mean, after the assumptions of the file", () => {
    const { assumptions = [] } = describeRegion(region, [{ ruleId: "R5" }, { ruleId: "O1" }]);
    expect(assumptions.map(({ id }) => id)).toEqual(["places", "rule-O1", "rule-R5"]);
    expect(assumptions[2]?.text).toBe("R5: nearest substation to hospital <= 60 km.");
  });

  it("explains the words that are not of the common vocabulary, where rows use them", () => {
    expect(describeRegion(region, [{ kind: "port", commodity: "electricity" }])).not.toHaveProperty("vocabulary");
    expect(describeRegion(region, [{ kind: "national grid" }, { commodity: "gas" }]).vocabulary).toEqual({
      kinds: [{ id: "national grid", title: "National grid", sector: "energy" }],
      commodities: [{ id: "gas", title: "Natural gas", unit: "GWh/h" }],
    });
  });

  it("names the States that the common list has not", () => {
    expect(describeRegion(region, [])).not.toHaveProperty("states");
    const names = [{ code: "XK", name: "Kosovo" }];
    expect(describeRegion(smallRegion({ names }), []).states).toEqual(names);
  });
});
