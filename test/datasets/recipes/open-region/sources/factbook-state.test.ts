import { describe, expect, it } from "vitest";
import { factbookState } from "../../../../../datasets/recipes/open-region/sources/factbook-state.ts";
import { onRawData } from "../raw-folder.ts";
import { plainRows } from "../small-region.ts";

describe("States of the World Factbook", () => {
  it("are known by their name, never by the Factbook's own code, which means another State in ISO", () => {
    // gm is Germany's own code; in ISO it is the Gambia's.
    expect(factbookState("Germany", "gm")).toBe("DE");
    expect(factbookState("Burma")).toBe("MM");
    expect(factbookState("DRC")).toBe("CD");
    expect(factbookState("UK")).toBe("GB");
    expect(factbookState("none", "en")).toBe("EE");
  });

  it("are none where the name is nobody's", () => {
    expect(factbookState("none", "ae")).toBeNull();
    expect(factbookState("Atlantis")).toBeNull();
  });

  onRawData("are one for each code of its files", async () => {
    const rows = await plainRows("world-factbook/trade_partners.csv");
    const codes = new Map<string, Set<string>>();
    for (const { country = "", factbook_code: code = "" } of rows) {
      const state = factbookState(country, code);
      if (state !== null) codes.set(state, (codes.get(state) ?? new Set()).add(code));
    }
    expect([...codes].filter(([, own]) => own.size > 1)).toEqual([]);
    expect(codes.size).toBeGreaterThan(190);
  });
});
