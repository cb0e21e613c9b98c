import { describe, expect, it } from "vitest";
import { checkRules } from "../../../../../datasets/recipes/open-region/rules/check-rules.ts";
import { RecipeError } from "../../../../../datasets/recipes/recipe-error.ts";
import { smallRegion } from "../small-region.ts";

type Rules = Parameters<typeof checkRules>[0]["rules"];

function refusalOf(rules: Rules): unknown {
  try {
    checkRules({ ...smallRegion(), rules });
  } catch (error) {
    return error;
  }
  return null;
}

describe("the rules of a region file", () => {
  it.each<[string, Rules]>([
    ["with figures of their own", { R1: { reachKm: 30 }, R6: { reachKm: 5, count: 1 }, R17: { reachKm: 5 } }],
    ["as they are", { G1: {}, R14: {}, T2: {} }],
    ["left out", {}],
  ])("may be named %s", (_, rules) => {
    expect(refusalOf(rules)).toBeNull();
  });

  it.each<[string, Rules, string]>([
    ["a rule that is not there", { R99: {} }, "rules that are not there: R99"],
    ["a count of a rule that has its own", { R1: { count: 3 } }, "no effect: count of R1"],
    ["a reach of a rule without one", { G1: { reachKm: 5 }, R14: { reachKm: 5 } }, "reachKm of G1, reachKm of R14"],
  ])("are refused for %s", (_, rules, says) => {
    const error = refusalOf(rules);
    expect(error).toBeInstanceOf(RecipeError);
    expect(error).toMatchObject({ code: "RECIPE_REGION_MALFORMED", message: expect.stringContaining(says) });
  });
});
