import { describe, expect, it } from "vitest";
import { consequences, prepareGround, type RunGround } from "../../../../analyzer/index.ts";
import type { TrialsPart } from "../../../../analyzer/measures/trials/run-trials.ts";
import { summariseTrials } from "../../../../analyzer/measures/trials/summarise-trials.ts";
import { MomentsTable } from "../../../../analyzer/measures/statistics/moments-table.ts";
import { assetRow, datasetOf } from "../../../support/rows.ts";

function groundOf(): RunGround {
  const prepared = prepareGround(datasetOf({ assets: [assetRow("A"), assetRow("B")] }), []);
  if (prepared.kind === "refused") throw new Error("not ready");
  return prepared.ground;
}

/** A part in which every consequence of trial t is `values[t]`; A lost as much, or nothing. */
function partOf(values: readonly number[], cappedTrials = 0): TrialsPart {
  const losses = new MomentsTable(1);
  for (const value of values) if (value > 0) losses.add(0, value);
  return {
    values: Float64Array.from(consequences.flatMap(() => values)),
    cappedTrials,
    assets: losses.filled(),
    states: losses.filled(),
    stateReached: Int32Array.of(values.filter((value) => value > 5).length),
  };
}

describe("summariseTrials", () => {
  const parts = [partOf([0, 4, 0, 8]), partOf([2, 0, 8, 2, 0, 0], 2)];
  const found = summariseTrials(groundOf(), parts, 10, 0.9);

  it("counts trials through all parts", () => {
    const outage = found.consequences.outageHours!;
    expect(outage.mean).toBeCloseTo(2.4, 12);
    expect(outage.worst).toEqual({ value: 8, trial: 3 });
    expect(outage.quantiles.find(({ share }) => share === 0.75)).toMatchObject({ value: 4, trial: 1 });
    expect(outage.exceedance.points).toEqual([
      { value: 0, share: 1 },
      { value: 2, share: 0.5 },
      { value: 4, share: 0.3 },
      { value: 8, share: 0.2 },
    ]);
    expect(outage.tails[0]).toMatchObject({ share: 0.9, valueAtRisk: 8, expectedShortfall: 8 });
  });

  it("gives assets and States their probability and expected hours, and leaves out who never lost", () => {
    expect(found.assets.map(({ id, disrupted }) => [id, disrupted.share])).toEqual([["A", 0.5]]);
    expect(found.assets[0]?.outageHours.mean).toBeCloseTo(2.4, 12);
    expect(found.states).toHaveLength(1);
    expect(found.states[0]).toMatchObject({ code: "XA", reached: { share: 0.2 } });
  });

  it("says how many trials are incomplete", () => {
    expect(found.warnings).toEqual([{ code: "RUN_EVENT_CAP", text: expect.stringMatching(/^2 of 10 trials/) }]);
  });

  it("knows nothing of a consequence of which one trial is not known", () => {
    const unknown = partOf([1, Number.NaN]);
    expect(summariseTrials(groundOf(), [unknown], 2, 0.9).consequences.outageHours).toBeNull();
  });
});
