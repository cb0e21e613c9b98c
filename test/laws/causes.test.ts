import { expect } from "vitest";
import { smallSystem } from "../support/arbitrary-system.ts";
import { runEngine } from "../support/engine-door.ts";
import { engineLaw } from "../support/law.ts";
import { plainRun } from "../support/plain-engine.ts";

engineLaw("causes are those of the plain twin", smallSystem(), ({ dataset, scenario }) => {
  const { causes } = plainRun(dataset, scenario);
  for (const { id, outages } of runEngine(dataset, scenario).assets) {
    for (const { fromHours, cause } of outages) {
      const expected = causes.get(id)?.get(fromHours);
      if (expected === undefined) continue;
      const isOpen = expected !== "shock" && expected.provider === null && cause !== "shock";
      const found = { id, fromHours, cause: isOpen ? { ...cause, provider: null } : cause };
      expect(found).toEqual({ id, fromHours, cause: expected });
    }
  }
});

engineLaw("the loss of every chain began in a shocked asset", smallSystem(), ({ dataset, scenario }) => {
  const shocked = new Set(scenario.shocks.flatMap(({ select }) => select.ids ?? []));
  for (const { id, chain } of runEngine(dataset, scenario).assets) {
    expect(chain.at(-1)).toBe(id);
    expect(shocked).toContain(chain[0]);
    // A loop that comes back step by step may be passed again, each time in an earlier outage: never without a step.
    expect(chain.filter((link, index) => link === chain[index - 1])).toEqual([]);
  }
});

engineLaw("the last link of a chain is the cause of the first outage", smallSystem(), ({ dataset, scenario }) => {
  for (const { outages, chain } of runEngine(dataset, scenario).assets) {
    const cause = outages[0]?.cause;
    expect(chain.at(-2)).toBe(cause === "shock" ? undefined : cause?.provider);
  }
});
