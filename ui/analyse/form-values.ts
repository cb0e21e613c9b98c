import type { Scenario } from "../../analyzer/index.ts";
import type { FormField, NumberField } from "./form-fields.ts";
import {
  chosenScenario,
  firstChoice,
  type OfferedScenarios,
  readNumber,
  type ScenarioChoice,
} from "./scenario-choice.ts";

/** What is typed or chosen in a field: a text for a number, ids for assets and States, values by name for a group. */
export type FieldValue = string | boolean | readonly string[] | ScenarioChoice | GroupValue;

export interface GroupValue {
  readonly used: boolean;
  readonly values: FormValues;
}

/** By name of the parameter. */
export type FormValues = Readonly<Record<string, FieldValue>>;

type Stated = Readonly<Record<string, unknown>>;

/** What a form shows at first: the parameters an answer was asked with, or else the defaults. */
export function firstValues(fields: readonly FormField[], stated: Stated = {}): FormValues {
  return Object.fromEntries(fields.map((field) => [field.name, firstValue(field, stated[field.name])]));
}

function firstValue(field: FormField, stated: unknown): FieldValue {
  switch (field.kind) {
    case "number": {
      const value = typeof stated === "number" ? stated : field.fallback;
      return value === null ? "" : String(value);
    }
    case "flag":
      return typeof stated === "boolean" ? stated : field.fallback;
    case "choice":
      return typeof stated === "string" ? stated : (field.fallback ?? "");
    case "assets":
    case "states":
      return Array.isArray(stated) ? (stated as readonly string[]) : [];
    case "scenario":
      return { ...firstChoice, source: stated === undefined ? (field.required ? "selected" : "none") : "asked" };
    case "group": {
      const used = typeof stated === "object" && stated !== null;
      return { used, values: firstValues(field.fields, used ? (stated as Stated) : {}) };
    }
    default:
      return typeof stated === "string" ? stated : "";
  }
}

/** Parameters as the analysis takes them, and what is wrong, by name of the parameter. */
export interface ReadForm {
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly faults: Readonly<Record<string, string>>;
}

/** Reads a form. What is left empty is left out, so that the analysis takes its own default. */
export function readForm(fields: readonly FormField[], values: FormValues, offered: OfferedScenarios): ReadForm {
  const parameters: Record<string, unknown> = {};
  const faults: Record<string, string> = {};
  for (const field of fields) {
    const read = readField(field, values[field.name] ?? "", offered);
    if ("fault" in read) faults[field.name] = read.fault;
    else if (read.value !== undefined) parameters[field.name] = read.value;
  }
  return { parameters, faults };
}

type ReadField = { readonly value: unknown } | { readonly fault: string };

function readField(field: FormField, value: FieldValue, offered: OfferedScenarios): ReadField {
  switch (field.kind) {
    case "number":
      return readNumberField(field, value as string);
    case "flag":
      return { value };
    case "assets":
    case "states":
      if ((value as readonly string[]).length > 0) return { value };
      return field.required ? { fault: "Choose at least one." } : { value: undefined };
    case "scenario": {
      const chosen = chosenScenario(value as ScenarioChoice, offered);
      return chosen.kind === "fault" ? { fault: chosen.text } : scenarioValue(chosen.scenario, field.required);
    }
    case "group":
      return readGroup(field.fields, value as GroupValue, offered);
    case "unknown":
      return { value: undefined };
    default:
      if (value === "" && field.required) return { fault: "This is needed." };
      return { value: value === "" ? undefined : value };
  }
}

function scenarioValue(scenario: Scenario | null, required: boolean): ReadField {
  if (scenario === null && required) return { fault: "Choose a scenario." };
  return { value: scenario ?? undefined };
}

function readGroup(fields: readonly FormField[], { used, values }: GroupValue, offered: OfferedScenarios): ReadField {
  if (!used) return { value: undefined };
  const { parameters, faults } = readForm(fields, values, offered);
  const [first] = fields.flatMap(({ name, title }) =>
    faults[name] === undefined ? [] : [`${title}: ${faults[name]}`],
  );
  return first === undefined ? { value: parameters } : { fault: first };
}

function readNumberField(field: NumberField, text: string): ReadField {
  if (text.trim() === "") return field.required ? { fault: "This is needed." } : { value: undefined };
  const value = readNumber(text);
  if (value === null) return { fault: "This is no number." };
  if (field.whole && !Number.isInteger(value)) return { fault: "Must be a whole number." };
  if (field.least !== null && value < field.least) return { fault: `Must be at least ${field.least}.` };
  if (field.above !== null && value <= field.above) return { fault: `Must be above ${field.above}.` };
  if (field.most !== null && value > field.most) return { fault: `Must be at most ${field.most}.` };
  return { value };
}
