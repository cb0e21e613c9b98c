import { expect } from "vitest";
import { smallSystem } from "../support/arbitrary-system.ts";
import { law } from "../support/law.ts";

law("without a shock nothing is lost", smallSystem(), ({ dataset, scenario }, run) => {
  const answer = run(dataset, { ...scenario, shocks: [] });
  expect([...answer.outages.keys()]).toEqual([]);
  expect(answer.totals.outageHours).toBe(0);
  expect(answer.stopped).toBe("settled");
  expect(answer.stuck).toEqual([]);
});

law("shocks to availability 1 lose nothing", smallSystem(), ({ dataset, scenario }, run) => {
  const shocks = scenario.shocks.map((shock) => ({ ...shock, availability: 1 }));
  expect(run(dataset, { ...scenario, shocks }).totals.outageHours).toBe(0);
});
