import { describe, expect, it } from "vitest";
import { limits, type Scenario, type Selection, type Shock } from "../../../analyzer/index.ts";
import { resolveScenario } from "../../../analyzer/system/resolve-scenario.ts";
import { toTicks } from "../../../analyzer/system/ticks.ts";
import { assetRow, datasetOf } from "../../support/rows.ts";
import { scenarioOf } from "../../support/small-scenario.ts";

const dataset = datasetOf({
  assets: [
    assetRow("A", { operator: "Grid Co", lon: 10, lat: 50 }),
    assetRow("B", { sector: "water", kind: "dam", lon: 10, lat: 51 }),
    assetRow("C", { kind: "dam", states: [{ state: "XB", share: 1 }], operator: "Grid Co" }),
    assetRow("D", {
      states: [
        { state: "XB", share: 0.5 },
        { state: "XC", share: 0.5 },
      ],
    }),
  ],
});

const resolve = (...shocks: Shock[]) => resolveScenario(dataset, scenarioOf(shocks));

function selected(select: Selection): string {
  const { resolved, issues } = resolve({ select });
  return [
    ...[...resolved.asset].map((position) => dataset.assets[position]?.id),
    ...issues.map(({ code }) => code),
  ].join(" ");
}

const problems = (scenario: Scenario) =>
  resolveScenario(dataset, scenario).issues.map(({ code, column, value }) => `${code} ${column} ${value}`);

describe("resolveScenario: what a shock selects", () => {
  it.each<[string, Selection, string]>([
    ["ids, in the dataset's order", { ids: ["D", "A"] }, "A D"],
    ["sector", { sector: "water" }, "B"],
    ["kind", { kind: "dam" }, "B C"],
    ["operator", { operator: "Grid Co" }, "A C"],
    ["states, with any share", { states: ["XB"] }, "C D"],
    ["one of several states", { states: ["XA", "XC"] }, "A B D"],
    ["within, 111.2 km apart", { within: { lon: 10, lat: 50, km: 111.1 } }, "A"],
    ["within, never without a place", { within: { lon: 10, lat: 50, km: 111.3 } }, "A B"],
    ["all of several fields", { kind: "dam", states: ["XB"], operator: "Grid Co" }, "C"],
    ["ids that the other fields leave", { ids: ["A", "B", "C"], kind: "dam" }, "B C"],
    ["two fields that no asset meets", { kind: "dam", states: ["XC"] }, "SCENARIO_EMPTY_SELECTION"],
    ["ids that another field leaves none of", { ids: ["A"], kind: "dam" }, "SCENARIO_EMPTY_SELECTION"],
    ["no id", { ids: [] }, "SCENARIO_EMPTY_SELECTION"],
    ["no field at all", {}, "SCENARIO_EMPTY_SELECTION"],
  ])("%s", (_, select, expected) => {
    expect(selected(select)).toBe(expected);
  });

  it("gives one entry per shock and asset, and each named asset once", () => {
    const { resolved, issues } = resolve(
      { select: { ids: ["C", "A", "A"] }, fromHours: 2, hours: 0.5, availability: 0.25 },
      { select: { ids: ["A"] }, fromHours: 1 },
    );
    expect(issues).toEqual([]);
    expect([...resolved.asset]).toEqual([0, 2, 0]);
    expect([...resolved.fromTick]).toEqual([toTicks(2), toTicks(2), toTicks(1)]);
    expect([...resolved.toTick]).toEqual([toTicks(2.5), toTicks(2.5), Number.POSITIVE_INFINITY]);
    expect([...resolved.availability]).toEqual([0.25, 0.25, 0]);
    expect([...resolved.named]).toEqual([0, 2]);
  });

  it("begins at hour 0 and takes everything, to the end, unless said otherwise; no shock at all is a scenario too", () => {
    const { resolved } = resolve({ select: { ids: ["B"] } });
    expect([resolved.fromTick[0], resolved.toTick[0], resolved.availability[0]]).toEqual([0, Infinity, 0]);
    expect(resolve()).toMatchObject({ issues: [], resolved: { asset: new Int32Array(), named: new Int32Array() } });
  });
});

describe("resolveScenario: what is refused", () => {
  it("names every unknown id, and does not call the selection empty as well", () => {
    expect(problems(scenarioOf([{ select: { ids: ["A"] } }, { select: { ids: ["gone", "A", "lost"] } }]))).toEqual([
      "SCENARIO_UNKNOWN_ASSET shocks[1].select.ids gone",
      "SCENARIO_UNKNOWN_ASSET shocks[1].select.ids lost",
    ]);
    expect(problems(scenarioOf([{ select: { ids: ["gone"] } }]))).toHaveLength(1);
  });

  it("quotes a selection that holds nothing", () => {
    expect(problems(scenarioOf([{ select: { sector: "food" } }]))).toEqual([
      'SCENARIO_EMPTY_SELECTION shocks[0].select {"sector":"food"}',
    ]);
  });

  it.each([-1, 0, Number.NaN, Number.POSITIVE_INFINITY, limits.horizonHours + 1])("a horizon of %d hours", (hours) => {
    expect(problems(scenarioOf([], hours))).toEqual([`SCENARIO_HORIZON_RANGE horizonHours ${hours}`]);
  });

  it("the longest horizon is none of them", () => {
    expect(problems(scenarioOf([], limits.horizonHours))).toEqual([]);
  });

  it.each<[Partial<Shock>, string]>([
    [{ availability: 2 }, "availability 2"],
    [{ availability: -0.1 }, "availability -0.1"],
    [{ fromHours: -1 }, "fromHours -1"],
    [{ hours: -72 }, "hours -72"],
    [{ hours: Number.NaN }, "hours NaN"],
    [{ fromHours: limits.horizonHours + 1 }, `fromHours ${limits.horizonHours + 1}`],
    [{ likelihood: 1.5 }, "likelihood 1.5"],
  ])("%j", (values, said) => {
    expect(problems(scenarioOf([{ select: { ids: ["A"] }, ...values }]))).toEqual([
      `SCENARIO_NUMBER_RANGE shocks[0].${said}`,
    ]);
  });

  it("the ends of the ranges are none of them", () => {
    const shocks = [0, 1].map((edge) => ({ select: { ids: ["A"] }, availability: edge, hours: 0, likelihood: edge }));
    expect(problems(scenarioOf(shocks))).toEqual([]);
  });
});
