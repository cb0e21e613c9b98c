import * as fc from "fast-check";
import { expect } from "vitest";
import type { Dataset } from "../../analyzer/index.ts";
import { worsenings } from "../support/answer.ts";
import { smallHours, smallSystem, someone } from "../support/arbitrary-system.ts";
import { law } from "../support/law.ts";

/** Lengthens the buffer of the group of one row; a dataset without rows stays as it is. */
function withLongerBuffer(dataset: Dataset, row: number, moreHours: number): Dataset {
  const { dependencies } = dataset;
  const chosen = dependencies[row % Math.max(1, dependencies.length)];
  const isOfGroup = (other: (typeof dependencies)[number]) =>
    other === chosen ||
    (chosen?.group !== undefined && other.group === chosen.group && other.dependent === chosen.dependent);
  return {
    ...dataset,
    dependencies: dependencies.map((other) =>
      isOfGroup(other) ? { ...other, bufferHours: (other.bufferHours ?? 0) + moreHours } : other,
    ),
  };
}

const longerBuffer = fc.record({ system: smallSystem(), row: someone, moreHours: smallHours });

law("a longer buffer never makes anything worse, nor earlier", longerBuffer, ({ system, row, moreHours }, run) => {
  const before = run(system.dataset, system.scenario);
  const after = run(withLongerBuffer(system.dataset, row, moreHours), system.scenario);
  expect(worsenings(before, after)).toEqual([]);
  expect(after.totals.outageHours).toBeLessThanOrEqual(before.totals.outageHours + 1e-9);
});
