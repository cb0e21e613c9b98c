import { describe, expect, it } from "vitest";
import { consequences, prepareGround, type RunGround } from "../../../../analyzer/index.ts";
import { trialChances } from "../../../../analyzer/algorithms/trials/trial-draws.ts";
import { runTrials, type TrialsWork } from "../../../../analyzer/measures/trials/run-trials.ts";
import { toTicks } from "../../../../analyzer/system/ticks.ts";
import { assetRow, datasetOf, dependencyRow } from "../../../support/rows.ts";

const state = (code: string) => ({ states: [{ state: code, share: 1 }] });
const dataset = datasetOf({
  assets: [
    assetRow("A", { peopleServed: 10 }),
    assetRow("B", state("XB")),
    assetRow("C", { states: ["XA", "XB"].map((code) => ({ state: code, share: 0.5 })) }),
  ],
  dependencies: [dependencyRow("A", "B", { likelihood: 0.5 }), dependencyRow("B", "C")],
});
const scenario = { id: "s", title: "S", horizonHours: 20, shocks: [{ select: { ids: ["A"] }, hours: 4 }] };

function groundOf(): RunGround {
  const prepared = prepareGround(dataset, []);
  if (prepared.kind === "refused") throw new Error("not ready");
  return prepared.ground;
}

const ground = groundOf();
const drawn = { hits: true, transmission: true, repair: true, bufferSpread: 0 };
const work: TrialsWork = {
  chances: trialChances(dataset, ground.cascade.system, scenario, 1, drawn),
  named: Int32Array.of(0),
  horizonTick: toTicks(20),
};
const quiet = { progress: () => undefined, aborted: () => false };

describe("runTrials", () => {
  const part = runTrials(ground, work, 0, 64, quiet)!;
  const column = (name: (typeof consequences)[number]) => {
    const at = consequences.indexOf(name);
    return [...part.values.subarray(at * 64, (at + 1) * 64)];
  };
  const reached = column("assetsDisrupted").filter((count) => count === 3).length;

  it("keeps every consequence of every trial", () => {
    expect(new Set(column("assetsDisrupted"))).toEqual(new Set([1, 3]));
    expect(column("outageHours")).toEqual(column("assetsDisrupted").map((count) => 4 * count));
    expect(column("foreignOutageHours")).toEqual(column("assetsDisrupted").map((count) => (count === 3 ? 6 : 0)));
    expect(column("personHours")).toEqual(Array.from({ length: 64 }, () => 40));
    expect(part.cappedTrials).toBe(0);
  });

  it("sums assets and States, joint ones by share, and counts who was reached", () => {
    expect([...part.assets.rows]).toEqual([0, 1, 2]);
    expect([...part.assets.columns.count]).toEqual([64, reached, reached]);
    expect([...part.states.columns.count]).toEqual([64, reached]);
    // XA is hit itself; what no shock names of it falls only with C.
    expect([...part.stateReached]).toEqual([reached, reached]);
    expect(part.states.columns.mean[1]).toBe(6);
  });

  it("gives a stretch of trials as the whole has it", () => {
    const later = runTrials(ground, work, 40, 64, quiet)!;
    expect([...later.values.subarray(0, 24)]).toEqual(column("outageHours").slice(40));
  });

  it("stops where the caller says so", () => {
    expect(runTrials(ground, work, 0, 64, { ...quiet, aborted: () => true })).toBeNull();
  });
});
