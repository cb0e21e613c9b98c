import { describe, expect, it } from "vitest";
import { parentOf, recordChain, recordLossHours, recordRoots } from "../../../analyzer/measures/losses.ts";
import { handTrace } from "./hand-trace.ts";

describe("losses", () => {
  // 0 is shocked twice; 2 hangs on 1, which hangs on the first loss of 0; 3 is shocked itself.
  const trace = handTrace(4, [
    { asset: 0, fromHours: 0, toHours: 2, level: 0 },
    { asset: 1, fromHours: 0, toHours: 3, level: 0.5, because: 0 },
    { asset: 3, fromHours: 1, toHours: 2, level: 0.25 },
    { asset: 2, fromHours: 1, toHours: 2, level: 0.75, because: 1 },
    { asset: 0, fromHours: 4, toHours: 4.5, level: 0 },
    { asset: 2, fromHours: 4, toHours: 5, level: 0, because: 4 },
  ]);

  it("are hours times what was missing", () => {
    expect([0, 1, 2, 3, 4].map((record) => recordLossHours(trace, record))).toEqual([2, 1.5, 0.75, 0.25, 0.5]);
  });

  it("belong to the asset at which the chain of each interval begins", () => {
    expect([...recordRoots(trace)]).toEqual([0, 0, 3, 0, 0, 0]);
    expect([0, 1, 2, 3, 4, 5].map((record) => parentOf(trace, record))).toEqual([-1, 0, -1, 1, -1, 4]);
  });

  it("have a chain from that asset to the one that lost", () => {
    expect([0, 3, 5].map((record) => recordChain(trace, record))).toEqual([[0], [0, 1, 2], [0, 2]]);
  });

  it("of a chain of 200,000 are found without running out of stack", () => {
    const long = handTrace(
      200_000,
      Array.from({ length: 200_000 }, (_, asset) => ({
        asset,
        fromHours: asset,
        toHours: asset + 1,
        level: 0,
        ...(asset === 0 ? {} : { because: asset - 1 }),
      })),
    );
    expect(recordRoots(long).every((root) => root === 0)).toBe(true);
    expect(recordChain(long, 199_999)).toHaveLength(200_000);
  });
});
