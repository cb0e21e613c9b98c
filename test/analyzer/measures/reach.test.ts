import { describe, expect, it } from "vitest";
import {
  type AssetLoss,
  homeStates,
  PersonHours,
  sectorsReached,
  stateResults,
} from "../../../analyzer/measures/reach.ts";
import { compileTerritory } from "../../../analyzer/system/territory.ts";
import { assetRow, datasetOf } from "../../support/rows.ts";

const territory = compileTerritory(
  datasetOf({
    assets: [
      assetRow("A", { peopleServed: 100 }),
      assetRow("B", {
        sector: "water",
        states: [
          { state: "XA", share: 0.25 },
          { state: "XB", share: 0.75 },
        ],
      }),
      assetRow("C", { sector: "water", states: [{ state: "XB", share: 1 }], peopleServed: 0 }),
      assetRow("D", { sector: "food", states: [{ state: "XC", share: 1 }] }),
    ],
  }),
);

const loss = (asset: number, firstHours: number | null, named = false, outageHours = 8): AssetLoss => ({
  asset,
  named,
  outageHours,
  firstHours,
});

describe("stateResults", () => {
  it("count a joint asset in each of its States, its loss by share", () => {
    expect(stateResults([loss(0, 0, true), loss(1, 3)], territory)).toEqual([
      { code: "XA", firstHours: 3, assetsDisrupted: 2, outageHours: 10, personHours: 800 },
      { code: "XB", firstHours: 3, assetsDisrupted: 1, outageHours: 6, personHours: null },
    ]);
  });

  it("are reached by assets that no shock names only, at the earliest of them", () => {
    expect(stateResults([loss(1, 1, true), loss(2, 5)], territory).map(({ firstHours }) => firstHours)).toEqual([
      null,
      5,
    ]);
    expect(stateResults([loss(1, 7), loss(2, 0)], territory).map(({ firstHours }) => firstHours)).toEqual([7, 0]);
  });

  it("are those with a disrupted asset, and lose what their others lost too", () => {
    expect(stateResults([loss(3, null)], territory)).toEqual([]);
    expect(stateResults([loss(2, 4), loss(1, null)], territory)).toEqual([
      { code: "XB", firstHours: 4, assetsDisrupted: 1, outageHours: 14, personHours: 0 },
    ]);
  });
});

describe("home, foreign and sectors", () => {
  it("home is every State in which a named asset has a share", () => {
    expect(homeStates([1], territory)).toEqual(new Set(["XA", "XB"]));
    expect(homeStates([], territory)).toEqual(new Set());
  });

  it("a sector is reached by a disrupted asset that no shock names, once", () => {
    expect(sectorsReached([loss(0, 0, true), loss(1, 0, true), loss(2, 4), loss(3, null)], territory)).toBe(1);
    expect(sectorsReached([loss(1, 1), loss(2, 4), loss(3, 4)], territory)).toBe(2);
    expect(sectorsReached([loss(0, 0, true)], territory)).toBe(0);
  });
});

describe("PersonHours", () => {
  const sumOf = (...losses: readonly (readonly [number, number])[]) => {
    const people = new PersonHours();
    for (const [hours, served] of losses) people.add(hours, served);
    return [people.value(), people.withoutPeople];
  };

  it("are 0 where nobody loses or nobody is served, null where nobody says, and what is known where some do", () => {
    expect(sumOf()).toEqual([0, 0]);
    expect(sumOf([8, 0])).toEqual([0, 0]);
    expect(sumOf([8, Number.NaN])).toEqual([null, 1]);
    expect(sumOf([8, Number.NaN], [2, 50], [1, 0])).toEqual([100, 1]);
  });
});
