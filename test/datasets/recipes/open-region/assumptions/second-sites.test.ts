import { describe, expect, it } from "vitest";
import { assumeSecondSites } from "../../../../../datasets/recipes/open-region/assumptions/second-sites.ts";
import type { PlacedAsset } from "../../../../../datasets/recipes/open-region/draft.ts";
import { need } from "../../../../../datasets/recipes/open-region/rules/rule.ts";
import { asset, draftOf } from "../small-region.ts";

/** A payment system at the capital, fed by `s0`, and these cities with their feeds. */
function sites(cities: readonly PlacedAsset[], feeds: readonly (readonly [string, string, number])[]) {
  const substations = ["s0", "s1", "s2"].map((id, index) => asset(id, "substation", index, 0));
  const draft = draftOf([asset("fin:AA", "payment system", 0, 0), ...substations, ...cities]);
  const power = { ruleId: "R9", kind: "physical", commodity: "electricity", group: "power" } as const;
  draft.dependencies.push(need(draft, "s0", "fin:AA", 0.8, power));
  draft.connections.push(
    ...feeds.map(([a, b, lengthKm]) => ({
      id: `R6:${a}~${b}`,
      a,
      b,
      commodity: "electricity",
      lengthKm,
      ruleId: "R6",
      source: "authored",
    })),
  );
  assumeSecondSites(draft);
  return { made: draft.dependencies.slice(1), notes: draft.notes };
}

// 0.4 degrees are 44.5 km, 0.5 degrees 55.6 km.
const suburb = asset("suburb", "city", 0.4, 0, { peopleServed: 900 });
const second = asset("second", "city", 0.5, 0, { peopleServed: 500 });
const third = asset("third", "city", 1, 0, { peopleServed: 400 });

describe("A4", () => {
  it("powers a payment system from the nearer feed of the largest city 50 km away and more", () => {
    const { made } = sites(
      [suburb, second, third],
      [
        ["s1", "second", 20],
        ["s2", "second", 9],
        ["s1", "third", 1],
        ["s1", "suburb", 1],
      ],
    );
    expect(made).toMatchObject([
      { id: "A4:s2>fin:AA", group: "power", bufferHours: 72, confidence: 0.3, assumed: ["provider", "buffer_hours"] },
    ]);
  });

  it("passes over a city without a feed", () => {
    expect(sites([second, third], [["s1", "third", 1]]).made.map(({ provider }) => provider)).toEqual(["s1"]);
  });

  it("tells where no other city of the State will do", () => {
    const { made, notes } = sites([suburb], [["s1", "suburb", 1]]);
    expect(made).toEqual([]);
    expect(notes).toEqual(["A4: no second site for fin:AA: no other city of the State has a feed"]);
  });
});
