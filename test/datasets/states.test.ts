import { describe, expect, it } from "vitest";
import { knownState, stateName, statesAt } from "../../datasets/states.ts";

describe("knownState", () => {
  it.each(["DE", "FR", "XK", "TL", "ZW"])("knows %s", (code) => expect(knownState(code)).toBe(true));
  it.each(["XA", "UK", "EL", "de", "", "__proto__", "constructor"])("does not know %j", (code) => {
    expect(knownState(code)).toBe(false);
    expect(stateName(code)).toBeNull();
  });
});

describe("statesAt", () => {
  it.each([
    [2.35, 48.85, ["FR"]],
    [21.16, 42.66, ["XK"]],
    [-0.1, 51.5, ["GB"]],
    [37.6, 55.75, ["RU"]],
    [34.1, 44.95, ["UA"]],
    [-61.5, 16.2, ["GP", "FR"]],
    [-40, 45, []],
  ])("finds %f, %f in %j", (lon, lat, codes) => expect(statesAt(lon, lat)).toEqual(codes));
});

describe("stateName", () => {
  it("names a State", () => expect(stateName("DE")).toBe("Germany"));
});
