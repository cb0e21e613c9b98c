import { expect, it } from "vitest";
import { runText } from "../../../api/runs/run-text.ts";
import { storedRun } from "./stored-run.ts";

it("keeps the bytes of a result", () => {
  const run = storedRun({ result: '{ "b": 1.0, "a": 1e2 }' });
  expect(runText(run)).toContain(',"result":{ "b": 1.0, "a": 1e2 }}');
  expect(JSON.parse(runText(run))).toEqual({ ...run, result: { b: 1, a: 100 } });
});

it("says null for a result that was dropped", () => {
  expect(JSON.parse(runText(storedRun({ result: null })))).toMatchObject({ result: null });
});
