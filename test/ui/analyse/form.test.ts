import { describe, expect, it } from "vitest";
import { catalogue, type Scenario } from "../../../analyzer/index.ts";
import { estimateText } from "../../../ui/analyse/estimate-text.ts";
import { type FormField, formFields, isRare } from "../../../ui/analyse/form-fields.ts";
import { firstValues, readForm } from "../../../ui/analyse/form-values.ts";
import { questionGroups } from "../../../ui/analyse/question-groups.ts";
import { chosenScenario, firstChoice, type OfferedScenarios } from "../../../ui/analyse/scenario-choice.ts";

const scenario: Scenario = { id: "s", title: "S", horizonHours: 10, shocks: [{ select: { ids: ["A"] } }] };
const nothing: OfferedScenarios = { selected: null, shown: null, stored: [], asked: null };

const fields = formFields({
  type: "object",
  required: ["scenario"],
  properties: {
    scenario: { type: "object", title: "Scenario" },
    trials: { type: "integer", title: "How many", unit: "trials", minimum: 1, maximum: 100, default: 10 },
    hours: { type: "number", title: "How long", unit: "h", exclusiveMinimum: 0 },
    by: { type: "string", title: "By", enum: ["a", "b"], default: "b" },
    drawRepair: { type: "boolean", title: "Draw", default: true },
    ids: { type: "array", title: "Assets", items: { type: "string" } },
    scan: { type: "object", title: "Scan", properties: { hours: { type: "number", title: "Long" } } },
    odd: { type: "array", title: "Odd", items: { type: "number" } },
  },
});

const named = (name: string): FormField => {
  const field = fields.find((each) => each.name === name);
  if (field === undefined) throw new Error(`no field ${name}`);
  return field;
};

describe("a form from a JSON Schema", () => {
  it("has a field per parameter, by its type", () => {
    expect(fields.map(({ name, kind }) => [name, kind])).toEqual([
      ["scenario", "scenario"],
      ["trials", "number"],
      ["hours", "number"],
      ["by", "choice"],
      ["drawRepair", "flag"],
      ["ids", "assets"],
      ["scan", "group"],
      ["odd", "unknown"],
    ]);
    expect(named("trials")).toMatchObject({ unit: "trials", whole: true, least: 1, most: 100, fallback: 10 });
    expect(fields.filter(isRare).map(({ name }) => name)).toEqual(["drawRepair"]);
  });

  it("draws every parameter of every analysis of the catalogue", () => {
    const unknown = catalogue.flatMap(({ id, parameters }) =>
      formFields(parameters).flatMap(({ kind, name }) => (kind === "unknown" ? [`${id} ${name}`] : [])),
    );
    expect(unknown).toEqual([]);
  });

  it("gives back its defaults, and leaves out what is empty", () => {
    const values = { ...firstValues(fields), scenario: { ...firstChoice, source: "none" as const } };
    const read = readForm(
      fields.filter(({ required }) => !required),
      values,
      nothing,
    );
    expect(read).toEqual({ parameters: { trials: 10, by: "b", drawRepair: true }, faults: {} });
  });

  it.each([
    ["trials", "0", "Must be at least 1."],
    ["trials", "101", "Must be at most 100."],
    ["trials", "2.5", "Must be a whole number."],
    ["trials", "many", "This is no number."],
    ["hours", "0", "Must be above 0."],
  ])("refuses %s = %s by name", (name, typed, fault) => {
    expect(readForm([named(name)], { [name]: typed }, nothing)).toEqual({ parameters: {}, faults: { [name]: fault } });
  });

  it("takes a comma, and a group only where it is asked for", () => {
    expect(readForm([named("hours")], { hours: " 1,5 " }, nothing).parameters).toEqual({ hours: 1.5 });
    const group = (used: boolean, hours: string) =>
      readForm([named("scan")], { scan: { used, values: { hours } } }, nothing);
    expect(group(false, "x")).toEqual({ parameters: {}, faults: {} });
    expect(group(true, "3").parameters).toEqual({ scan: { hours: 3 } });
    expect(group(true, "x").faults).toEqual({ scan: "Long: This is no number." });
  });

  it("opens with what an answer was asked with", () => {
    const values = firstValues(fields, { scenario, trials: 7, drawRepair: false, ids: ["A"], scan: { hours: 5 } });
    expect(values).toMatchObject({
      trials: "7",
      drawRepair: false,
      ids: ["A"],
      scan: { used: true, values: { hours: "5" } },
    });
    expect(readForm(fields, values, { ...nothing, asked: scenario }).parameters).toEqual({
      scenario,
      trials: 7,
      by: "b",
      drawRepair: false,
      ids: ["A"],
      scan: { hours: 5 },
    });
  });
});

describe("the scenario of a question", () => {
  it("is the loss of the selected asset, with a probability, or for good", () => {
    const offered = { ...nothing, selected: "P1" };
    const chosen = chosenScenario({ ...firstChoice, hours: "48", likelihood: "0,25" }, offered);
    expect(chosen).toEqual({
      kind: "chosen",
      scenario: {
        id: "lose",
        title: "Loss of P1",
        horizonHours: 48 + 336,
        shocks: [{ select: { ids: ["P1"] }, availability: 0, hours: 48, likelihood: 0.25 }],
      },
    });
    expect(chosenScenario({ ...firstChoice, hours: " " }, offered)).toMatchObject({
      scenario: { shocks: [{ select: { ids: ["P1"] }, availability: 0 }] },
    });
  });

  it.each([
    [{ ...firstChoice }, nothing, "Select an asset"],
    [{ ...firstChoice, likelihood: "1.2" }, { ...nothing, selected: "P1" }, "from 0 to 1"],
    [{ ...firstChoice, hours: "-1" }, { ...nothing, selected: "P1" }, "above 0"],
    [{ ...firstChoice, source: "stored" as const, stored: "gone" }, nothing, "Choose a scenario"],
    [{ ...firstChoice, source: "file" as const }, nothing, "Choose a scenario"],
  ])("says what is missing (%#)", (choice, offered, text) => {
    const chosen = chosenScenario(choice, offered);
    expect(chosen.kind === "fault" && chosen.text).toContain(text);
  });

  it("is a stored one, the one shown, or none", () => {
    const offered = { ...nothing, shown: scenario, stored: [{ id: "s", title: "S", body: scenario }] };
    expect(chosenScenario({ ...firstChoice, source: "shown" }, offered)).toEqual({ kind: "chosen", scenario });
    expect(chosenScenario({ ...firstChoice, source: "stored", stored: "s" }, offered)).toEqual({
      kind: "chosen",
      scenario,
    });
    expect(chosenScenario({ ...firstChoice, source: "none" }, offered)).toEqual({ kind: "chosen", scenario: null });
  });
});

describe("the list of questions", () => {
  it("holds every analysis of the catalogue once, and a new one under a last heading", () => {
    const listed = (groups: ReturnType<typeof questionGroups>) =>
      groups.flatMap(({ questions }) => questions.map(({ id }) => id)).sort();
    expect(listed(questionGroups(catalogue))).toEqual(catalogue.map(({ id }) => id).sort());
    const [first] = catalogue;
    if (first === undefined) throw new Error("the catalogue is empty");
    const groups = questionGroups([...catalogue, { ...first, id: "new" }]);
    expect(groups.at(-1)).toMatchObject({ title: "Other questions", questions: [{ id: "new" }] });
  });

  it("tells an estimate roughly", () => {
    expect([0.2, 12.4, 200, 7000, 300_000, Number.NaN].map(estimateText)).toEqual([
      "under a second",
      "about 12 s",
      "about 3.3 min",
      "about 1.9 h",
      "about 3.5 days",
      "time not known",
    ]);
  });
});
