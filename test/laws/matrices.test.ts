import { expect } from "vitest";
import { smallSystem } from "../support/arbitrary-system.ts";
import { runEngine } from "../support/engine-door.ts";
import { engineLaw } from "../support/law.ts";

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
const columnSums = (rows: readonly (readonly number[])[]) =>
  (rows[0] ?? []).map((_, column) => sum(rows.map((row) => row[column] ?? 0)));

engineLaw("matrices sum to the totals", smallSystem(), ({ dataset, scenario }) => {
  const { assets, states, stateMatrix, sectorMatrix, totals } = runEngine(dataset, scenario);
  expect(sum(assets.map(({ outageHours }) => outageHours))).toBeCloseTo(totals.outageHours, 8);
  expect(sum(states.map(({ outageHours }) => outageHours))).toBeCloseTo(totals.outageHours, 8);
  expect(sum(stateMatrix.outageHours.flat())).toBeCloseTo(totals.outageHours, 8);
  expect(sum(sectorMatrix.outageHours.flat())).toBeCloseTo(totals.outageHours, 8);

  const lossOf = new Map(assets.map(({ id, outageHours }) => [id, outageHours]));
  columnSums(stateMatrix.outageHours).forEach((found, column) => {
    const state = states.find(({ code }) => code === stateMatrix.codes[column]);
    expect(found).toBeCloseTo(state?.outageHours ?? Number.NaN, 8);
  });
  columnSums(sectorMatrix.outageHours).forEach((found, column) => {
    const inSector = dataset.assets.filter(({ sector }) => sector === sectorMatrix.sectors[column]);
    expect(found).toBeCloseTo(sum(inSector.map(({ id }) => lossOf.get(id) ?? 0)), 8);
  });
});
