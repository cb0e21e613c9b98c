import { describe, expect, it } from "vitest";
import {
  type Analysis,
  type AnalysisOutcome,
  catalogue,
  limits,
  lossScenario,
  runAnalysis,
} from "../../analyzer/index.ts";
import { type ParameterSchema, withBadValues } from "../support/bad-values.ts";
import { goldenDataset } from "../support/golden.ts";

const input = { dataset: goldenDataset, hash: "abc", overlays: [], engine: "1.2.3" };
const host = { progress: () => undefined, aborted: () => false };
const scenario = lossScenario(["P1"], 96, 240);
const forGood = { ...scenario, shocks: [{ select: { ids: ["P1"] }, likelihood: 0.5 }] };
const entries = catalogue.map((entry): [string, Analysis] => [entry.id, entry]);

/** What each analysis must be told at least. */
const least: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  run: { scenario },
  compare: { scenario },
  trials: { scenario, trials: 20 },
  replay: { scenario, trial: 3 },
  "likely-sets": { scenario: forGood, trials: 20 },
  "rank-trials": { trials: 20 },
  shapley: { ids: ["P1", "P2"] },
};

const ask = (id: string, parameters: unknown): AnalysisOutcome => runAnalysis(id, input, parameters, host);

/** Asks, and gives what is wrong with an outcome that is no refusal in words. */
function faultOf(id: string, parameters: unknown): string | null {
  let outcome: AnalysisOutcome;
  try {
    outcome = ask(id, parameters);
  } catch (error) {
    return `threw ${String(error)}`;
  }
  if (outcome.kind !== "refused") return outcome.kind;
  const isTold = outcome.issues.every(({ code, column, text }) => /^[A-Z]+(_[A-Z]+)+$/.test(code) && column && text);
  return outcome.issues.length > 0 && isTold ? null : `refused with ${JSON.stringify(outcome.issues)}`;
}

const told = (value: unknown) => (typeof value === "number" ? String(value) : (JSON.stringify(value) ?? "undefined"));

const columnsOf = (outcome: AnalysisOutcome) =>
  outcome.kind === "refused" ? outcome.issues.map(({ code, column }) => `${code} ${column}`) : outcome.kind;

describe.each(entries)("%s", (id, entry) => {
  const schema = entry.parameters as ParameterSchema;
  const good = least[id] ?? {};

  it("refuses every value that its schema does not allow, at the parameter it is of", () => {
    const faults = withBadValues(schema, good).flatMap(([path, bad, parameters]) => {
      const fault = faultOf(id, parameters);
      if (fault !== null) return [`${path}: ${told(bad)}: ${fault}`];
      const outcome = ask(id, parameters);
      const [name = ""] = path.split(".").slice(-1);
      const isThere = outcome.kind === "refused" && outcome.issues.some(({ column }) => column?.startsWith(name));
      // An inner object of a wrong type is told as the parameters it stands for.
      const isWhole = outcome.kind === "refused" && outcome.issues.some(({ column }) => column === "parameters");
      return isThere || isWhole ? [] : [`${path}: ${told(bad)}: refused elsewhere, ${columnsOf(outcome).toString()}`];
    });
    expect(faults).toEqual([]);
  });

  it.each([null, [], [{}], "x", "", 3, true, Number.NaN].map((value): [string, unknown] => [told(value), value]))(
    "refuses %s in place of parameters",
    (_, parameters) => {
      expect(columnsOf(ask(id, parameters))).toContain("ANALYSIS_PARAMETER parameters");
    },
  );

  it.each(["nonsense", "Trials", "", "constructor", "toString", "hasOwnProperty", "__proto__", "prototype"])(
    "refuses a parameter called %j",
    (name) => {
      const stated: unknown = JSON.parse(`{${JSON.stringify(name)}: {"trials": 5, "isAdmin": true}}`);
      const parameters = Object.defineProperties({ ...good }, Object.getOwnPropertyDescriptors(stated));
      expect(columnsOf(ask(id, parameters))).toContain(`ANALYSIS_PARAMETER ${name}`);
      expect({}).not.toHaveProperty("isAdmin");
    },
  );

  it("takes no parameter from the prototype of what it is given", () => {
    const inherited: unknown = Object.create({ scenario: "nonsense", trials: -1, k: -1, by: "nonsense", ids: 3 });
    const alone = ask(id, {});
    expect(ask(id, inherited)).toEqual(alone);
  });
});

/** Scenarios that ask for what cannot be, and the column of the issue. */
const badScenarios: readonly [string, unknown, string][] = [
  ["a list", [], "scenario"],
  ["without shocks", { id: "s", title: "s", horizonHours: 9 }, "scenario"],
  ["without id", { title: "s", horizonHours: 9, shocks: [] }, "scenario"],
  ["with shocks that are none", { ...scenario, shocks: [null] }, "scenario"],
  ["with a shock that selects by nothing", { ...scenario, shocks: [{ select: {} }] }, "shocks[0].select"],
  ["with a shock without a selection", { ...scenario, shocks: [{ hours: 3 }] }, "scenario"],
  ["with a selection by what is not there", { ...scenario, shocks: [{ select: { id: "P1" } }] }, "scenario"],
  ["with an empty list of ids", { ...scenario, shocks: [{ select: { ids: [] } }] }, "shocks[0].select"],
  ["with ids that are numbers", { ...scenario, shocks: [{ select: { ids: [3] } }] }, "scenario"],
  ["with an unknown id", { ...scenario, shocks: [{ select: { ids: ["gone"] } }] }, "shocks[0].select.ids"],
  ["with the id __proto__", { ...scenario, shocks: [{ select: { ids: ["__proto__"] } }] }, "shocks[0].select.ids"],
  ["with the id constructor", { ...scenario, shocks: [{ select: { ids: ["constructor"] } }] }, "shocks[0].select.ids"],
  ["with the sector constructor", { ...scenario, shocks: [{ select: { sector: "constructor" } }] }, "shocks[0].select"],
  ["with no State", { ...scenario, shocks: [{ select: { states: [] } }] }, "shocks[0].select"],
  ...[0, -1, Number.NaN, Number.POSITIVE_INFINITY, limits.horizonHours * 1.1].map(
    (hours): [string, unknown, string] => [
      `with a horizon of ${hours}`,
      { ...scenario, horizonHours: hours },
      "horizonHours",
    ],
  ),
  ...(["availability", "fromHours", "hours", "likelihood"] as const).flatMap((name) =>
    [-1e-9, -Number.MAX_VALUE, Number.NaN, Number.POSITIVE_INFINITY, limits.horizonHours * 1.1].map(
      (value): [string, unknown, string] => [
        `with ${name} ${value}`,
        { ...scenario, shocks: [{ select: { ids: ["P1"] }, [name]: value }] },
        `shocks[0].${name}`,
      ],
    ),
  ),
  [
    "with a likelihood of 1.2",
    { ...scenario, shocks: [{ select: { ids: ["P1"] }, likelihood: 1.2 }] },
    "shocks[0].likelihood",
  ],
  ["with a likelihood in words", { ...scenario, shocks: [{ select: { ids: ["P1"] }, likelihood: "1" }] }, "scenario"],
];

const takeScenarios = catalogue.filter(({ parameters }) => "scenario" in (parameters["properties"] as object));

describe.each(takeScenarios.map(({ id }) => id))("%s refuses a scenario", (id) => {
  it.each(badScenarios)("%s", (_, bad, column) => {
    expect(faultOf(id, { ...least[id], scenario: bad })).toBeNull();
    const outcome = ask(id, { ...least[id], scenario: bad });
    expect(outcome.kind === "refused" && outcome.issues.map((issue) => issue.column)).toContain(column);
  });
});

describe("what only the dataset can tell", () => {
  const count = goldenDataset.assets.length;
  it.each<[string, unknown, string]>([
    ["greedy-sets", { k: count + 1 }, "k"],
    ["portfolio", { k: count + 1 }, "k"],
    ["rank-trials", { k: count + 1 }, "k"],
    ["rank-trials", { candidates: 3, k: 4 }, "k"],
    ["pairs", { among: count + 1 }, "among"],
    ["shapley", { ids: ["gone"] }, "ids"],
    ["shapley", { ids: ["P1", "__proto__"] }, "ids"],
    ["shapley", { ids: ["constructor"] }, "ids"],
    ["importance", { asset: "gone" }, "asset"],
    ["importance", { asset: "__proto__" }, "asset"],
    ["importance", { likelihood: 0.5, scenario }, "likelihood"],
    ["importance", { asset: "P1", by: "personHours" }, "by"],
    ["borders", { commodity: "constructor" }, "commodity"],
    ["borders", { states: ["XA", "__proto__"] }, "states"],
    ["borders", { states: ["XA"] }, "states"],
    ["trials", { scenario: { ...scenario, trials: 0 } }, "trials"],
    ["trials", { scenario: { ...scenario, trials: limits.trials + 1 } }, "trials"],
    ["trials", { scenario: { ...scenario, seed: -1 } }, "seed"],
    ["trials", { scenario: { ...scenario, seed: 0.5 } }, "seed"],
    ["likely-sets", { scenario: { ...forGood, trials: Number.NaN } }, "trials"],
    ["likely-sets", { scenario }, "shocks[0].hours"],
    ["rank-trials", { trials: limits.trials, candidates: limits.trials }, "trials"],
    ["compare", { scenario, scan: {} }, "scan"],
  ])("%s refuses %j", (id, parameters, column) => {
    expect(faultOf(id, parameters)).toBeNull();
    const outcome = ask(id, parameters);
    expect(outcome.kind === "refused" && outcome.issues.map((issue) => issue.column)).toContain(column);
  });
});
