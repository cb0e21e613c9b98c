import { describe, expect, it } from "vitest";
import { type Overlay, runAnalysis, type Scenario } from "../../../analyzer/index.ts";
import { refusals, resultOf } from "../../support/ask.ts";
import { goldenDataset } from "../../support/golden.ts";
import { resultOfPieces } from "../../support/pieces-anyhow.ts";

const scenario: Scenario = {
  id: "storm",
  title: "Storm",
  horizonHours: 240,
  shocks: [
    { select: { ids: ["P1"] }, hours: 96, likelihood: 0.5 },
    { select: { ids: ["P2"] }, hours: 48, likelihood: 0.3 },
  ],
};
const certain: Scenario = { ...scenario, shocks: scenario.shocks.map((shock) => ({ ...shock, likelihood: 1 })) };

describe("trials of GC-1 with a shock that may miss", () => {
  const result = resultOf("trials", goldenDataset, { scenario, trials: 500, seed: 3 });
  const outage = result.consequences.outageHours!;

  it("lie between no loss and the certain run", () => {
    const run = resultOf("run", goldenDataset, { scenario: certain });
    expect(outage.worst.value).toBe(run.totals.outageHours);
    expect(outage.quantiles[0]).toMatchObject({ share: 0.05, value: 0 });
    expect(outage.mean).toBeGreaterThan(0);
    expect(outage.mean).toBeLessThan(run.totals.outageHours);
  });

  it("give the probability that each asset and State is disrupted", () => {
    const shareOf = (id: string) => result.assets.find((asset) => asset.id === id)?.disrupted;
    expect(shareOf("P1")?.interval[0]).toBeLessThan(0.5);
    expect(shareOf("P1")?.interval[1]).toBeGreaterThan(0.5);
    // What P1 brings down falls whenever it is hit.
    expect(shareOf("F1")).toEqual(shareOf("P1"));
    const xc = result.states.find(({ code }) => code === "XC");
    expect(xc?.disrupted).toEqual(shareOf("F1"));
    expect(xc?.reached).toEqual(shareOf("F1"));
  });

  it("count a State as reached by what no shock names only", () => {
    const xb = result.states.find(({ code }) => code === "XB")!;
    // P2, in XB, is hit now and then while nothing else of it falls.
    expect(xb.reached.share).toBeLessThan(xb.disrupted.share);
  });

  it("name trials that were so: the median, the 95 % and the worst, each again in a replay", () => {
    const named = [...outage.quantiles.filter(({ share }) => [0.5, 0.95].includes(share)), outage.worst];
    expect(named).toHaveLength(3);
    for (const { trial, value } of named) {
      const replayed = resultOf("replay", goldenDataset, { scenario, trial, seed: 3 });
      expect(replayed.totals.outageHours).toBe(value);
    }
  });

  it("add what States and assets lose to the same total", () => {
    const sum = (rows: readonly { readonly outageHours: { readonly mean: number } }[]) =>
      rows.reduce((total, { outageHours }) => total + outageHours.mean, 0);
    expect(sum(result.assets)).toBeCloseTo(outage.mean, 8);
    expect(sum(result.states)).toBeCloseTo(outage.mean, 8);
  });

  it("do not know person-hours where no asset states people, and say so", () => {
    expect(result.consequences.personHours).toBeNull();
    expect(result.warnings.map(({ code }) => code)).toEqual(["RUN_PEOPLE_UNKNOWN"]);
  });
});

describe("the number of trials and the seed", () => {
  it("are the scenario's where the parameters state none", () => {
    const stated = { ...scenario, trials: 40, seed: 11 };
    const own = resultOf("trials", goldenDataset, { scenario: stated });
    expect([own.trials, own.seed]).toEqual([40, 11]);
    const other = resultOf("trials", goldenDataset, { scenario: stated, trials: 50, seed: 12 });
    expect([other.trials, other.seed]).toEqual([50, 12]);
  });

  it("make the bytes, whoever did the pieces; another seed makes others", () => {
    const parameters = { scenario, trials: 200, seed: 5, bufferSpread: 0.5 };
    const bytes = JSON.stringify(resultOf("trials", goldenDataset, parameters));
    expect(JSON.stringify(resultOfPieces("trials", goldenDataset, parameters))).toBe(bytes);
    expect(JSON.stringify(resultOfPieces("trials", goldenDataset, parameters, 3))).toBe(bytes);
    expect(JSON.stringify(resultOf("trials", goldenDataset, { ...parameters, seed: 6 }))).not.toBe(bytes);
  });

  it("allow a single trial, of which no interval is known", () => {
    const { consequences } = resultOf("trials", goldenDataset, { scenario, trials: 1 });
    expect(consequences.outageHours).toMatchObject({ interval: null, standardDeviation: null, furtherTrials: null });
  });
});

describe("refused", () => {
  it.each([
    [{ scenario, trials: 0 }, "trials"],
    [{ scenario, trials: 1_000_001 }, "trials"],
    [{ scenario, trials: 2.5 }, "trials"],
    [{ scenario: { ...scenario, trials: 0 } }, "trials"],
    [{ scenario: { ...scenario, seed: -1 } }, "seed"],
    [{ scenario, seed: 0.5 }, "seed"],
    [{ scenario, seed: 2 ** 53 }, "seed"],
    [{ scenario, confidence: 1 }, "confidence"],
    [{ scenario, confidence: 0.2 }, "confidence"],
    [{ scenario, confidence: 1.2 }, "confidence"],
    [{ scenario, bufferSpread: 1.2 }, "bufferSpread"],
    [{ scenario, bufferSpread: -0.1 }, "bufferSpread"],
    [{ scenario, drawRepair: "yes" }, "drawRepair"],
    [{ scenario, trails: 10 }, "trails"],
    [{ trials: 10 }, "scenario"],
  ])("%j", (parameters, column) => {
    const found = refusals("trials", goldenDataset, parameters);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(new RegExp(`^ANALYSIS_PARAMETER ${column}: `));
  });

  it("a likelihood of 1.2 in a shock, by its own code", () => {
    const shock = { ...scenario.shocks[0]!, likelihood: 1.2 };
    const found = refusals("trials", goldenDataset, { scenario: { ...scenario, shocks: [shock] } });
    expect(found).toEqual([expect.stringMatching(/^SCENARIO_NUMBER_RANGE shocks\[0\]\.likelihood/)]);
  });

  it.each([
    [{ id: "P1", repairLowHours: 9, repairHours: 5, repairHighHours: 10 }, "REPAIR_ORDER"],
    [{ id: "P1-S1", likelihood: 1.2 }, "VALUE_OUT_OF_RANGE"],
  ])("%j in a change set, by the check's code", (change, code) => {
    const none = { assets: [], dependencies: [], connections: [] };
    const overlay: Overlay = { id: "o", title: "O", add: none, remove: none, change: [change] };
    const input = { dataset: goldenDataset, hash: "test", overlays: [overlay], engine: "test" };
    const host = { progress: () => undefined, aborted: () => false };
    const outcome = runAnalysis("trials", input, { scenario }, host);
    expect(outcome).toMatchObject({ kind: "refused", issues: [{ code }] });
  });
});

it("stops soon after the host aborts, with progress told before", () => {
  let done = 0;
  const host = {
    progress: () => {
      done += 1;
    },
    aborted: () => done >= 10,
  };
  const input = { dataset: goldenDataset, hash: "test", overlays: [], engine: "test" };
  expect(runAnalysis("trials", input, { scenario, trials: 1000 }, host)).toEqual({ kind: "aborted" });
  expect(done).toBe(10);
});
