import { describe, expect, it } from "vitest";
import type { RankResult, RunResult } from "../../../analyzer/index.ts";
import { callJson, library } from "./call.ts";

async function run(...words: string[]): Promise<RunResult> {
  return (await callJson(["run", ...words])) as RunResult;
}

/** Outages as `P1 0-96`, in the order of the result; the level (to a billionth) where something is left. */
function outageTexts({ assets }: RunResult): string[] {
  return assets.flatMap(({ id, outages }) =>
    outages.map(
      ({ fromHours, toHours, level }) => `${id} ${fromHours}-${toHours}${level === 0 ? "" : ` at ${level.toFixed(9)}`}`,
    ),
  );
}

const golden = library("golden");
const network = library("golden-network");
const loop = library("golden-loop");
const threeSevenths = (3 / 7).toFixed(9);
const lossOfP1 = ["--lose", "P1", "--hours", "96", "--horizon", "240"];

describe("the golden cases on the command line", () => {
  it("GC-1 row by row, with the chain to F1", async () => {
    const result = await run(golden, ...lossOfP1);
    expect(outageTexts(result)).toEqual([
      "P1 0-96",
      "S1 0-98",
      "B1 4-101",
      "T1 4-99",
      "W1 12-104",
      "H1 36-116",
      "F1 52-125",
    ]);
    expect(result.totals).toMatchObject({ outageHours: 631, foreignStatesReached: 2 });
    expect(result.states.map(({ code, firstHours }) => [code, firstHours])).toEqual([
      ["XA", 0],
      ["XB", 4],
      ["XC", 52],
    ]);
    expect(result.assets.find(({ id }) => id === "F1")?.chain).toEqual(["P1", "S1", "T1", "B1", "F1"]);
    expect(result).toMatchObject({ kind: "run", horizonHours: 240, stopped: "settled", dataset: { id: "golden" } });
  });

  it.each(["second-exchange", `${golden}/overlays/second-exchange.json`])("GC-2 by the overlay %s", async (overlay) => {
    const result = await run(golden, ...lossOfP1, "--overlay", overlay);
    expect(outageTexts(result)).toEqual(["P1 0-96", "S1 0-98", "T1 4-99", "W1 12-104", "H1 36-116"]);
    expect(result.totals.foreignStatesReached).toBe(0);
    expect(result.overlays).toEqual(["second-exchange"]);
  });

  it("GC-3, the single-failure scan", async () => {
    const result = (await callJson(["rank", golden, "--hours", "96", "--horizon", "240"])) as RankResult;
    expect(result.rows.map(({ rank, id, outageHours }) => [rank, id, outageHours])).toEqual([
      [1, "P1", 631],
      [2, "S1", 535],
      [3, "S2", 362],
      [4, "T1", 308],
      [5, "W1", 192],
      [6, "B1", 172],
      [7, "R1", 152],
      [8, "F1", 120],
      [9, "H1", 108],
      [10, "P2", 96],
    ]);
    expect(result).toMatchObject({ kind: "rank", by: "outageHours", hours: 96, horizonHours: 240 });
  });

  it("GC-4 (a) a cut leaves two islands that feed themselves", async () => {
    const result = await run(network, "--scenario", "gc-4a");
    expect(outageTexts(result)).toEqual(["C2 0-10", "N2 0-10"]);
    expect(result.totals.outageHours).toBe(20);
  });

  it("GC-4 (b) a lost producer leaves 3/7 to everybody", async () => {
    const result = await run(network, "--scenario", "gc-4b");
    expect(outageTexts(result)).toEqual([
      `C1 0-10 at ${threeSevenths}`,
      `C2 0-10 at ${threeSevenths}`,
      `C3 0-10 at ${threeSevenths}`,
      "G1 0-10",
      `N1 0-10 at ${threeSevenths}`,
      `N2 0-10 at ${threeSevenths}`,
      `N3 0-10 at ${threeSevenths}`,
    ]);
    expect(result.totals.outageHours).toBeCloseTo(44.2857142857, 10);
    expect(result.states.find(({ code }) => code === "XB")?.firstHours).toBe(0);
  });

  it("GC-4 (c) without a producer all eight are down, and back at once", async () => {
    const result = await run(network, "--scenario", `${network}/scenarios/gc-4c.json`);
    expect(outageTexts(result)).toEqual(["C1", "C2", "C3", "G1", "G2", "N1", "N2", "N3"].map((id) => `${id} 0-10`));
  });

  it("GC-5 a loop stays stuck, and comes back with black start", async () => {
    const stuck = await run(loop, "--scenario", "gc-5");
    expect(outageTexts(stuck)).toEqual(["G 0-5", "N 0-48", "T 0-48"]);
    expect(stuck.stuck).toEqual([["N", "T"]]);
    const back = await run(loop, "--scenario", "gc-5", "--overlay", "black-start");
    expect(outageTexts(back)).toEqual(["G 0-5", "N 0-5", "T 0-5"]);
    expect(back.stuck).toEqual([]);
  });
});
