import { describe, expect, it } from "vitest";
import { r1 } from "../../../../../datasets/recipes/open-region/rules/r1-plants.ts";
import { asset, draftOf } from "../small-region.ts";

// On the equator a tenth of a degree is 11.12 km.
const substations = [
  asset("s1", "substation", 0.1, 0),
  asset("s2", "substation", 0.2, 0),
  asset("s3", "substation", 0.3, 0),
  asset("x1", "substation", 0, 0, { state: "BB" }),
  asset("j1", "junction", 0, 0),
];

function feedsOf(capacity: number | undefined, lon = 0): readonly (readonly [string, number | undefined])[] {
  const plant = asset("p", "power plant", lon, 0, capacity === undefined ? {} : { capacity });
  const draft = draftOf([...substations, plant]);
  r1.join(draft, {});
  return draft.connections.map(({ b, confidence }) => [b, confidence]);
}

describe("R1", () => {
  it("connects a plant to the nearest substation of its State, one of 1 GW and more to two", () => {
    expect(feedsOf(999)).toEqual([["s1", 0.8]]);
    expect(feedsOf(undefined)).toEqual([["s1", 0.8]]);
    // 0.2 degrees are more than 15 km.
    expect(feedsOf(1000)).toEqual([
      ["s1", 0.8],
      ["s2", 0.6],
    ]);
  });

  it("reaches 60 km, or as far as the region says", () => {
    // From -0.43 degrees the nearest is 58.9 km away, from -0.45 degrees 61.2 km.
    expect(feedsOf(1000, -0.43)).toEqual([["s1", 0.6]]);
    expect(feedsOf(1000, -0.45)).toEqual([]);
    const draft = draftOf([...substations, asset("p", "power plant", -0.45, 0)]);
    r1.join(draft, { reachKm: 62 });
    expect(draft.connections).toMatchObject([
      { id: "R1:p~s1", a: "p", b: "s1", commodity: "electricity", lengthKm: 61.2 },
    ]);
  });

  it("makes nothing depend on one plant", () => {
    const draft = draftOf([...substations, asset("p", "power plant", 0, 0)]);
    r1.join(draft, {});
    expect(draft.dependencies).toEqual([]);
  });
});
