import * as fc from "fast-check";
import { expect } from "vitest";
import type { Dataset, Dependency } from "../../analyzer/index.ts";
import { worsenings } from "../support/answer.ts";
import { smallHours, smallSystem, someone } from "../support/arbitrary-system.ts";
import { fictionalDataset } from "../support/fictional.ts";
import { law } from "../support/law.ts";

/** One more provider, with its lag, for the group of one row, whose need stays what it was. */
function withFurtherProvider(dataset: Dataset, row: number, provider: number, lagHours: number): Dataset {
  const { assets, dependencies, connections } = dataset;
  const chosen = dependencies[row % Math.max(1, dependencies.length)];
  const other = assets[provider % assets.length];
  if (chosen === undefined || other === undefined || other.id === chosen.dependent) return dataset;
  const group = chosen.group ?? chosen.id;
  const named = dependencies.map((old) => (old === chosen ? { ...old, group } : old));
  const further: Dependency = { ...chosen, id: "further", provider: other.id, group, share: 1, lagHours };
  return fictionalDataset("small", assets, [...named, further], connections);
}

const furtherProvider = fc.record({
  system: smallSystem({ networks: false, blackStart: false }),
  row: someone,
  provider: someone,
  lagHours: smallHours,
});

law(
  "without black start a further provider in a group never makes anything worse",
  furtherProvider,
  ({ system, row, provider, lagHours }, run) => {
    const before = run(system.dataset, system.scenario);
    const after = run(withFurtherProvider(system.dataset, row, provider, lagHours), system.scenario);
    expect(worsenings(before, after)).toEqual([]);
    expect(after.totals.outageHours).toBeLessThanOrEqual(before.totals.outageHours + 1e-9);
  },
);
