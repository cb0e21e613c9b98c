import { expect } from "vitest";
import { smallSystem } from "../support/arbitrary-system.ts";
import { runEngine } from "../support/engine-door.ts";
import { engineLaw } from "../support/law.ts";

engineLaw("two runs give the same bytes", smallSystem(), ({ dataset, scenario }) => {
  const first = JSON.stringify(runEngine(dataset, scenario));
  expect(JSON.stringify(runEngine(structuredClone(dataset), structuredClone(scenario)))).toBe(first);
});
