import { isDeepStrictEqual } from "node:util";
import { findAnalysis } from "../analyses/find-analysis.ts";
import { parameterDefaults } from "../analyses/parameter-defaults.ts";
import type { RunDescription } from "../store/store.ts";

type Fields = Readonly<Record<string, unknown>>;

/** The parameters of a run, told apart by what they mean. */
export interface AskedParameters {
  /** Empty where there is none. */
  readonly scenario: Fields;
  /** That of the parameters, of the scenario, or the default, in this order; null for an analysis that draws nothing. */
  readonly seed: number | null;
  /** Without those that say what is taken where nothing is said. */
  readonly others: Fields;
}

/** Parameters as they were asked; anything that is no object asks nothing. */
export function askedParameters({ analysis, parameters }: RunDescription): AskedParameters {
  const { scenario: what, seed, ...others } = asFields(parameters);
  const scenario = asFields(what);
  const entry = findAnalysis(analysis);
  const defaults = entry === null ? {} : parameterDefaults(entry);
  const fallback = defaults["seed"];
  const drawn = seed ?? (fallback === undefined ? undefined : (scenario["seed"] ?? fallback));
  const said = Object.entries(others).filter(([name, value]) => !isDeepStrictEqual(value, defaults[name]));
  return { scenario, seed: typeof drawn === "number" ? drawn : null, others: Object.fromEntries(said) };
}

function asFields(value: unknown): Fields {
  return value !== null && typeof value === "object" && !Array.isArray(value) ? (value as Fields) : {};
}
