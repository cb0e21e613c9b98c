import { describe, expect, it } from "vitest";
import { assumeCityDemand } from "../../../../../datasets/recipes/open-region/assumptions/city-demand.ts";
import { asset, draftOf } from "../small-region.ts";

const grid = (city: string) => ({ id: city, a: "s", b: city, commodity: "electricity", source: "authored" });

describe("A1", () => {
  it("spreads the consumption of a State over its cities on the grid by their people, in tenths of a MW", () => {
    const draft = draftOf([
      asset("large", "city", 0, 0, { peopleServed: 2_000_000 }),
      asset("small", "city", 0, 0, { peopleServed: 1_000_000 }),
      asset("dark", "city", 0, 0, { peopleServed: 9_000_000 }),
    ]);
    draft.connections.push(grid("large"), grid("small"));
    assumeCityDemand(draft, new Map([["AA", { electricityMw: 100 }]]));
    // Two thirds and one third of 100 MW; the city without a feed asks for nothing.
    expect(draft.assets.get("large")).toMatchObject({
      consumes: [{ commodity: "electricity", amount: 66.7 }],
      assumed: ["consumes"],
    });
    expect(draft.assets.get("small")?.consumes).toEqual([{ commodity: "electricity", amount: 33.3 }]);
    expect(draft.assets.get("dark")).not.toHaveProperty("consumes");
    expect(draft.notes).toEqual([]);
  });

  it("states none where the consumption or the people are not known, and says so: unknown is no 0", () => {
    const draft = draftOf([
      asset("counted", "city", 0, 0, { peopleServed: 10 }),
      asset("uncounted", "city", 0, 0),
      asset("b", "city", 0, 0, { state: "BB", peopleServed: 10 }),
    ]);
    draft.connections.push(grid("counted"), grid("uncounted"), grid("b"));
    assumeCityDemand(
      draft,
      new Map([
        ["AA", { electricityMw: 100 }],
        ["BB", { gasBcm: 1 }],
      ]),
    );
    expect(draft.assets.get("counted")?.consumes).toEqual([{ commodity: "electricity", amount: 100 }]);
    for (const id of ["uncounted", "b"]) {
      expect(draft.assets.get(id)).not.toHaveProperty("consumes");
      expect(draft.notes).toContain(`A1: no demand for ${id} (${id}): no national consumption or no people are known`);
    }
  });
});
