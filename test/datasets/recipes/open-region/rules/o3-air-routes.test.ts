import { describe, expect, it } from "vitest";
import { joinAirRoutes } from "../../../../../datasets/recipes/open-region/rules/o3-air-routes.ts";
import { asset, draftOf } from "../small-region.ts";

describe("O3", () => {
  it("connects two airports, as observed, and has nobody depend on the route", () => {
    const draft = draftOf([asset("air:1", "airport", 0, 0), asset("air:2", "airport", 0, 1)]);
    joinAirRoutes(draft, [["air:1", "air:2"]]);
    expect(draft.connections).toEqual([
      {
        id: "O3:air:1~air:2",
        a: "air:1",
        b: "air:2",
        commodity: "air-traffic",
        lengthKm: 111.2,
        method: "observed",
        ruleId: "O3",
        confidence: 1,
        source: "air-routes",
      },
    ]);
    expect(draft.dependencies).toEqual([]);
  });

  it("does not connect what is not there", () => {
    expect(() => joinAirRoutes(draftOf([]), [["air:1", "air:2"]])).toThrow("air:1");
  });
});
