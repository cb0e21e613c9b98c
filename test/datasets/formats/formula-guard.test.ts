import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { guardFormula, unguardFormula } from "../../../datasets/formats/formula-guard.ts";

describe("guardFormula", () => {
  it.each(["=1+1", "+1", "-1+2", "@SUM(A1)", "\t=1", "\r=1", " =1", "\u00a0=1", "＝1", "=cmd|' /C calc'!A0"])(
    "keeps a spreadsheet from running %j",
    (text) => {
      expect(guardFormula(text)).toBe(`'${text}`);
      expect(unguardFormula(guardFormula(text))).toBe(text);
    },
  );

  it.each(["P1", "Plant = big", "a@b", "'quoted'", "", "1.5"])("leaves %j alone", (text) => {
    expect(guardFormula(text)).toBe(text);
  });

  it("loses no text, whatever it starts with", () => {
    const text = fc.array(fc.constantFrom("'", "=", "+", "-", "@", " ", "\t", "a", "＝"), { maxLength: 6 });
    fc.assert(
      fc.property(text, (characters) => {
        const original = characters.join("");
        expect(unguardFormula(guardFormula(original))).toBe(original);
        expect(guardFormula(original)).not.toMatch(/^\s*[=+\-@＝]/u);
      }),
      { numRuns: 2000 },
    );
  });
});
