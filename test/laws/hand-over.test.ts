import * as fc from "fast-check";
import { expect } from "vitest";
import type { Dataset, Dependency, Scenario, Shock } from "../../analyzer/index.ts";
import { differences } from "../support/answer.ts";
import { smallHours, smallSystem, someone } from "../support/arbitrary-system.ts";
import { fictionalAsset, fictionalDataset } from "../support/fictional.ts";
import { law } from "../support/law.ts";

const supplier = (id: string) => fictionalAsset(id, { produces: [{ commodity: "electricity" }] });

/** Gives some assets a group that either of two suppliers fills, and lets either feed every asset of the network. */
function withTwoSuppliers(dataset: Dataset, fed: readonly number[]): Dataset {
  const ids = dataset.assets.map(({ id }) => id);
  const dependents = [...new Set(fed.map((position) => ids[position % ids.length] ?? ""))];
  const rows = dependents.flatMap((dependent) =>
    ["S1", "S2"].map(
      (provider): Dependency => ({ id: `${provider} ${dependent}`, provider, dependent, group: "either" }),
    ),
  );
  const network = dataset.connections.filter(({ commodity }) => commodity === "electricity");
  const ends = [...new Set(network.flatMap(({ a, b }) => [a, b]))];
  const lines = ["S1", "S2"].flatMap((a) =>
    ends.map((b) => ({ id: `${a} ${b}`, a, b, commodity: "electricity", directed: false })),
  );
  return fictionalDataset(
    "small",
    [...dataset.assets, supplier("S1"), supplier("S2")],
    [...dataset.dependencies, ...rows],
    [...dataset.connections, ...lines],
  );
}

/** Now one, now the other supplier is lost, each at the very instant the other is back. */
function alternating(scenario: Scenario, stretches: readonly number[]): Scenario {
  let fromHours = 0;
  const shocks: Shock[] = [];
  for (const [turn, hours] of stretches.entries()) {
    shocks.push({ select: { ids: [turn % 2 === 0 ? "S1" : "S2"] }, fromHours, hours });
    fromHours += hours;
  }
  return { ...scenario, shocks };
}

// On the grid of billionths of an hour, so that the stretches do touch.
const gridHours = smallHours.map((hours) => Math.round(hours * 1e9) / 1e9);

const handOvers = fc.record({
  system: smallSystem(),
  fed: fc.array(someone, { minLength: 1, maxLength: 4 }),
  stretches: fc.array(gridHours, { minLength: 1, maxLength: 5 }),
});

law("a hand-over between two suppliers costs nothing", handOvers, ({ system, fed, stretches }, run) => {
  const answer = run(withTwoSuppliers(system.dataset, fed), alternating(system.scenario, stretches));
  expect([...answer.outages.keys()].filter((id) => id !== "S1" && id !== "S2")).toEqual([]);
});

// Cut on that grid, so that the parts do touch.
const cutHours = fc.constantFrom(0, 1, 2, 3, 0.5, 2.5);
const cutShock = fc.record({ system: smallSystem(), shock: someone, afterHours: cutHours });

/** One shock as two that touch. */
function cutInTwo({ shocks, ...scenario }: Scenario, which: number, afterHours: number): Scenario {
  const position = which % shocks.length;
  const parts = shocks.flatMap((shock, index): Shock[] => {
    const { fromHours = 0, hours = Infinity } = shock;
    if (index !== position || afterHours >= hours) return [shock];
    const rest = hours === Infinity ? {} : { hours: hours - afterHours };
    const { hours: _, ...open } = shock;
    return [
      { ...shock, hours: afterHours },
      { ...open, fromHours: fromHours + afterHours, ...rest },
    ];
  });
  return { ...scenario, shocks: parts };
}

law("a shock in two parts that touch is one shock", cutShock, ({ system, shock, afterHours }, run) => {
  const whole = run(system.dataset, system.scenario);
  const parts = run(system.dataset, cutInTwo(system.scenario, shock, afterHours));
  expect(differences(whole, parts)).toEqual([]);
});
