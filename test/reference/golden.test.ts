import { describe, expect, it } from "vitest";
import { lossScenario } from "../../analyzer/index.ts";
import { type Answer, bothRuns } from "../support/answer.ts";
import { rankEngine, runEngine } from "../support/engine-door.ts";
import { goldenDataset, goldenLoop, goldenNetwork, goldenWithSecondExchange, goldenZones } from "../support/golden.ts";

const gc1 = {
  P1: [[0, 96, 0]],
  S1: [[0, 98, 0]],
  T1: [[4, 99, 0]],
  B1: [[4, 101, 0]],
  W1: [[12, 104, 0]],
  H1: [[36, 116, 0]],
  F1: [[52, 125, 0]],
};

const gc3 = { P1: 631, S1: 535, S2: 362, T1: 308, W1: 192, B1: 172, R1: 152, F1: 120, H1: 108, P2: 96 };

/** All ids at one level over 0-10 h. */
const tenHours = (level: number, ...ids: string[]) => Object.fromEntries(ids.map((id) => [id, [[0, 10, level]]]));

/** Compares the levels to 1e-9 and everything else exactly. */
function expectOutages(answer: Answer, expected: Readonly<Record<string, readonly (readonly number[])[]>>): void {
  expect([...answer.outages.keys()].sort()).toEqual(Object.keys(expected).sort());
  for (const [id, list] of Object.entries(expected)) {
    const found = answer.outages.get(id) ?? [];
    expect(found.map(({ fromHours, toHours }) => [fromHours, toHours])).toEqual(list.map(([from, to]) => [from, to]));
    list.forEach(([, , level = 1], index) => expect(found[index]?.level).toBeCloseTo(level, 9));
  }
}

describe.each(bothRuns)("golden case by the $name", ({ run }) => {
  it("GC-1: the loss of P1 spreads over three States", () => {
    const answer = run(goldenDataset, lossScenario(["P1"], 96, 240));
    expectOutages(answer, gc1);
    expect(answer.totals).toMatchObject({ outageHours: 631, assetsDisrupted: 7, assetsDown: 7 });
    expect(answer.totals).toMatchObject({ statesReached: 3, foreignStatesReached: 2, sectorsReached: 6 });
    expect(answer.stuck).toEqual([]);
  });

  it("GC-2: a second exchange keeps B1 and F1 up", () => {
    const { B1: _, F1: __, ...others } = gc1;
    const answer = run(goldenWithSecondExchange, lossScenario(["P1"], 96, 240));
    expectOutages(answer, others);
    expect(answer.totals.foreignStatesReached).toBe(0);
  });

  it.each(Object.entries(gc3))("GC-3: %s lost for 96 h costs %d outage hours", (id, outageHours) => {
    expect(run(goldenDataset, lossScenario([id], 96, 240)).totals.outageHours).toBe(outageHours);
  });

  it("GC-4 (a): N2 lost leaves two islands that feed themselves", () => {
    const answer = run(goldenNetwork, lossScenario(["N2"], 10, 48));
    expectOutages(answer, tenHours(0, "N2", "C2"));
    expect(answer.totals.outageHours).toBe(20);
  });

  it("GC-4 (b): G1 lost leaves 60 for 140", () => {
    const answer = run(goldenNetwork, lossScenario(["G1"], 10, 48));
    expectOutages(answer, { ...tenHours(0, "G1"), ...tenHours(3 / 7, "N1", "N2", "N3", "C1", "C2", "C3") });
    expect(answer.totals.outageHours).toBeCloseTo(44.2857142857, 9);
    expect(answer.outages.get("N3")?.[0]?.fromHours).toBe(0);
  });

  it("GC-4 (c): both producers lost takes all down, all back at 10 h", () => {
    const answer = run(goldenNetwork, lossScenario(["G1", "G2"], 10, 48));
    expectOutages(answer, tenHours(0, "G1", "G2", "N1", "N2", "N3", "C1", "C2", "C3"));
  });

  it("GC-5: a loop of services stays down and is reported as stuck", () => {
    const answer = run(goldenLoop(false), lossScenario(["G"], 5, 48));
    expectOutages(answer, { G: [[0, 5, 0]], N: [[0, 48, 0]], T: [[0, 48, 0]] });
    expect(answer.stuck).toEqual([["N", "T"]]);
  });

  it("GC-5 with black start: both are back at 5 h", () => {
    const answer = run(goldenLoop(true), lossScenario(["G"], 5, 48));
    expectOutages(answer, { G: [[0, 5, 0]], N: [[0, 5, 0]], T: [[0, 5, 0]] });
    expect(answer.stuck).toEqual([]);
  });

  it("GC-6 (a): own demand first, what XA has left over goes to XB and XC alike", () => {
    const answer = run(goldenZones(), lossScenario(["GA2"], 10, 24));
    expectOutages(answer, { ...tenHours(0, "GA2"), ...tenHours(7 / 11, "NB", "CB", "NC", "CC") });
    expect(answer.totals.outageHours).toBeCloseTo(24.5454545455, 9);
    expect(answer.totals.foreignStatesReached).toBe(2);
  });

  it("GC-6 (b): shared, everybody has 13/17", () => {
    const answer = run(goldenZones({ sharing: "shared" }), lossScenario(["GA2"], 10, 24));
    expectOutages(answer, { ...tenHours(0, "GA2"), ...tenHours(13 / 17, "NA", "CA", "NB", "CB", "NC", "CC") });
    expect(answer.totals.outageHours).toBeCloseTo(24.1176470588, 9);
  });

  it("GC-6 (c): the substation between them lost, XC has only its own", () => {
    const answer = run(goldenZones(), lossScenario(["NB"], 10, 24));
    expectOutages(answer, { ...tenHours(0, "NB", "CB"), ...tenHours(1 / 3, "NC", "CC") });
    expect(answer.totals.outageHours).toBeCloseTo(33.3333333333, 9);
  });

  it("GC-6 (d): with a transfer limit that binds before, only what is lost on top of it counts", () => {
    const dataset = goldenZones({ transferLimits: [{ from: "XA", to: "XB", capacity: 30 }] });
    const answer = run(dataset, lossScenario(["GA2"], 10, 24));
    expectOutages(answer, { ...tenHours(0, "GA2"), ...tenHours(7 / 8, "NB", "CB", "NC", "CC") });
    expect(answer.totals.outageHours).toBeCloseTo(15, 9);
  });
});

describe("golden case, what only the engine says", () => {
  it("GC-1: the chain to F1 runs over S1, T1 and B1; XB is hit at 4 h and XC at 52 h", () => {
    const result = runEngine(goldenDataset, lossScenario(["P1"], 96, 240));
    expect(result.assets.map(({ id }) => id)).toEqual(["P1", "S1", "B1", "T1", "W1", "H1", "F1"]);
    expect(result.assets.find(({ id }) => id === "F1")?.chain).toEqual(["P1", "S1", "T1", "B1", "F1"]);
    expect(result.assets.find(({ id }) => id === "H1")?.chain).toEqual(["P1", "S1", "W1", "H1"]);
    expect(result.states.map(({ code, firstHours }) => [code, firstHours])).toEqual([
      ["XA", 0],
      ["XB", 4],
      ["XC", 52],
    ]);
  });

  it("GC-2: other rows are unchanged and nothing settles late", () => {
    const before = runEngine(goldenDataset, lossScenario(["P1"], 96, 240));
    const after = runEngine(goldenWithSecondExchange, lossScenario(["P1"], 96, 240));
    const kept = before.assets.filter(({ id }) => id !== "B1" && id !== "F1");
    expect(after.assets).toEqual(kept);
    expect(after.stopped).toBe("settled");
  });

  it("GC-3: the scan ranks them in this order", () => {
    const { rows } = rankEngine(goldenDataset, { hours: 96, horizonHours: 240 });
    expect(rows.map(({ id, outageHours }) => [id, outageHours])).toEqual(Object.entries(gc3));
  });

  it("GC-4 (b): XB is reached at 0 h", () => {
    const result = runEngine(goldenNetwork, lossScenario(["G1"], 10, 48));
    expect(result.states.find(({ code }) => code === "XB")?.firstHours).toBe(0);
  });
});
