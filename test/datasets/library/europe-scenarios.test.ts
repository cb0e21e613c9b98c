import { beforeAll, describe, expect, it } from "vitest";
import { type Dataset, lossScenario, type RunResult, runAnalysis, type Scenario } from "../../../analyzer/index.ts";
import { readTable } from "../../../datasets/recipes/europe/table.ts";
import { analysisInput, readEurope, readOverlays, readScenarios, run } from "./europe-dataset.ts";

describe("the shipped scenarios", () => {
  let dataset: Dataset;
  let scenarios: Scenario[];
  const results = new Map<string, RunResult>();
  beforeAll(async () => {
    const outcome = await readEurope();
    if (outcome.dataset === null) throw new Error("europe cannot be read");
    dataset = outcome.dataset;
    scenarios = readScenarios();
    const input = analysisInput(dataset);
    for (const scenario of scenarios) results.set(scenario.id, run(input, scenario));
  });

  it("come from different sectors", () => {
    const sectors = new Map(dataset.assets.map(({ id, sector }) => [id, sector]));
    const roots = [...results.values()].map((result) => sectors.get(result.assets[0]?.chain[0] ?? ""));
    expect(new Set(roots).size).toBeGreaterThanOrEqual(5);
  });

  it("harm Malta less with the overlay of second links", () => {
    const overlay = readOverlays(dataset).filter(({ id }) => id === "second-malta-links");
    const scenario = scenarios.find(({ id }) => id === "earthquake-eastern-sicily");
    expect(overlay).toHaveLength(1);
    if (scenario === undefined) throw new Error("no scenario of Sicily");
    const malta = (result: RunResult): number => result.states.find(({ code }) => code === "MT")?.outageHours ?? 0;
    const after = run(analysisInput(dataset, overlay), scenario);
    expect(malta(after)).toBeLessThan(malta(run(analysisInput(dataset), scenario)) / 2);
  });

  it("run with each overlay", () => {
    for (const overlay of readOverlays(dataset)) {
      const result = run(analysisInput(dataset, [overlay]), lossScenario(["t2"], 96));
      expect(result.totals.assetsDisrupted, overlay.id).toBeGreaterThan(0);
    }
  });
});

/** The share of a foreign State's assets that one loss may take below half their function. */
const limit = 0.25;

describe("single losses", () => {
  it(`take less than ${limit * 100} % of a foreign State below half, or are listed with a reason`, async () => {
    const { dataset } = await readEurope();
    if (dataset === null) throw new Error("europe cannot be read");
    const input = analysisInput(dataset);
    const outcome = runAnalysis("rank", input, {}, { progress: () => undefined, aborted: () => false });
    if (outcome.kind !== "done" || outcome.result.kind !== "rank") throw new Error(JSON.stringify(outcome));
    const abroad = outcome.result.rows.filter(({ foreignOutageHours }) => foreignOutageHours > 0).map(({ id }) => id);
    expect(abroad.length).toBeGreaterThan(60);
    const found = abroad.flatMap((id) =>
      hardHit(dataset, run(input, lossScenario([id], 72)), id).map((state) => `${id} ${state}`),
    );
    const listed = readTable(new URL("./", import.meta.url).pathname, "europe-limits.csv").map(({ cells }) => cells);
    for (const row of listed) expect(row["reason"]).not.toBe("");
    expect(new Set(found)).toEqual(new Set(listed.map((row) => `${row["asset"]} ${row["state"]}`)));
  });
});

/** The States where the lost asset has no share and at least `limit` of the assets fall below half their function. */
function hardHit(dataset: Dataset, result: RunResult, lost: string): string[] {
  const low = new Set(result.assets.filter(({ minLevel }) => minLevel < 0.5).map(({ id }) => id));
  const own = new Set(dataset.assets.find(({ id }) => id === lost)?.states.map(({ state }) => state));
  const count = new Map<string, { all: number; low: number }>();
  for (const asset of dataset.assets) {
    for (const { state, share } of asset.states) {
      const entry = count.get(state) ?? { all: 0, low: 0 };
      count.set(state, { all: entry.all + share, low: entry.low + (low.has(asset.id) ? share : 0) });
    }
  }
  return [...count].filter(([state, { all, low }]) => !own.has(state) && low / all >= limit).map(([state]) => state);
}
