import { expect } from "vitest";
import { differences, engineAnswer } from "../support/answer.ts";
import { smallSystem } from "../support/arbitrary-system.ts";
import { engineLaw } from "../support/law.ts";
import { plainRun } from "../support/plain-engine.ts";

engineLaw("the engine agrees with the plain twin", smallSystem(), ({ dataset, scenario }) => {
  expect(differences(plainRun(dataset, scenario), engineAnswer(dataset, scenario))).toEqual([]);
});

engineLaw(
  "the engine agrees with the plain twin without networks",
  smallSystem({ networks: false }),
  ({ dataset, scenario }) => {
    expect(differences(plainRun(dataset, scenario), engineAnswer(dataset, scenario))).toEqual([]);
  },
);
