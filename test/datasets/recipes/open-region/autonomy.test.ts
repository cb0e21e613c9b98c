import { describe, expect, it } from "vitest";
import { autonomies, autonomyColumns } from "../../../../datasets/recipes/open-region/autonomy.ts";
import { inferenceRules } from "../../../../datasets/recipes/open-region/rules/registry.ts";

describe("the table of autonomies", () => {
  it("has one row for each kind and group, with hours and a share that can be", () => {
    const keys = autonomies.map(({ kind, group }) => `${kind}, ${group}`);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { bufferHours, loss, why } of autonomies) {
      expect(bufferHours).toBeGreaterThanOrEqual(0);
      expect(loss).toBeGreaterThan(0);
      expect(loss).toBeLessThanOrEqual(1);
      expect(why).not.toBe("");
    }
  });

  it("has groups that a rule fills, and all groups of rules", () => {
    const filled = new Set(inferenceRules.flatMap(({ group }) => group ?? []));
    // O5, R17 and O4 are no rules of the registry: what they need is read with the sources.
    for (const group of ["settlement", "cooling-water", "water"]) filled.add(group);
    expect(new Set(autonomies.map(({ group }) => group))).toEqual(filled);
  });

  it("writes only what differs from the engine's 0 h and loss 1, and says that it is assumed", () => {
    // A hospital: 48 h of emergency power, then nothing; water: 24 h, then a tenth is lost.
    expect(autonomyColumns("hospital", "power")).toEqual({ columns: { bufferHours: 48 }, assumed: ["buffer_hours"] });
    expect(autonomyColumns("hospital", "water").columns).toEqual({ bufferHours: 24, loss: 0.1 });
    expect(autonomyColumns("hospital", "water").assumed.toSorted()).toEqual(["buffer_hours", "loss"]);
    expect(autonomyColumns("port", "power")).toEqual({ columns: {}, assumed: [] });
  });

  it("throws for a kind that has no row: every rule needs one", () => {
    expect(() => autonomyColumns("port", "gas")).toThrow("port, gas");
  });
});
