import { describe, expect, it } from "vitest";
import { feed, need } from "../../../../../datasets/recipes/open-region/rules/rule.ts";
import { asset, draftOf } from "../small-region.ts";

const draft = draftOf([asset("s", "substation", 0, 0), asset("h", "hospital", 0, 0.1), asset("p", "port", 0, 0)]);
const power = { ruleId: "R5", kind: "physical", commodity: "electricity", group: "power" } as const;

describe("what a rule makes", () => {
  it("is a need with the autonomy of the dependent, inferred by the authors unless it says otherwise", () => {
    expect(need(draft, "s", "p", 0.6, power)).toEqual({
      id: "R5:s>p",
      provider: "s",
      dependent: "p",
      kind: "physical",
      commodity: "electricity",
      group: "power",
      distanceKm: 0,
      method: "inferred",
      ruleId: "R5",
      confidence: 0.6,
      source: "authored",
    });
    expect(need(draft, "s", "h", 1, { ...power, method: "observed", source: "jrc-hydro", share: 0.5 })).toMatchObject({
      bufferHours: 48,
      share: 0.5,
      assumed: ["buffer_hours", "share"],
      method: "observed",
      source: "jrc-hydro",
      distanceKm: 11.1,
    });
  });

  it("is a connection of electricity between two assets", () => {
    expect(feed("R6", asset("s", "substation", 0, 0), asset("c", "city", 1, 0), 0.4)).toEqual({
      id: "R6:s~c",
      a: "s",
      b: "c",
      commodity: "electricity",
      lengthKm: 111.2,
      method: "inferred",
      ruleId: "R6",
      confidence: 0.4,
      source: "authored",
    });
  });

  it("joins nothing that is not in the draft", () => {
    expect(() => need(draft, "s", "nobody", 1, power)).toThrow("nobody");
  });
});
