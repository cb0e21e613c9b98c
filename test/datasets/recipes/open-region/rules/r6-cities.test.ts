import { describe, expect, it } from "vitest";
import type { PlacedAsset } from "../../../../../datasets/recipes/open-region/draft.ts";
import { r6 } from "../../../../../datasets/recipes/open-region/rules/r6-cities.ts";
import { asset, draftOf } from "../small-region.ts";

/** Feeds and notes of a city at 0, 0 among substations joined by these lines. */
function feeds(substations: readonly PlacedAsset[], lines: readonly (readonly [string, string])[]) {
  const draft = draftOf([asset("c", "city", 0, 0), ...substations]);
  draft.connections.push(
    ...lines.map(([a, b]) => ({ id: `O1:${a}~${b}`, a, b, commodity: "electricity", source: "authored" })),
  );
  r6.join(draft, {});
  const made = draft.connections.filter(({ ruleId }) => ruleId === "R6");
  return { made: made.map(({ a, b, confidence }) => [a, b, confidence]), notes: draft.notes };
}

const home = [asset("h1", "substation", 0.05, 0), asset("h2", "substation", 0.3, 0), asset("h3", "substation", 0.5, 0)];
const near = asset("n", "substation", -0.1, 0);
const abroad = asset("x", "substation", -0.3, 0, { state: "BB" });
const homeLines = [
  ["h1", "h2"],
  ["h2", "h3"],
] as const;

describe("R6", () => {
  it("connects a city to its two nearest substations of its State", () => {
    const { made, notes } = feeds([...home, abroad], homeLines);
    // 5.6 km and 33.4 km.
    expect(made).toEqual([
      ["h1", "c", 0.8],
      ["h2", "c", 0.4],
    ]);
    expect(notes).toEqual([]);
  });

  it("makes no feed to a stub that reaches over the border, which would join a foreign grid", () => {
    const { made, notes } = feeds([...home, near, abroad], [...homeLines, ["n", "x"]]);
    expect(made).toEqual([["h1", "c", 0.8]]);
    expect(notes).toEqual([
      "R6: c is not connected to n: n is on a stub of 2 assets across the border, fed from outside the data",
    ]);
  });

  it("joins two grids of its own State", () => {
    const other = asset("n2", "substation", -0.3, 0);
    expect(feeds([...home, near, other], [...homeLines, ["n", "n2"]]).made.map(([a]) => a)).toEqual(["h1", "n"]);
  });

  it("keeps a stub that is as large as the city's other grid, and one that is its only feed", () => {
    const [h1, h2] = home;
    const equal = feeds(
      [h1, h2, near, abroad].flatMap((each) => each ?? []),
      [
        ["h1", "h2"],
        ["n", "x"],
      ],
    );
    expect(equal.made.map(([a]) => a)).toEqual(["h1", "n"]);
    expect(feeds([near, abroad], [["n", "x"]]).made.map(([a]) => a)).toEqual(["n"]);
  });
});
