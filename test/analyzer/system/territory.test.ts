import { expect, it } from "vitest";
import { compileTerritory } from "../../../analyzer/system/territory.ts";
import { assetRow, datasetOf } from "../../support/rows.ts";

it("territory lists States and sectors in order and keeps every share of a joint asset", () => {
  const dam = {
    states: [
      { state: "XC", share: 0.75 },
      { state: "XA", share: 0.25 },
    ],
  };
  const territory = compileTerritory(
    datasetOf({
      assets: [
        assetRow("dam", { ...dam, sector: "water", peopleServed: 0 }),
        assetRow("exchange", { sector: "digital", states: [{ state: "XB", share: 1 }], peopleServed: 40 }),
        assetRow("station", { sector: "water" }),
      ],
    }),
  );
  expect(territory.codes).toEqual(["XA", "XB", "XC"]);
  expect(territory.sectors).toEqual(["digital", "water"]);
  expect([...territory.sectorOf]).toEqual([1, 0, 1]);
  expect([...territory.shareStart]).toEqual([0, 2, 3, 4]);
  expect([...territory.stateOf]).toEqual([2, 0, 1, 0]);
  expect([...territory.shareOf]).toEqual([0.75, 0.25, 1, 1]);
  expect([...territory.peopleServed]).toEqual([0, 40, Number.NaN]);
});
