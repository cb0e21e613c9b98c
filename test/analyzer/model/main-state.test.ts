import { describe, expect, it } from "vitest";
import { mainState } from "../../../analyzer/model/main-state.ts";
import { assetRow } from "../../support/rows.ts";

const of = (...states: readonly (readonly [string, number])[]) =>
  mainState(assetRow("A", { states: states.map(([state, share]) => ({ state, share })) }));

describe("mainState", () => {
  it("is the State of the largest share", () => {
    expect(of(["XA", 0.3], ["XB", 0.5], ["XC", 0.2])).toBe("XB");
  });

  it("is the first named of equal ones, whatever the alphabet says", () => {
    expect(of(["XC", 0.2], ["XB", 0.4], ["XA", 0.4])).toBe("XB");
  });

  it("is none where none is named", () => {
    expect(of()).toBeNull();
  });
});
