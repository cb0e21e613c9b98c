import { describe, expect, it } from "vitest";
import { coreVocabulary, joinVocabulary } from "../../../analyzer/index.ts";

describe("joinVocabulary", () => {
  it("adds own words behind the core's; one of the same id takes the place of the core's", () => {
    const space = { id: "space", title: "Space" };
    const food = { id: "food", title: "Feeding people" };
    const { sectors, kinds, commodities } = joinVocabulary({ sectors: [space, food] });
    expect(sectors).toEqual([...coreVocabulary.sectors.filter(({ id }) => id !== "food"), space, food]);
    expect(kinds).toEqual(coreVocabulary.kinds);
    expect(commodities).toEqual(coreVocabulary.commodities);
  });
});

describe("the core vocabulary", () => {
  it("begins with the six sectors of the mission", () => {
    const first = coreVocabulary.sectors.slice(0, 6).map(({ id }) => id);
    expect(first.toSorted()).toEqual(["energy", "finance", "food", "health", "transport", "water"]);
  });

  it("has each word once, a sector for each kind and a unit for each commodity", () => {
    for (const terms of Object.values(coreVocabulary)) {
      expect(new Set(terms.map(({ id }: { id: string }) => id)).size).toBe(terms.length);
    }
    const sectors = coreVocabulary.sectors.map(({ id }) => id);
    for (const { id, sector } of coreVocabulary.kinds) expect(sectors, id).toContain(sector);
    for (const { id, unit } of coreVocabulary.commodities) expect(unit, id).toMatch(/\w/);
  });
});
