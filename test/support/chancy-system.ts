import * as fc from "fast-check";
import type { Dataset, Scenario } from "../../analyzer/index.ts";
import { type SmallSystem, smallSystem } from "./arbitrary-system.ts";

const likelihood = fc.constantFrom(1, 1, 0.5, 0.25, 0.9, 0);

const repair = fc.constantFrom(
  {},
  { repairHours: 3 },
  { repairLowHours: 1, repairHours: 2, repairHighHours: 9 },
  { repairLowHours: 0, repairHours: 5, repairHighHours: 5 },
);

/** Random small systems whose shocks may miss, whose dependencies may not transmit and whose assets may be repaired. */
export function chancySystem(options: Parameters<typeof smallSystem>[0] = {}): fc.Arbitrary<SmallSystem> {
  return fc
    .record({
      system: smallSystem(options),
      rows: fc.array(likelihood, { minLength: 30, maxLength: 30 }),
      shocks: fc.array(likelihood, { minLength: 4, maxLength: 4 }),
      repairs: fc.array(repair, { minLength: 10, maxLength: 10 }),
    })
    .map(({ system: { dataset, scenario }, rows, shocks, repairs }) => ({
      dataset: {
        ...dataset,
        assets: dataset.assets.map((asset, at) => ({ ...asset, ...repairs[at % repairs.length] })),
        dependencies: dataset.dependencies.map((row, at) => ({ ...row, likelihood: rows[at % rows.length]! })),
      },
      scenario: {
        ...scenario,
        shocks: scenario.shocks.map((shock, at) => ({ ...shock, likelihood: shocks[at % shocks.length]! })),
      },
    }));
}

/** The same system with every shock as likely as said, and every dependency. */
export function withLikelihood(dataset: Dataset, scenario: Scenario, row: number, shock: number): SmallSystem {
  return {
    dataset: { ...dataset, dependencies: dataset.dependencies.map((one) => ({ ...one, likelihood: row })) },
    scenario: { ...scenario, shocks: scenario.shocks.map((one) => ({ ...one, likelihood: shock })) },
  };
}
