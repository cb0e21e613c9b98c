import { describe, expect, it } from "vitest";
import { type Dataset, prepareGround } from "../../../../analyzer/index.ts";
import { planRankTrials, type RankTrialsQuestion } from "../../../../analyzer/measures/rank-trials/rank-trials-plan.ts";
import { assetRow, datasetOf, dependencyRow } from "../../../support/rows.ts";

const question: RankTrialsQuestion = {
  by: "outageHours",
  hours: null,
  horizonHours: null,
  trials: 100,
  seed: 1,
  confidence: 0.9,
  k: 1,
  candidates: 99,
  drawn: { transmission: true, repair: true, bufferSpread: 0.1 },
  sensitivity: true,
};

function planOf(dataset: Dataset, more: Partial<RankTrialsQuestion> = {}) {
  const prepared = prepareGround(dataset, []);
  if (prepared.kind === "refused") throw new Error("not ready");
  return planRankTrials(prepared.ground, { ...question, ...more });
}

const dataset = datasetOf({
  assets: [assetRow("A", { repairLowHours: 1, repairHours: 2, repairHighHours: 100 }), assetRow("B")],
  dependencies: [dependencyRow("A", "B", { likelihood: 0.5, bufferHours: 3 })],
});

describe("planRankTrials", () => {
  it("screens only where not all assets are candidates", () => {
    expect(planOf(dataset, { candidates: 2 }).plan).toMatchObject({ stage: "trials" });
    expect(planOf(dataset, { candidates: 1 }).plan).toMatchObject({ stage: "screen" });
  });

  it("holds in turn what is uncertain, and nothing else", () => {
    expect(planOf(dataset).plan.held).toEqual([null, "transmission", "repair", "buffers"]);
    expect(planOf(dataset, { sensitivity: false }).plan.held).toEqual([null]);
    const drawn = { transmission: false, repair: false, bufferSpread: 0 };
    expect(planOf(dataset, { drawn }).plan.held).toEqual([null]);
    expect(planOf(dataset, { hours: 5 }).plan.held).toEqual([null, "transmission", "buffers"]);
  });

  it("watches to 336 h after the longest loss there can be", () => {
    expect(planOf(dataset).plan.horizonHours).toBe(436);
    expect(planOf(dataset, { hours: 5 }).plan.horizonHours).toBe(341);
    expect(planOf(datasetOf({ assets: [assetRow("B")] })).plan.horizonHours).toBe(408);
    expect(planOf(dataset, { horizonHours: 50 }).plan.horizonHours).toBe(50);
  });

  it("makes no more pieces for more threads: as many as the trials ask for", () => {
    expect(planOf(dataset).pieces).toBe(13);
    expect(planOf(dataset, { trials: 100_000 }).pieces).toBe(64);
  });
});
