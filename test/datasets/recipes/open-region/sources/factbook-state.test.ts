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
  });

  it("are known by that code where the extract has lost the name", () => {
    expect(factbookState("none", "en")).toBe("EE");
    expect(factbookState("none", "ae")).toBe("AE");
    expect(factbookState("C&ocirc;te d'Ivoire", "iv")).toBe("CI");
    // In ISO, MC is Monaco, whose name is there.
    expect(factbookState("Macau", "mc")).toBe("MO");
    expect(factbookState("Monaco", "mn")).toBe("MC");
  });

  it("are none where the name is nobody's", () => {
    expect(factbookState("none", "zz")).toBeNull();
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
    // All but the European Union, and Gaza and the West Bank, which have one code in ISO.
    const unknown = rows.filter((row) => factbookState(row["country"] ?? "", row["factbook_code"]) === null);
    expect([...new Set(unknown.map((row) => row["factbook_code"] ?? ""))].sort()).toEqual(["ee", "gz", "we"]);
  });
});
