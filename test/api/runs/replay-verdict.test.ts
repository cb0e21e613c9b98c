import { expect, it } from "vitest";
import { replayVerdict } from "../../../api/runs/replay-verdict.ts";
import { storedRun } from "./stored-run.ts";

const verdict = (engine: string, resultHash: string) => replayVerdict(storedRun(), { engine, resultHash });

it("is the same where the hash is, whatever the engine", () => {
  expect(verdict("1.0.0", "def")).toEqual({ outcome: "same", explanation: "The result hash is the same." });
  const { outcome, explanation } = verdict("2.0.0", "def");
  expect(outcome).toBe("same");
  expect(explanation).toContain("engine 1.0.0 then and 2.0.0 now");
});

it("is laid to the engine where that is another one", () => {
  const { outcome, explanation } = verdict("2.0.0", "xyz");
  expect(outcome).toBe("engine-differs");
  for (const word of ["1.0.0", "2.0.0", "def", "xyz"]) expect(explanation).toContain(word);
});

it("is an error where nothing else differs", () => {
  const { outcome, explanation } = verdict("1.0.0", "xyz");
  expect(outcome).toBe("result-differs");
  expect(explanation).toContain("report it");
});
