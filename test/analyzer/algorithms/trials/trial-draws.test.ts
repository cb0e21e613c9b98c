import { describe, expect, it } from "vitest";
import type { Dataset, Scenario } from "../../../../analyzer/index.ts";
import { TrialDraws, trialChances } from "../../../../analyzer/algorithms/trials/trial-draws.ts";
import { compileSystem } from "../../../../analyzer/system/compile-system.ts";
import { assetRow, datasetOf, dependencyRow } from "../../../support/rows.ts";

const repair = { repairLowHours: 5, repairHours: 10, repairHighHours: 40 };
const rows = {
  assets: ["B", "C", "D", "E"].map((id) => assetRow(id, repair)),
  dependencies: ["C", "D", "E"].map((id) => dependencyRow("B", id, { likelihood: 0.5, bufferHours: 6 })),
};
const dataset = datasetOf(rows);
/** The same with an asset in front of all, which shifts every position. */
const larger = datasetOf({
  assets: [assetRow("A", repair), ...rows.assets],
  dependencies: [dependencyRow("A", "B", { likelihood: 0.5, bufferHours: 2 }), ...rows.dependencies],
});
const scenario: Scenario = {
  id: "s",
  title: "S",
  horizonHours: 100,
  shocks: [{ select: { kind: "substation" }, likelihood: 0.5 }],
};

/** What a trial draws, by ids. */
function trialsOf(of: Dataset, order: readonly number[], seed = 5) {
  const system = compileSystem(of);
  const drawn = { hits: true, transmission: true, repair: true, bufferSpread: 0.5 };
  const draws = new TrialDraws(trialChances(of, system, scenario, seed, drawn), system);
  return new Map(
    order.map((trial) => {
      const { plan, closedMembers, bufferTicks } = draws.world(trial);
      return [
        trial,
        {
          hits: Object.fromEntries([...plan.asset].map((asset, at) => [system.assetIds[asset], plan.toTick[at]])),
          closed: [...closedMembers].map((member) => of.dependencies[system.memberRow[member]!]!.id).sort(),
          buffers: Object.fromEntries([...bufferTicks].map((ticks, group) => [system.groupNames[group], ticks])),
        },
      ];
    }),
  );
}

const inOrder = Array.from({ length: 300 }, (_, trial) => trial);

describe("TrialDraws", () => {
  it("draw the same trial in whatever order trials are asked for, and alone", () => {
    const forwards = trialsOf(dataset, inOrder);
    const backwards = trialsOf(dataset, inOrder.toReversed());
    for (const trial of inOrder) expect(backwards.get(trial)).toEqual(forwards.get(trial));
    expect(trialsOf(dataset, [217]).get(217)).toEqual(forwards.get(217));
  });

  it("draw other trials with another seed", () => {
    expect(trialsOf(dataset, inOrder, 6)).not.toEqual(trialsOf(dataset, inOrder, 5));
  });

  it("leave all other draws alone when an asset and a dependency are added", () => {
    const before = trialsOf(dataset, inOrder);
    const after = trialsOf(larger, inOrder);
    let seen = 0;
    for (const trial of inOrder) {
      const { hits, closed, buffers } = after.get(trial)!;
      if ("A" in hits) seen += 1;
      const { A: _, ...others } = hits;
      expect(others).toEqual(before.get(trial)!.hits);
      expect(closed.filter((id) => id !== "A>B")).toEqual(before.get(trial)!.closed);
      const { "A>B": __, ...otherBuffers } = buffers;
      expect(otherBuffers).toEqual(before.get(trial)!.buffers);
    }
    expect(seen).toBeGreaterThan(100);
  });
});
