import { InvalidArgumentError, Option } from "commander";
import type { AnalysisText } from "../../analyzer/index.ts";
import { type ParameterProperty, parameterProperties } from "../analyses/parameter-properties.ts";

/** A parameter that has an option of its own. */
export interface ParameterOption {
  readonly name: string;
  readonly option: Option;
}

/** Options that every `analyse` has. */
const reserved = new Set([
  "json",
  "store",
  "record",
  "as-of",
  "overlay",
  "set",
  "parameters",
  "scenario",
  "lose",
  "help",
  "version",
]);

/**
 * Options for the parameters of an analysis that are simple enough: numbers, words, yes or no, lists of words. `horizonHours`
 * becomes `--horizon-hours`. Ranges are for the schema to judge.
 */
export function parameterOptions(analysis: AnalysisText): readonly ParameterOption[] {
  return Object.entries(parameterProperties(analysis)).flatMap(([name, property]) => {
    const option = reserved.has(flagOf(name)) ? null : optionOf(flagOf(name), property);
    return option === null ? [] : [{ name, option }];
  });
}

/** What a parameter is called on the command line. */
export function flagOf(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function optionOf(flag: string, property: ParameterProperty): Option | null {
  const text = descriptionOf(property);
  switch (property.type) {
    case "number":
    case "integer":
      return new Option(`--${flag} <n>`, text).argParser(parseNumber);
    case "string": {
      const choices = (property.enum ?? []).filter((choice) => typeof choice === "string");
      const option = new Option(`--${flag} <word>`, text);
      return choices.length > 0 ? option.choices(choices) : option;
    }
    case "boolean":
      return new Option(property.default === true ? `--no-${flag}` : `--${flag}`, text);
    case "array":
      return property.items?.type === "string"
        ? new Option(`--${flag} <word[,word]>`, text).argParser(parseList)
        : null;
    default:
      return null;
  }
}

function descriptionOf({ title = "", unit, default: fallback }: ParameterProperty): string {
  const inUnit = unit === undefined ? title : `${title}, in ${unit}`;
  return fallback === undefined ? inUnit : `${inUnit} (default: ${JSON.stringify(fallback)})`;
}

/** Throws `InvalidArgumentError`. */
function parseNumber(text: string): number {
  if (/^-?\d+(?:\.\d+)?(?:e-?\d+)?$/i.test(text)) return Number(text);
  throw new InvalidArgumentError("Give a number, such as 20 or 0.5.");
}

function parseList(text: string, before: readonly string[] = []): string[] {
  return [...before, ...text.split(",").map((word) => word.trim())];
}
