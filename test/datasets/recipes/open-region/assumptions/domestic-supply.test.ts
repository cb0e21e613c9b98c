import { describe, expect, it } from "vitest";
import { assumeDomesticSupply } from "../../../../../datasets/recipes/open-region/assumptions/domestic-supply.ts";
import type { PlacedAsset } from "../../../../../datasets/recipes/open-region/draft.ts";
import { asset, draftOf } from "../small-region.ts";

const line = (a: string, b: string) => ({ id: `${a}~${b}`, a, b, commodity: "electricity", source: "authored" });
const city = (id: string, amount: number): PlacedAsset => ({
  ...asset(id, "city", 0, 0),
  consumes: [{ commodity: "electricity", amount }],
});
const substation = (id: string, state = "AA") => asset(id, "substation", 0, 0, { state });
const supplied = (assets: ReadonlyMap<string, PlacedAsset>) =>
  [...assets.values()].flatMap(({ id, kind, produces = [] }) => produces.map(({ amount }) => [id, kind, amount]));

describe("A2 where there are lines", () => {
  it("gives a State without plants 1.25 times what each city asks for, in equal parts on its feeds", () => {
    const draft = draftOf([city("c", 100), city("d", 10), substation("s1"), substation("s2")], { states: ["AA"] });
    draft.connections.push(line("s1", "c"), line("s2", "c"), line("s2", "d"));
    assumeDomesticSupply(draft, new Map([["AA", { electricityMw: 110 }]]));
    // 125 / 2, and 125 / 2 + 12.5.
    expect(supplied(draft.assets)).toEqual([
      ["s1", "power plant", 62.5],
      ["s2", "power plant", 75],
    ]);
    expect(draft.assets.get("s1")).toMatchObject({
      name: "Assumed domestic supply at s1",
      subsector: "assumed domestic supply",
      assumed: ["kind", "produces"],
    });
  });

  it("gives it at the substation with the most lines, where no city is on the grid", () => {
    const draft = draftOf([substation("s1"), substation("s2"), substation("s3")], { states: ["AA"] });
    draft.connections.push(line("s1", "s2"), line("s2", "s3"));
    assumeDomesticSupply(draft, new Map([["AA", { electricityMw: 100 }]]));
    expect(supplied(draft.assets)).toEqual([["s2", "power plant", 125]]);
  });

  it("gives nothing to a State with a plant, and tells of one without a substation", () => {
    const draft = draftOf([city("c", 100), substation("s1"), asset("p", "power plant", 0, 0)]);
    draft.connections.push(line("s1", "c"));
    assumeDomesticSupply(
      draft,
      new Map([
        ["AA", { electricityMw: 100 }],
        ["BB", { electricityMw: 100 }],
      ]),
    );
    expect(supplied(draft.assets)).toEqual([]);
    expect(draft.notes).toContain("A2: no supply for BB: it has no substation");
  });
});
