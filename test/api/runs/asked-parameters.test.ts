import { expect, it } from "vitest";
import { askedParameters } from "../../../api/runs/asked-parameters.ts";
import { storedRun } from "./stored-run.ts";

const asked = (analysis: string, parameters: unknown) => askedParameters(storedRun({ analysis, parameters }));

it("tells scenario, seed and the others apart", () => {
  const scenario = { id: "s", seed: 7 };
  expect(asked("trials", { scenario, trials: 10, seed: 3 })).toEqual({ scenario, seed: 3, others: { trials: 10 } });
});

it("leaves out what would be taken anyway", () => {
  expect(asked("trials", { drawHits: true, drawRepair: false }).others).toEqual({ drawRepair: false });
});

it("takes the seed of the scenario, else the default, and none where nothing is drawn", () => {
  expect(asked("trials", { scenario: { seed: 7 } }).seed).toBe(7);
  expect(asked("trials", { scenario: {} }).seed).toBe(1);
  expect(asked("run", { scenario: { seed: 7 } }).seed).toBeNull();
  expect(asked("gone", { seed: "x" }).seed).toBeNull();
});

it.each([null, 5, [1], "x"])("finds nothing asked in %j", (parameters) => {
  expect(asked("run", parameters)).toEqual({ scenario: {}, seed: null, others: {} });
});
