import * as fc from "fast-check";
import { expect, it } from "vitest";
import { resultOf } from "../support/ask.ts";
import { chancySystem } from "../support/chancy-system.ts";
import { enumerateTrials } from "../support/enumerate-trials.ts";

const trials = 1000;

it("expected losses of 150 random systems are those of all outcomes of their coins, within five standard errors", () => {
  let chancy = 0;
  fc.assert(
    fc.property(chancySystem(), ({ dataset, scenario }) => {
      const exact = enumerateTrials(dataset, scenario, 7);
      fc.pre(exact !== null && exact.variance > 0);
      chancy += 1;
      const { consequences } = resultOf("trials", dataset, { scenario, trials, drawRepair: false });
      const error = Math.sqrt(exact.variance / trials);
      expect(Math.abs(consequences.outageHours!.mean - exact.mean)).toBeLessThan(5 * error);
    }),
    { seed: 20_260_729, numRuns: 150, maxSkipsPerRun: 20 },
  );
  expect(chancy).toBe(150);
}, 120_000);
