import { describe, expect, it } from "vitest";
import { isScenario } from "../../../analyzer/run/is-scenario.ts";
import { lose, scenarioOf } from "../../support/small-scenario.ts";

const good = scenarioOf([lose("A", 0, 4)]);

describe("isScenario", () => {
  it("holds with and without what may be left out", () => {
    const select = {
      ids: ["A"],
      sector: "s",
      kind: "k",
      states: ["XA"],
      operator: "o",
      within: { lon: 0, lat: 0, km: 1 },
    };
    const shock = { select, availability: 0.5, fromHours: 1, hours: 2, likelihood: 0.5 };
    expect(isScenario({ ...scenarioOf([shock]), trials: 9, seed: 1, cause: "storm" })).toBe(true);
    expect(isScenario(good)).toBe(true);
    expect(isScenario(scenarioOf([]))).toBe(true);
  });

  it.each<[string, unknown]>([
    ["nothing", undefined],
    ["a null", null],
    ["a text", "gc-1"],
    ["no id", { ...good, id: undefined }],
    ["no title", { ...good, title: 1 }],
    ["a horizon in words", { ...good, horizonHours: "240" }],
    ["shocks that are no list", { ...good, shocks: {} }],
    ["a shock that is none", { ...good, shocks: [null] }],
    ["a shock without a selection", { ...good, shocks: [{ hours: 4 }] }],
    ["a selection that is none", { ...good, shocks: [{ select: "A" }] }],
    ["a selection by a list", { ...good, shocks: [{ select: ["A"] }] }],
    ["ids that are no list", { ...good, shocks: [{ select: { ids: 5 } }] }],
    ["an id that is no text", { ...good, shocks: [{ select: { ids: ["A", 5] } }] }],
    ["ids in one text", { ...good, shocks: [{ select: { ids: "AB" } }] }],
    ["States in one text", { ...good, shocks: [{ select: { states: "XA" } }] }],
    ["a sector that is a list", { ...good, shocks: [{ select: { sector: ["energy"] } }] }],
    [
      "a field that does not exist, and so would select everything",
      { ...good, shocks: [{ select: { sectors: "food" } }] },
    ],
    ["a misspelt field of a shock", { ...good, shocks: [{ select: { ids: ["A"] }, likelyhood: 0.5 }] }],
    ["a misspelt field of its own", { ...good, horizon: 4 }],
    ["a circle that is none", { ...good, shocks: [{ select: { within: null } }] }],
    ["a circle without a radius", { ...good, shocks: [{ select: { within: { lon: 1, lat: 2 } } }] }],
    ["hours in words", { ...good, shocks: [{ select: { ids: ["A"] }, hours: "4" }] }],
    ["hours that are null", { ...good, shocks: [{ select: { ids: ["A"] }, hours: null }] }],
    ["an availability that is null", { ...good, shocks: [{ select: { ids: ["A"] }, availability: null }] }],
  ])("does not hold: %s", (_, value) => {
    expect(isScenario(value)).toBe(false);
  });
});
