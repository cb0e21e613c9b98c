import { describe, expect, it } from "vitest";
import { joinSettlement } from "../../../../../datasets/recipes/open-region/rules/o5-settlement.ts";
import { asset, draftOf } from "../small-region.ts";

describe("O5", () => {
  it("has the payment systems of the members settle in the common one, and tells of a member that has none", () => {
    const draft = draftOf([asset("fin:AA", "payment system", 0, 0)]);
    const system = { id: "fin:COMMON", name: "Common", state: "BB", lon: 1, lat: 0, note: "A fact" };
    joinSettlement(draft, { ...system, members: ["AA", "CC"] });
    expect(draft.assets.get("fin:COMMON")).toMatchObject({
      kind: "payment system",
      states: [{ state: "BB", share: 1 }],
      extra: { x_note: "A fact" },
    });
    expect(draft.dependencies).toEqual([
      {
        id: "O5:fin:COMMON>fin:AA",
        provider: "fin:COMMON",
        dependent: "fin:AA",
        kind: "cyber",
        commodity: "payments",
        group: "settlement",
        // Settlement can be put off by a day, which is assumed.
        bufferHours: 24,
        distanceKm: 111.2,
        method: "observed",
        ruleId: "O5",
        confidence: 1,
        source: "authored",
        assumed: ["buffer_hours"],
      },
    ]);
    expect(draft.notes).toEqual(["O5: fin:CC is no payment system of the dataset"]);
  });
});
