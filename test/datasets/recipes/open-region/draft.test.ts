import { describe, expect, it } from "vitest";
import {
  addAsset,
  assetOf,
  assetsOfKind,
  assume,
  roundedKm,
  stateOf,
} from "../../../../datasets/recipes/open-region/draft.ts";
import { asset, draftOf } from "./small-region.ts";

describe("the draft", () => {
  it("takes each id once, and refuses to look for what is not there", () => {
    const draft = draftOf([]);
    addAsset(draft, asset("p1", "port", 0, 0));
    expect(() => addAsset(draft, asset("p1", "airport", 1, 1))).toThrow("p1");
    expect(assetOf(draft, "p1").kind).toBe("port");
    expect(() => assetOf(draft, "p2")).toThrow("p2");
  });

  it("lists the assets of kinds in the order in which they came", () => {
    const draft = draftOf([asset("b", "port", 0, 0), asset("c", "city", 0, 0), asset("a", "airport", 0, 0)]);
    expect(assetsOfKind(draft, "airport", "port").map(({ id }) => id)).toEqual(["b", "a"]);
  });

  it("writes what is assumed beside what was assumed before, each column once", () => {
    const draft = draftOf([asset("s", "substation", 0, 0, { assumed: ["name"] })]);
    assume(draft, "s", { produces: [{ commodity: "gas" }] });
    assume(draft, "s", { kind: "power plant", produces: [{ commodity: "electricity", amount: 2 }] });
    expect(assetOf(draft, "s")).toMatchObject({
      kind: "power plant",
      produces: [{ commodity: "electricity", amount: 2 }],
      assumed: ["name", "produces", "kind"],
    });
  });

  it("measures in tenths of a km", () => {
    // 0.1 degree on the equator: 11.1195 km.
    expect(roundedKm(asset("a", "port", 0, 0), asset("b", "port", 0.1, 0))).toBe(11.1);
    expect(stateOf(asset("a", "port", 0, 0, { state: "BB" }))).toBe("BB");
  });
});
