import { expect, it } from "vitest";
import { recordsByAsset } from "../../../analyzer/measures/sort-records.ts";
import { handTrace } from "./hand-trace.ts";

it("recordsByAsset lists the intervals of each asset in order of time, and none of the buffer behind them", () => {
  const trace = handTrace(3, [
    { asset: 2, fromHours: 0, toHours: 1, level: 0 },
    { asset: 0, fromHours: 1, toHours: 2, level: 0 },
    { asset: 2, fromHours: 2, toHours: 3, level: 0 },
  ]);
  const { start, items } = recordsByAsset(trace, 3);
  expect([[...start], [...items]]).toEqual([
    [0, 1, 1, 3],
    [1, 0, 2],
  ]);
});
