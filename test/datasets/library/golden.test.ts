import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import {
  type AnalysisOutcome,
  datasetHash,
  type Dataset,
  lossScenario,
  type Overlay,
  runAnalysis,
  type RunResult,
  type Scenario,
} from "../../../analyzer/index.ts";
import { parseOverlay, parseScenario, readDataset } from "../../../datasets/formats/index.ts";
import { openPath } from "../../../datasets/open-path.ts";

const library = fileURLToPath(new URL("../../../datasets/library", import.meta.url));

async function readGolden(name: string): Promise<Dataset> {
  const { dataset, issues } = await readDataset(await openPath(join(library, name)));
  expect(issues.filter((issue) => issue.severity !== "info")).toEqual([]);
  if (dataset === null) throw new Error(`${name} cannot be read`);
  return dataset;
}

async function readJson(...path: string[]): Promise<unknown> {
  return JSON.parse(await readFile(join(library, ...path), "utf8"));
}

async function readScenario(name: string, id: string): Promise<Scenario> {
  const { scenario, issues } = parseScenario(await readJson(name, "scenarios", `${id}.json`));
  expect(issues).toEqual([]);
  if (scenario === null) throw new Error(`${id} cannot be read`);
  expect(scenario.id).toBe(id);
  return scenario;
}

async function readOverlay(dataset: Dataset, id: string): Promise<Overlay> {
  const value = await readJson(dataset.description.id, "overlays", `${id}.json`);
  const { overlay, issues } = parseOverlay(value, dataset.description);
  expect(issues).toEqual([]);
  if (overlay === null) throw new Error(`${id} cannot be read`);
  expect(overlay.id).toBe(id);
  return overlay;
}

function analyse(
  analysis: string,
  dataset: Dataset,
  parameters: unknown,
  overlays: readonly Overlay[] = [],
): AnalysisOutcome {
  const input = { dataset, hash: datasetHash(dataset), overlays, engine: "0.0.0" };
  return runAnalysis(analysis, input, parameters, { progress: () => undefined, aborted: () => false });
}

function run(dataset: Dataset, scenario: Scenario, overlays: readonly Overlay[] = []): RunResult {
  const outcome = analyse("run", dataset, { scenario }, overlays);
  if (outcome.kind !== "done" || outcome.result.kind !== "run") throw new Error(JSON.stringify(outcome));
  return outcome.result;
}

/** Outages as `[from, to]` or, where the asset is not quite down, `[from, to, level]`. */
function outagesOf(result: RunResult): Record<string, number[][]> {
  return Object.fromEntries(
    result.assets.map(({ id, outages }) => [
      id,
      outages.map(({ fromHours, toHours, level }) =>
        level === 0 ? [fromHours, toHours] : [fromHours, toHours, level],
      ),
    ]),
  );
}

const gc1 = { P1: [[0, 96]], S1: [[0, 98]], T1: [[4, 99]], W1: [[12, 104]], H1: [[36, 116]] };

describe("the golden dataset, from its folder", () => {
  it("holds the ten services of three fictional States, and nothing to complain about", async () => {
    const dataset = await readGolden("golden");
    expect(
      dataset.assets.map((asset) => `${asset.id} ${asset.states[0]?.state} ${asset.sector}, ${asset.kind}`),
    ).toEqual([
      "B1 XB finance, payment switch",
      "F1 XC food, distribution centre",
      "H1 XA health, hospital",
      "P1 XA energy, power plant",
      "P2 XB energy, power plant",
      "R1 XB transport, rail freight line",
      "S1 XA energy, substation",
      "S2 XB energy, substation",
      "T1 XA digital, telecom exchange",
      "W1 XA water, pumping station",
    ]);
    expect(dataset.dependencies).toHaveLength(13);
    expect(dataset.description.marking).toBe("TLP:CLEAR");
  });

  it("GC-1: outages, first hits and the chain to F1", async () => {
    const result = run(await readGolden("golden"), await readScenario("golden", "gc-1"));
    expect(outagesOf(result)).toEqual({ ...gc1, B1: [[4, 101]], F1: [[52, 125]] });
    expect(result.assets.find((asset) => asset.id === "F1")?.chain).toEqual(["P1", "S1", "T1", "B1", "F1"]);
    expect(result.totals).toMatchObject({
      outageHours: 631,
      statesReached: 3,
      foreignStatesReached: 2,
      sectorsReached: 6,
    });
    expect(result.states.map(({ code, firstHours }) => [code, firstHours])).toEqual([
      ["XA", 0],
      ["XB", 4],
      ["XC", 52],
    ]);
  });

  it("GC-2: with the second exchange B1 and F1 never fail", async () => {
    const dataset = await readGolden("golden");
    const overlay = await readOverlay(dataset, "second-exchange");
    const result = run(dataset, await readScenario("golden", "gc-1"), [overlay]);
    expect(outagesOf(result)).toEqual(gc1);
    expect(result.totals.foreignStatesReached).toBe(0);
  });

  it("GC-3: each asset lost alone for 96 h", async () => {
    const outcome = analyse("rank", await readGolden("golden"), { hours: 96, horizonHours: 240 });
    if (outcome.kind !== "done" || outcome.result.kind !== "rank") throw new Error(JSON.stringify(outcome));
    expect(outcome.result.rows.map(({ id, outageHours }) => `${id} ${outageHours}`).join(", ")).toBe(
      "P1 631, S1 535, S2 362, T1 308, W1 192, B1 172, R1 152, F1 120, H1 108, P2 96",
    );
  });
});

describe("the golden network, from its folder", () => {
  it.each([
    ["gc-4a", { C2: [[0, 10]], N2: [[0, 10]] }, 20, 8],
    ["gc-4c", Object.fromEntries(["C1", "C2", "C3", "G1", "G2", "N1", "N2", "N3"].map((id) => [id, [[0, 10]]])), 80, 9],
  ])("%s", async (id, outages, outageHours, digits) => {
    const result = run(await readGolden("golden-network"), await readScenario("golden-network", id));
    expect(outagesOf(result)).toEqual(outages);
    expect(result.totals.outageHours).toBeCloseTo(outageHours, digits);
  });

  it("gc-4b: everything but the producers at 3/7", async () => {
    const result = run(await readGolden("golden-network"), await readScenario("golden-network", "gc-4b"));
    expect(result.assets.map((asset) => asset.id).sort()).toEqual(["C1", "C2", "C3", "G1", "N1", "N2", "N3"]);
    for (const { id, minLevel } of result.assets) expect(minLevel).toBeCloseTo(id === "G1" ? 0 : 3 / 7, 12);
    expect(result.totals.outageHours).toBeCloseTo(44.2857142857, 9);
    expect(result.states.find((state) => state.code === "XB")?.firstHours).toBe(0);
  });
});

describe("the golden zones, from their folder", () => {
  const at = (level: number, ...ids: string[]) => Object.fromEntries(ids.map((id) => [id, level]));
  const levels = (result: RunResult) => Object.fromEntries(result.assets.map(({ id, minLevel }) => [id, minLevel]));
  /** The same network under other rules. */
  const balanced = (dataset: Dataset, settings: object): Dataset => ({
    ...dataset,
    description: { ...dataset.description, networks: { electricity: { balance: "zones", ...settings } } },
  });

  it.each([
    ["(a)", "gc-6a", {}, at(7 / 11, "CB", "CC", "NB", "NC"), "GA2", 24.5454545455],
    ["(b)", "gc-6a", { sharing: "shared" }, at(13 / 17, "CA", "CB", "CC", "NA", "NB", "NC"), "GA2", 24.1176470588],
    ["(c)", "gc-6c", {}, { ...at(0, "CB"), ...at(1 / 3, "CC", "NC") }, "NB", 33.3333333333],
    [
      "(d)",
      "gc-6a",
      { transferLimits: [{ from: "XA", to: "XB", capacity: 30 }] },
      at(7 / 8, "CB", "CC", "NB", "NC"),
      "GA2",
      15,
    ],
  ])("GC-6 %s", async (_case, id, settings, expected, lost, outageHours) => {
    const dataset = await readGolden("golden-zones");
    const result = run(balanced(dataset, settings), await readScenario("golden-zones", id));
    const found = levels(result);
    expect(Object.keys(found).sort()).toEqual([...Object.keys(expected), lost].sort());
    for (const [asset, level] of Object.entries(expected)) expect(found[asset]).toBeCloseTo(level, 12);
    expect(found[lost]).toBe(0);
    expect(result.totals.outageHours).toBeCloseTo(outageHours, 9);
  });
});

describe("the golden loop, from its folder", () => {
  it("GC-5: stays down to the horizon and is reported as stuck; with black start it is back with the producer", async () => {
    const dataset = await readGolden("golden-loop");
    const scenario = await readScenario("golden-loop", "gc-5");
    const dark = run(dataset, scenario);
    expect(outagesOf(dark)).toEqual({ G: [[0, 5]], N: [[0, 48]], T: [[0, 48]] });
    expect(dark.stuck).toEqual([["N", "T"]]);
    const lit = run(dataset, scenario, [await readOverlay(dataset, "black-start")]);
    expect(outagesOf(lit)).toEqual({ G: [[0, 5]], N: [[0, 5]], T: [[0, 5]] });
    expect(lit.stuck).toEqual([]);
  });

  it("--lose has the same words as the scenario files", async () => {
    const scenario = await readScenario("golden", "gc-1");
    expect(lossScenario(["P1"], 96, 240).shocks).toEqual(scenario.shocks);
  });
});
