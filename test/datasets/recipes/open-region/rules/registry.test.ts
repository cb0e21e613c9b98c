import { describe, expect, it } from "vitest";
import { inferenceRules, ruleIds, ruleTitles } from "../../../../../datasets/recipes/open-region/rules/registry.ts";
import type { Rule } from "../../../../../datasets/recipes/open-region/rules/rule.ts";
import { asset, draftOf } from "../small-region.ts";

/** A degree of longitude on the equator, by the mean radius of the Earth. */
const kmPerDegree = (6371.0088 * Math.PI) / 180;

/** The rules of nearness as data.md has them: who provides for whom, how many, within which reach, in which group. */
const near: readonly [id: string, provider: string, dependent: string, count: number, km: number, group: string][] = [
  ["R2", "gas node", "power plant", 1, 60, "gas"],
  ["R3", "substation", "airport", 2, 80, "power"],
  ["R4", "substation", "port", 1, 80, "power"],
  ["R4b", "substation", "fertiliser plant", 1, 80, "power"],
  ["R5", "substation", "hospital", 1, 60, "power"],
  ["R8", "gas node", "fertiliser plant", 1, 80, "gas"],
  ["R9", "substation", "payment system", 2, 80, "power"],
  ["R10", "port", "fertiliser plant", 1, 100, "sea-access"],
  ["R11", "airport", "city", 2, 60, "air-access"],
  ["R12", "port", "city", 1, 60, "sea-access"],
  ["R13", "reservoir", "city", 2, 80, "water"],
  ["R15", "airport", "hospital", 1, 40, "air-access"],
  ["R16", "reservoir", "hospital", 1, 60, "water"],
  ["R18", "substation", "railway station", 2, 60, "power"],
];

function ruleOf(id: string): Rule {
  const rule = inferenceRules.find((each) => each.id === id);
  if (rule === undefined) throw new Error(`no rule ${id}`);
  return rule;
}

describe("the registry of rules", () => {
  it("has each id once, and a title for each", () => {
    expect(new Set(ruleIds).size).toBe(ruleIds.length);
    expect(ruleIds.filter((id) => !ruleTitles.has(id))).toEqual([]);
  });

  it("applies networks before what they feed", () => {
    const order = inferenceRules.map(({ id }) => id);
    const last = Math.max(...["G1", "G2", "R1", "R6"].map((id) => order.indexOf(id)));
    const dependencies = inferenceRules.filter(({ group }) => group !== null).map(({ id }) => order.indexOf(id));
    expect(Math.min(...dependencies)).toBeGreaterThan(last);
  });

  it.each(near)("%s: from the nearest %s to %s, %i within %i km", (id, provider, dependent, count, km, group) => {
    const at = (share: number): number => (share * km) / kmPerDegree;
    const places = [
      asset("d", dependent, 0, 0, { subsector: "natural-gas" }),
      asset("p3", provider, -at(0.9), 0),
      asset("p1", provider, at(0.99), 0),
      asset("p2", provider, at(0.95), 0),
      asset("p4", provider, at(1.01), 0),
    ];
    const draft = draftOf(places);
    ruleOf(id).join(draft, {});
    const ids = ["p3", "p2"].slice(0, count).map((each) => `${id}:${each}>d`);
    expect(draft.dependencies.map((row) => row.id)).toEqual(ids);
    expect(new Set(draft.dependencies.map((row) => row.group))).toEqual(new Set([group]));
    const shares = draft.dependencies.map(({ share = 1 }) => share);
    // Reservoirs cover a half each; of all others any one is enough.
    expect(shares).toEqual(ids.map(() => (id === "R13" ? 0.5 : 1)));
    expect(ruleOf(id).group).toBe(group);
    const abroad = draftOf([
      asset("d", dependent, 0, 0, { subsector: "natural-gas" }),
      asset("p", provider, 0, 0, { state: "BB" }),
    ]);
    ruleOf(id).join(abroad, {});
    expect(abroad.dependencies).toHaveLength(id === "R11" ? 1 : 0);
  });

  it("R2 feeds only plants that burn natural gas", () => {
    const draft = draftOf([asset("c", "power plant", 0, 0, { subsector: "hard-coal" }), asset("g", "gas node", 0, 0)]);
    ruleOf("R2").join(draft, {});
    expect(draft.dependencies).toEqual([]);
  });

  it("R14 has the payment system of its State serve a city, however far", () => {
    const draft = draftOf([
      asset("city:1", "city", 0, 0),
      asset("city:2", "city", 0, 0, { state: "BB" }),
      asset("fin:AA", "payment system", 9, 9),
    ]);
    ruleOf("R14").join(draft, {});
    expect(draft.dependencies).toMatchObject([
      { id: "R14:fin:AA>city:1", group: "payments", bufferHours: 24, loss: 0.2 },
    ]);
  });
});
