import { expect, it } from "vitest";
import { openCandidates } from "../../../../analyzer/algorithms/sets/open-candidates.ts";

it("candidates that may still gain enough come by their bound, without those judged for this pick", () => {
  const lazy = { bounds: Float64Array.of(5, 9, 9, 2, Number.NaN), judgedFor: Int32Array.of(1, 1, 2, 1, 1) };
  expect([...openCandidates(lazy, 2, 4, 10)]).toEqual([1, 0]);
  expect([...openCandidates(lazy, 3, 2, 10)]).toEqual([1, 2, 0, 3]);
  expect([...openCandidates(lazy, 3, Number.NEGATIVE_INFINITY, 2)]).toEqual([1, 2]);
});
