import { describe, expect, it } from "vitest";
import {
  hubRule,
  shortBy,
  supplyWithout,
  systemGroupRule,
  taken,
} from "../../../../analyzer/algorithms/timed-closure/group-rule.ts";
import type { Dependency } from "../../../../analyzer/index.ts";
import { compileSystem } from "../../../../analyzer/system/compile-system.ts";
import { assetRow, datasetOf, dependencyRow } from "../../../support/rows.ts";

/** The only group of Z, fed by A, B, C with these shares. */
function groupOf(shares: readonly number[], columns: Partial<Dependency>) {
  const providers = ["A", "B", "C"].slice(0, shares.length);
  return compileSystem(
    datasetOf({
      assets: [...providers, "Z"].map((id) => assetRow(id)),
      dependencies: providers.map((id, at) => dependencyRow(id, "Z", { group: "g", share: shares[at]!, ...columns })),
    }),
  );
}

function ruleOf(shares: readonly number[], columns: Partial<Dependency>, given: readonly number[] = []) {
  const memberNode = Int32Array.from(shares, (_, member) => (given.includes(member) ? -1 : member));
  return systemGroupRule(groupOf(shares, columns), memberNode, 0);
}

describe("systemGroupRule", () => {
  const count = shortBy.count;

  it.each([
    ["any one of three", [1, 1, 1], { need: 1 }, { by: count, spare: 2.5, partial: false }],
    ["any one of three, unequal", [1, 2, 3], { need: 1 }, { by: count, spare: 2.5, partial: false }],
    ["two of three", [1, 1, 1], { need: 2, rule: "threshold" }, { by: count, spare: 1.5, partial: false }],
    ["two of three, in proportion", [1, 1, 1], { need: 2 }, { by: count, spare: 1.5, partial: true }],
    ["all of three", [1, 1, 1], { need: 3, rule: "threshold" }, { by: count, spare: 0.5, partial: false }],
    ["one, of which half is lost", [1], { loss: 0.5 }, { by: count, spare: 0.5, partial: true }],
    ["one without loss", [1], { loss: 0 }, { by: shortBy.nothing }],
    ["unequal shares", [1, 2, 3], { need: 4, rule: "threshold" }, { by: shortBy.sum, partial: false }],
    ["unequal shares, in proportion", [1, 2, 3], { need: 4 }, { by: shortBy.sum, partial: true }],
  ] as const)("%s", (_, shares, columns, expected) => {
    expect(ruleOf(shares, columns)).toMatchObject(expected);
  });

  it("never falls short where what is given is enough", () => {
    expect(ruleOf([1, 1, 1], { need: 1 }, [2]).by).toBe(shortBy.nothing);
    expect(ruleOf([1, 1, 1], { need: 2, rule: "threshold" }, [2])).toMatchObject({ by: count, spare: 1.5 });
  });

  it("counts unequal shares in whole units, sure on both sides of a narrow doubt", () => {
    const rule = ruleOf([0.1, 0.2, 0.3], { need: 0.4, rule: "threshold" });
    const takes = [0.1, 0.2, 0.3].map((share) => taken(rule, share));
    for (const units of takes) expect(Number.isInteger(units)).toBe(true);
    // 0.2 may be lost exactly: only the sum of the shares can tell.
    expect(takes[0]).toBeLessThan(rule.spare);
    expect(takes[1]).toBeGreaterThan(rule.spare);
    expect(takes[1]).toBeLessThan(rule.spare + rule.doubt);
    expect(takes[2]).toBeGreaterThan(rule.spare + rule.doubt);
    expect(rule.doubt / (takes[2] ?? 0)).toBeLessThan(1e-6);
  });
});

describe("supplyWithout", () => {
  it("is what the members left give, of what is needed", () => {
    const without = (lost: readonly number[], columns: Partial<Dependency>) =>
      supplyWithout(groupOf([1, 2, 1], columns), 0, (member) => lost.includes(member));
    expect(without([], { need: 4 })).toBe(1);
    expect(without([1], { need: 4 })).toBe(0.5);
    expect(without([1], { need: 4, rule: "threshold" })).toBe(0);
    expect(without([0, 1, 2], { need: 4 })).toBe(0);
  });
});

describe("hubRule", () => {
  const hub = { producers: [0, 1], branches: [-1, -1], cutBy: [], disturbedBy: [] };

  it("of producers each of which is enough: all have to go", () => {
    expect(hubRule({ ...hub, amounts: [50, 60], bar: 40, isTotal: true })).toMatchObject({
      spare: 1.5,
      partial: false,
    });
  });

  it("of producers that share the load: partial once less than the bar is left", () => {
    const rule = hubRule({ ...hub, amounts: [50, 60], bar: 55, isTotal: false });
    expect(rule.partial).toBe(true);
    expect(taken(rule, 50)).toBeLessThan(rule.spare);
    expect(taken(rule, 60)).toBeGreaterThan(rule.spare);
  });
});
