import { describe, expect, it } from "vitest";
import { Chance } from "../../../../analyzer/algorithms/chance/chance.ts";
import { entityKeys } from "../../../../analyzer/algorithms/chance/entity-keys.ts";
import { RepairDraws, repairTimes } from "../../../../analyzer/algorithms/trials/repair-draws.ts";
import { assetRow } from "../../../support/rows.ts";

const assets = [
  assetRow("spread", { repairLowHours: 10, repairHours: 20, repairHighHours: 90 }),
  assetRow("point", { repairHours: 30 }),
  assetRow("half", { repairHours: 30, repairHighHours: 60 }),
  assetRow("ends only", { repairLowHours: 5, repairHighHours: 60 }),
  null,
];
const drawsOf = (drawn: boolean) =>
  new RepairDraws(repairTimes(assets, drawn), entityKeys(assets.map((asset) => asset?.id ?? "none")), new Chance(4));

describe("RepairDraws", () => {
  it("know a time where a likely one is stated", () => {
    const draws = drawsOf(true);
    expect(assets.map((_, entry) => draws.isKnown(entry))).toEqual([true, true, true, false, false]);
  });

  it("spread between low and high with the mean of PERT; a lone figure is certain", () => {
    const draws = drawsOf(true);
    let sum = 0;
    for (let trial = 0; trial < 2000; trial += 1) {
      const hours = draws.hours(0, trial);
      expect(hours).toBeGreaterThan(10);
      expect(hours).toBeLessThan(90);
      sum += hours;
      expect([draws.hours(1, trial), draws.hours(2, trial)]).toEqual([30, 30]);
    }
    expect(Math.abs(sum / 2000 - 30)).toBeLessThan(1.2);
    expect(draws.hours(0, 7)).toBe(drawsOf(true).hours(0, 7));
  });

  it("take the likely time where they are not to spread", () => {
    expect(drawsOf(false).hours(0, 12)).toBe(20);
  });
});
