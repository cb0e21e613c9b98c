import { describe, expect, it } from "vitest";
import type { Asset } from "../../../analyzer/index.ts";
import { assetRow, datasetOf, dependencyRow } from "../../support/rows.ts";
import { lose, scenarioOf } from "../../support/small-scenario.ts";
import { numbersOf } from "./numbers-of.ts";

const chain = (more: Readonly<Record<string, Partial<Asset>>> = {}) =>
  datasetOf({
    assets: ["A", "B", "C"].map((id) => assetRow(id, more[id])),
    dependencies: [dependencyRow("A", "B", { bufferHours: 2 }), dependencyRow("B", "C", { loss: 0.5 })],
  });

describe("runScenario: what became of each asset", () => {
  it("holds its intervals, their sum, the lowest level, the first hour and the chain", () => {
    const { assets } = numbersOf(chain(), scenarioOf([lose("A", 1, 5)]));
    expect(assets.map(({ id, outageHours, minLevel, firstHours }) => [id, outageHours, minLevel, firstHours])).toEqual([
      ["A", 5, 0, 1],
      ["B", 3, 0, 3],
      ["C", 1.5, 0.5, 3],
    ]);
    expect(assets[2]).toMatchObject({
      outages: [{ fromHours: 3, toHours: 6, level: 0.5, cause: { group: "B>C", provider: "B" } }],
      chain: ["A", "B", "C"],
    });
  });

  it("gives no chains where they add up to more than a result can hold, and says so", () => {
    const ids = Array.from({ length: 3200 }, (_, at) => `A${String(at).padStart(4, "0")}`);
    const assets = ids.map((id) => assetRow(id));
    const dependencies = ids.slice(1).map((id, at) => dependencyRow(ids[at]!, id));
    const found = numbersOf(datasetOf({ assets, dependencies }), scenarioOf([lose("A0000", 0, 5)]));
    expect(found.warnings.map(({ code }) => code)).toContain("RUN_CHAINS_LEFT_OUT");
    expect(found.assets.map(({ chain }) => chain.length)).toEqual(ids.map(() => 0));
    expect(found.assets.at(-1)?.outages[0]?.cause).toEqual({ group: "A3198>A3199", provider: "A3198" });
    const [root] = found.stateMatrix.outageHours;
    expect(root?.[0]).toBe(found.totals.outageHours);
  });

  it("is listed by first hour, then by id", () => {
    const shocks = [lose("C", 0, 1), lose("B", 4, 1), lose("A", 0, 1)];
    expect(numbersOf(chain(), scenarioOf(shocks)).assets.map(({ id }) => id)).toEqual(["A", "C", "B"]);
  });

  it("is told also where one asset has more outages than a call may have arguments", () => {
    const loop = datasetOf({
      assets: [assetRow("A"), assetRow("B")],
      dependencies: [dependencyRow("A", "B", { lagHours: 2 }), dependencyRow("B", "A", { lagHours: 2 })],
    });
    const { assets, stopped } = numbersOf(loop, scenarioOf([lose("A", 0, 1)], 520_000));
    expect(assets.map(({ outages, minLevel }) => [outages.length, minLevel])).toEqual([
      [130_000, 0],
      [130_000, 0],
    ]);
    expect(stopped).toBe("horizon");
  });
});

describe("runScenario: what counts as disrupted", () => {
  const steps = scenarioOf([lose("A", 0, 3, 0.5), lose("A", 2, 1, 0.5), lose("C", 0, 1, 0.75)]);

  it("is anything below 1 unless said", () => {
    const { totals, assets } = numbersOf(chain(), steps);
    expect(totals).toMatchObject({ assetsDisrupted: 2, assetsDown: 0, outageHours: 2 });
    expect(assets.map(({ firstHours }) => firstHours)).toEqual([0, 0]);
  });

  it("can begin at a lower level, which itself does not count; losses are summed all the same", () => {
    const { totals, assets, states } = numbersOf(chain(), steps, { disruptedBelow: 0.5 });
    expect(totals).toMatchObject({ assetsDisrupted: 1, outageHours: 2 });
    expect(assets.map(({ id, firstHours, outages }) => [id, firstHours, outages.length])).toEqual([["A", 2, 2]]);
    expect(states).toMatchObject([{ code: "XA", assetsDisrupted: 1, outageHours: 2 }]);
  });

  it("leaves person-hours what they are", () => {
    const served = chain({ A: { peopleServed: 100 }, B: { peopleServed: 0 }, C: { peopleServed: 8 } });
    const whole = numbersOf(served, steps).totals.personHours;
    expect(whole).toBe(1.75 * 100 + 0.25 * 8);
    expect(numbersOf(served, steps, { disruptedBelow: 0.5 }).totals.personHours).toBe(whole);
  });

  it("is down only at nothing at all", () => {
    expect(numbersOf(chain(), scenarioOf([lose("A", 0, 1, 1e-6)])).totals.assetsDown).toBe(0);
    expect(numbersOf(chain(), scenarioOf([lose("A", 0, 1)])).totals.assetsDown).toBe(1);
  });
});

describe("runScenario: States, home and abroad", () => {
  const abroad = (state: string) => ({ states: [{ state, share: 1 }] });

  it("a State of shocked assets only is listed without a first hour, and not reached", () => {
    const { states, totals } = numbersOf(chain({ B: abroad("XB"), C: abroad("XC") }), scenarioOf([lose("A", 0, 5)]));
    expect(states.map(({ code, firstHours }) => [code, firstHours])).toEqual([
      ["XA", null],
      ["XB", 2],
      ["XC", 2],
    ]);
    expect(totals).toMatchObject({ statesReached: 2, foreignStatesReached: 2, sectorsReached: 1 });
  });

  it("a State with a share in a shocked asset is not foreign, though it may be reached", () => {
    const joint = {
      states: [
        { state: "XA", share: 0.9 },
        { state: "XB", share: 0.1 },
      ],
    };
    const { totals } = numbersOf(chain({ A: joint, B: abroad("XB"), C: abroad("XC") }), scenarioOf([lose("A", 0, 5)]));
    expect(totals).toMatchObject({ statesReached: 2, foreignStatesReached: 1 });
  });
});

describe("runScenario: persons", () => {
  const people = (a: number | undefined, b: number | undefined) => {
    const served = (persons: number | undefined) => (persons === undefined ? {} : { peopleServed: persons });
    const { totals, warnings } = numbersOf(chain({ A: served(a), B: served(b) }), scenarioOf([lose("A", 0, 3)]));
    return [totals.personHours, ...warnings.map(({ text }) => text.slice(0, 6))];
  };

  it("are summed over those who state them, null where nobody does, and who does not is counted in a warning", () => {
    expect(people(undefined, undefined)).toEqual([null, "3 of 3"]);
    expect(people(0, undefined)).toEqual([0, "2 of 3"]);
    expect(people(10, 100)).toEqual([130, "1 of 3"]);
  });
});

describe("runScenario: warnings", () => {
  const codes = (scenario: Parameters<typeof numbersOf>[1], maxEvents?: number) =>
    numbersOf(chain(), scenario, maxEvents === undefined ? {} : { maxEvents }).warnings.map(({ code }) => code);

  it("say that a run was cut short, and that chance was left out; else nothing", () => {
    const none = scenarioOf([lose("A", 0, 1, 1)]);
    expect(codes(none)).toEqual([]);
    expect(codes(none, 1)).toEqual(["RUN_EVENT_CAP"]);
    expect(codes({ ...none, trials: 100 })).toEqual(["RUN_CERTAIN"]);
    const likely = (likelihood: number) => scenarioOf([{ ...lose("A", 0, 1, 1), likelihood }]);
    expect(codes(likely(1))).toEqual([]);
    expect(codes(likely(0.5))).toEqual(["RUN_CERTAIN"]);
  });
});
