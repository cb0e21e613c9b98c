import { describe, expect, it } from "vitest";
import {
  type CompareResult,
  type Dataset,
  lossScenario,
  type Overlay,
  type RankComparison,
  type RunComparison,
} from "../../../analyzer/index.ts";
import { goldenDataset, goldenNetwork, goldenWithSecondExchange } from "../../support/golden.ts";
import { outcomeOf } from "./numbers-of.ts";

const nothing = { assets: [], dependencies: [], connections: [] };

/** The overlay of GC-2: what the second golden dataset has that the first has not, and the other way round. */
const secondExchange: Overlay = {
  id: "second-exchange",
  title: "A second exchange in XB",
  add: {
    ...nothing,
    assets: goldenWithSecondExchange.assets.filter(({ id }) => id === "T2"),
    dependencies: goldenWithSecondExchange.dependencies.filter(
      ({ provider, dependent }) => provider === "T2" || dependent === "T2" || provider + dependent === "T1B1",
    ),
  },
  remove: { ...nothing, dependencies: ["T1-B1"] },
  change: [],
};

function compared(dataset: Dataset, parameters: unknown, overlay: Overlay): CompareResult {
  const outcome = outcomeOf("compare", dataset, parameters, [overlay]);
  if (outcome.kind !== "done" || outcome.result.kind !== "compare") throw new Error(JSON.stringify(outcome));
  return outcome.result;
}

function runs(dataset: Dataset, lost: string, overlay: Overlay): RunComparison {
  const result = compared(dataset, { scenario: lossScenario([lost], 96, 240) }, overlay);
  if (result.of !== "run") throw new Error("not of a run");
  return result;
}

function scans(parameters: unknown, overlay: Overlay): RankComparison {
  const result = compared(goldenDataset, { scan: parameters }, overlay);
  if (result.of !== "rank") throw new Error("not of a scan");
  return result;
}

describe("compare: one scenario before and after (GC-2)", () => {
  const { totals, assets, states, before, after, worseStates, warnings } = runs(goldenDataset, "P1", secondExchange);

  it("has a row for what changed and none for what did not", () => {
    expect(assets).toEqual([
      { id: "B1", outageHours: { before: 97, after: 0, change: -97 } },
      { id: "F1", outageHours: { before: 73, after: 0, change: -73 } },
    ]);
    expect(states).toEqual([
      {
        code: "XB",
        outageHours: { before: 97, after: 0, change: -97 },
        firstHours: { before: 4, after: null, change: null },
      },
      {
        code: "XC",
        outageHours: { before: 73, after: 0, change: -73 },
        firstHours: { before: 52, after: null, change: null },
      },
    ]);
  });

  it("sets every total side by side", () => {
    expect(totals.foreignStatesReached).toEqual({ before: 2, after: 0, change: -2 });
    expect(totals.outageHours).toEqual({ before: 631, after: 461, change: -170 });
    expect(totals.personHours).toEqual({ before: null, after: null, change: null });
    expect(Object.keys(totals)).toEqual(Object.keys(before.totals));
  });

  it("keeps both results, each with the overlays it was made with", () => {
    expect(before.overlays).toBeUndefined();
    expect(after.overlays).toEqual(["second-exchange"]);
    expect(before.resultHash).not.toBe(after.resultHash);
    expect([worseStates, warnings]).toEqual([[], []]);
  });
});

describe("compare: a change that is worse for somebody", () => {
  it("names the State, also where the total is better", () => {
    // Without the line N2-N3 the north keeps G2 to itself: C3 is better off with G1 lost, C1 and C2 are not.
    const cut: Overlay = { ...secondExchange, id: "cut", add: nothing, remove: { ...nothing, connections: ["N2-N3"] } };
    const { worseStates, warnings, states } = runs(goldenNetwork, "G1", cut);
    expect(worseStates).toEqual(["XA"]);
    expect(warnings).toMatchObject([{ code: "COMPARE_STATE_WORSE", text: expect.stringContaining("XA") }]);
    expect(states.map(({ code, outageHours }) => [code, Math.sign(outageHours.change ?? 0)])).toEqual([
      ["XA", 1],
      ["XB", -1],
    ]);
  });
});

describe("compare: two scans", () => {
  it("lists whose consequence changed, the largest change first, one that is new without a before", () => {
    const { assets, by } = scans({ hours: 96, horizonHours: 240 }, secondExchange);
    expect(by).toBe("outageHours");
    expect(assets).toEqual([
      { id: "T1", before: 308, after: 134, change: -174 },
      { id: "P1", before: 631, after: 461, change: -170 },
      { id: "S1", before: 535, after: 365, change: -170 },
      // What is new can be lost too: T2 goes down with S2.
      { id: "S2", before: 362, after: 457, change: 95 },
      { id: "T2", before: null, after: 97, change: null },
    ]);
  });

  it("compare by the consequence that was asked for", () => {
    const { assets, by } = scans({ hours: 96, horizonHours: 240, by: "foreignStatesReached" }, secondExchange);
    expect(by).toBe("foreignStatesReached");
    expect(assets.map(({ id, before, after }) => [id, before, after])).toEqual([
      ["P1", 2, 0],
      ["S1", 2, 0],
      ["T1", 2, 0],
      ["T2", null, 0],
    ]);
  });
});
