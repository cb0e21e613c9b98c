import { describe, expect, it } from "vitest";
import { prepareGround, type RunGround, type Scenario } from "../../../../analyzer/index.ts";
import { trialChances } from "../../../../analyzer/algorithms/trials/trial-draws.ts";
import { replayTrial } from "../../../../analyzer/measures/trials/replay-trial.ts";
import { trialScenario } from "../../../../analyzer/measures/trials/trial-scenario.ts";
import { resultOf } from "../../../support/ask.ts";
import { goldenDataset } from "../../../support/golden.ts";

const scenario: Scenario = {
  id: "s",
  title: "S",
  horizonHours: 240,
  shocks: [{ select: { ids: ["P1"] }, hours: 96, likelihood: 0.5 }],
};

function groundOf(): RunGround {
  const prepared = prepareGround(goldenDataset, []);
  if (prepared.kind === "refused") throw new Error("not ready");
  return prepared.ground;
}

describe("replayTrial", () => {
  const ground = groundOf();
  const drawn = { hits: true, transmission: true, repair: true, bufferSpread: 0 };
  const chances = trialChances(goldenDataset, ground.cascade.system, scenario, 1, drawn);
  const isHit = (trial: number) => trialScenario(ground, chances, trial).drawn.hits.length === 1;
  const trials = Array.from({ length: 20 }, (_, trial) => trial);

  it("is the run with its causes where the shock hits, and nothing where it misses", () => {
    const run = resultOf("run", goldenDataset, { scenario });
    const [hit, missed] = [trials.find(isHit)!, trials.find((trial) => !isHit(trial))!];
    const { numbers } = replayTrial(ground, scenario, Int32Array.of(2), chances, hit);
    expect(numbers.assets).toEqual(run.assets);
    expect(numbers.stateMatrix).toEqual(run.stateMatrix);
    expect(run.warnings.map(({ code }) => code)).toContain("RUN_CERTAIN");
    expect(numbers.warnings.map(({ code }) => code)).not.toContain("RUN_CERTAIN");
    expect(replayTrial(ground, scenario, Int32Array.of(2), chances, missed).numbers.assets).toEqual([]);
  });

  it("says of a trial only what was drawn", () => {
    const { drawn: stated } = trialScenario(ground, chances, trials.find(isHit)!);
    expect(stated).toEqual({
      hits: [{ id: "P1", fromHours: 0, toHours: 96, availability: 0 }],
      closedDependencies: [],
      buffers: [],
    });
  });

  it("leaves the engine as it was", () => {
    const before = resultOf("run", goldenDataset, { scenario });
    replayTrial(ground, scenario, Int32Array.of(2), chances, 3);
    expect(resultOf("run", goldenDataset, { scenario })).toEqual(before);
  });
});
