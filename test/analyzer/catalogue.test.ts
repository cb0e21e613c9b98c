import { describe, expect, it } from "vitest";
import {
  type Analysis,
  type AnalysisHost,
  type AnalysisOutcome,
  type AnalysisResult,
  catalogue,
  isPieced,
  lossScenario,
  type Overlay,
  type PiecedAnalysis,
  prepareGround,
  restoreGround,
  runAnalysis,
  type RunResult,
  shareGround,
} from "../../analyzer/index.ts";
import { goldenDataset } from "../support/golden.ts";

const quiet: AnalysisHost = { progress: () => undefined, aborted: () => false };
const scenario = lossScenario(["P1"], 96, 240);

const nothing = { assets: [], dependencies: [], connections: [] };
const longerBuffer: Overlay = {
  id: "longer",
  title: "Longer",
  add: nothing,
  remove: nothing,
  change: [{ id: "S1-T1", bufferHours: 200 }],
};

function ask(id: string, parameters: unknown, overlays: readonly Overlay[] = [], host = quiet): AnalysisOutcome {
  return runAnalysis(id, { dataset: goldenDataset, hash: "abc", overlays, engine: "1.2.3" }, parameters, host);
}

function runOf(parameters: unknown, overlays: readonly Overlay[] = []): RunResult {
  const outcome = ask("run", parameters, overlays);
  if (outcome.kind !== "done" || outcome.result.kind !== "run") throw new Error(JSON.stringify(outcome));
  return outcome.result;
}

function doneOf(outcome: AnalysisOutcome): AnalysisResult {
  if (outcome.kind !== "done") throw new Error(JSON.stringify(outcome));
  return outcome.result;
}

const refusals = (outcome: AnalysisOutcome) =>
  outcome.kind === "refused" ? outcome.issues.map(({ code, column }) => `${code} ${column}`) : outcome.kind;

/** What each analysis must be told at least, on the golden case. */
const leastParameters: Readonly<Record<string, unknown>> = {
  run: { scenario },
  compare: { scenario },
  trials: { scenario, trials: 20 },
  replay: { scenario, trial: 3 },
  "likely-sets": { scenario: { ...scenario, shocks: [{ select: { ids: ["P1"] }, likelihood: 0.5 }] }, trials: 20 },
  "rank-trials": { trials: 20 },
  shapley: { ids: ["P1", "P2"] },
};

describe("the catalogue", () => {
  it("begins with what is asked most", () => {
    expect(catalogue.slice(0, 3).map(({ id }) => id)).toEqual(["run", "rank", "compare"]);
  });

  it("refuses what it does not have, and says what it has", () => {
    const outcome = ask("percolation", {});
    expect(refusals(outcome)).toEqual(["ANALYSIS_UNKNOWN analysis"]);
    expect(outcome.kind === "refused" && outcome.issues[0]).toMatchObject({
      value: "percolation",
      text: expect.stringMatching(/^no such analysis; there is run, rank, compare, .*structure/),
    });
  });

  it.each<[string, unknown, string]>([
    ["run", { scenario, disruptedBelow: 0.5 }, "run"],
    ["rank", { by: "personHours", hours: 96, horizonHours: 240, limit: 3 }, "rank"],
    ["rank", undefined, "rank"],
    ["compare", { scenario }, "compare"],
    ["compare", { scan: { by: "personHours", hours: 96, horizonHours: 240 } }, "compare"],
    ["structure", {}, "structure"],
  ])("%s takes %j: every parameter its schema names", (id, parameters, kind) => {
    const outcome = ask(id, parameters);
    expect(outcome.kind === "done" && outcome.result.kind).toBe(kind);
  });

  it.each<[string, unknown, string[]]>([
    ["run", {}, ["ANALYSIS_PARAMETER scenario"]],
    ["run", { scenario, disruptedBelow: 0 }, ["ANALYSIS_PARAMETER disruptedBelow"]],
    ["run", { scenario, hours: 3 }, ["ANALYSIS_PARAMETER hours"]],
    ["run", { scenario: lossScenario(["gone"], 1) }, ["SCENARIO_UNKNOWN_ASSET shocks[0].select.ids"]],
    ["run", { scenario: lossScenario(["P1"], -1, 9) }, ["SCENARIO_NUMBER_RANGE shocks[0].hours"]],
    ["rank", { by: "harm" }, ["ANALYSIS_PARAMETER by"]],
    ["compare", {}, ["ANALYSIS_PARAMETER scenario"]],
    ["compare", { scan: { limit: 3 } }, ["ANALYSIS_PARAMETER limit"]],
    ["compare", { scan: {}, hours: 3 }, ["ANALYSIS_PARAMETER hours"]],
    ["compare", { scan: null }, ["ANALYSIS_PARAMETER parameters"]],
    ["compare", { scenario: lossScenario(["gone"], 1) }, ["SCENARIO_UNKNOWN_ASSET shocks[0].select.ids"]],
    ["structure", { by: "degree" }, ["ANALYSIS_PARAMETER by"]],
  ])("%s refuses %j", (id, parameters, codes) => {
    expect(refusals(ask(id, parameters))).toEqual(codes);
  });

  it.each(catalogue.map(({ id }) => id))("%s refuses an overlay that does not fit", (id) => {
    const misfit = { ...longerBuffer, change: [{ id: "gone" }] };
    expect(refusals(ask(id, leastParameters[id] ?? {}, [misfit]))).toEqual(["OVERLAY_UNKNOWN_ID change"]);
  });
});

describe("an answer", () => {
  it.each(catalogue.map((entry): [string, Analysis] => [entry.id, entry]))("of %s is plain JSON of its kind", (id) => {
    const outcome = ask(id, leastParameters[id] ?? {});
    if (outcome.kind !== "done") throw new Error(JSON.stringify(outcome));
    expect(outcome.result.kind).toBe(id);
    expect(JSON.parse(JSON.stringify(outcome.result))).toEqual(outcome.result);
  });

  it.each(catalogue.filter(isPieced).map((entry): [string, PiecedAnalysis] => [entry.id, entry]))(
    "of %s is the same when the pieces are done last first, elsewhere",
    (id, entry) => {
      const parameters = leastParameters[id] ?? {};
      const input = { dataset: goldenDataset, hash: "abc", overlays: [], engine: "1.2.3" };
      const prepared = prepareGround(goldenDataset, []);
      if (prepared.kind !== "ready") throw new Error(prepared.kind);
      let round = entry.plan(prepared.ground, parameters);
      while (round.kind === "planned") {
        const elsewhere = restoreGround(structuredClone(shareGround(prepared.ground)));
        const plan: unknown = structuredClone(round.plan);
        const parts: unknown[] = [];
        for (let index = round.pieces - 1; index >= 0; index -= 1) {
          parts[index] = structuredClone(entry.piece(elsewhere, plan, index, quiet));
        }
        const joined = entry.join(prepared.ground, round.plan, parts, input);
        if (joined.kind === "done") {
          expect(JSON.stringify(joined.result)).toBe(JSON.stringify(doneOf(ask(id, parameters))));
          return;
        }
        round = joined;
      }
      throw new Error(JSON.stringify(round));
    },
  );
});

describe("run", () => {
  it("says on what data, by what engine and for what question it was made", () => {
    expect(runOf({ scenario })).toMatchObject({
      kind: "run",
      engine: "1.2.3",
      dataset: { id: "golden", version: "1", hash: "abc" },
      scenario,
      horizonHours: 240,
    });
    expect(runOf({ scenario })).not.toHaveProperty("overlays");
    expect(runOf({ scenario }, [longerBuffer]).overlays).toEqual(["longer"]);
  });

  it("has the same hash for the same numbers, another for others, whatever engine said them", () => {
    const hash = runOf({ scenario }).resultHash;
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    const input = { dataset: structuredClone(goldenDataset), hash: "abc", overlays: [], engine: "9.9.9" };
    expect(runAnalysis("run", input, { scenario }, quiet)).toMatchObject({ result: { resultHash: hash } });
    const others = [
      runOf({ scenario: lossScenario(["P1"], 95, 240) }),
      runOf({ scenario }, [longerBuffer]),
      runOf({ scenario, disruptedBelow: 0.5 }),
    ];
    expect(others.map(({ resultHash }) => resultHash === hash)).toEqual([false, false, true]);
  });
});

describe("progress and stopping", () => {
  it("a comparison of scans counts both sides as one", () => {
    const heard: string[] = [];
    ask("compare", { scan: { hours: 1 } }, [longerBuffer], {
      ...quiet,
      progress: (done, total) => heard.push(`${done}/${total}`),
    });
    expect(heard).toEqual(Array.from({ length: 20 }, (_, index) => `${index + 1}/20`));
  });

  it.each([
    ["compare", { scan: {} }, 4],
    ["compare", { scan: {} }, 14],
  ])("%s %j stops where it is told to, after %d", (id, parameters, most) => {
    let reached = 0;
    const host = { progress: (done: number) => (reached = done), aborted: () => reached === most };
    expect(ask(id, parameters, [], host)).toEqual({ kind: "aborted" });
  });
});
