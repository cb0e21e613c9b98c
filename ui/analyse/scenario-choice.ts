import { aftermathHours, lossScenario, type Scenario, scanLossHours } from "../../analyzer/index.ts";

/** Where the scenario of a question comes from. */
export const scenarioSources = ["none", "selected", "shown", "stored", "file", "asked"] as const;
export type ScenarioSource = (typeof scenarioSources)[number];

/** What is chosen and typed; texts, so that nothing typed is changed under the hand. */
export interface ScenarioChoice {
  readonly source: ScenarioSource;
  /** Id of the stored scenario. */
  readonly stored: string;
  readonly file: Scenario | null;
  /** Of the loss of the selected asset; no hours: for good. */
  readonly hours: string;
  readonly likelihood: string;
}

export const firstChoice: ScenarioChoice = {
  source: "selected",
  stored: "",
  file: null,
  hours: String(scanLossHours),
  likelihood: "1",
};

/** What there is to choose from. */
export interface OfferedScenarios {
  readonly selected: string | null;
  readonly shown: Scenario | null;
  readonly stored: readonly { readonly id: string; readonly title: string; readonly body: Scenario }[];
  /** The scenario of the answer that is shown. */
  readonly asked: Scenario | null;
}

export type ChosenScenario =
  | { readonly kind: "chosen"; readonly scenario: Scenario | null }
  | { readonly kind: "fault"; readonly text: string };

const fault = (text: string): ChosenScenario => ({ kind: "fault", text });

/** The scenario that a choice comes to, or what is still missing. */
export function chosenScenario(choice: ScenarioChoice, offered: OfferedScenarios): ChosenScenario {
  if (choice.source === "none") return { kind: "chosen", scenario: null };
  if (choice.source === "selected") return lossOf(choice, offered.selected);
  const scenario = {
    shown: offered.shown,
    stored: offered.stored.find(({ id }) => id === choice.stored)?.body ?? null,
    file: choice.file,
    asked: offered.asked,
  }[choice.source];
  return scenario === null ? fault("Choose a scenario.") : { kind: "chosen", scenario };
}

function lossOf(choice: ScenarioChoice, id: string | null): ChosenScenario {
  if (id === null) return fault("Select an asset on the stage or by search.");
  const likelihood = readNumber(choice.likelihood);
  if (likelihood === null || likelihood < 0 || likelihood > 1) return fault("The probability must be from 0 to 1.");
  const forGood = choice.hours.trim() === "";
  const hours = forGood ? scanLossHours : readNumber(choice.hours);
  if (hours === null || hours <= 0) return fault("The hours must be above 0, or empty for good.");
  const { shocks, ...scenario } = lossScenario([id], hours, hours + aftermathHours);
  const chance = likelihood < 1 ? { likelihood } : {};
  const asked = shocks.map(({ select }) => ({ select, availability: 0, ...(forGood ? {} : { hours }), ...chance }));
  return { kind: "chosen", scenario: { ...scenario, shocks: asked } };
}

/** A number as it is typed, with a point or a comma, or null. */
export function readNumber(text: string): number | null {
  const value = Number(text.trim().replace(",", "."));
  return text.trim() !== "" && Number.isFinite(value) ? value : null;
}
