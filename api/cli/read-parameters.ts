import type { AnalysisText } from "../../analyzer/index.ts";
import { checkParameters } from "../analyses/check-parameters.ts";
import { parameterIssues } from "../analyses/parameter-issues.ts";
import { parameterProperties } from "../analyses/parameter-properties.ts";
import { CliError } from "./cli-error.ts";
import type { LoadedDataset } from "./load-dataset.ts";
import { flagOf, type ParameterOption } from "./parameter-options.ts";
import { type LossOptions, readJsonFile, readLoss } from "./read-documents.ts";
import { RefusedError } from "./refused-error.ts";

/** What the options of `analyse` say about parameters; beside these, one value for each option that was drawn. */
export interface ParameterWords extends LossOptions {
  /** A JSON file, or the JSON itself. */
  readonly parameters?: string;
  /** `name=value` */
  readonly set: readonly string[];
}

/**
 * The parameters of an analysis from everything the command line says: the document first, options over it, `--set` over both.
 * Throws `RefusedError` where the document does not fit the schema, `CliError` where the command line does not.
 */
export async function readParameters(
  analysis: AnalysisText,
  drawn: readonly ParameterOption[],
  words: ParameterWords,
  loaded: LoadedDataset,
): Promise<object> {
  const parameters = words.parameters === undefined ? {} : await readDocument(words.parameters);
  if (isObject(parameters)) {
    for (const { name, option } of drawn) {
      const value = (words as unknown as Readonly<Record<string, unknown>>)[option.attributeName()];
      if (value !== undefined) parameters[name] = value;
    }
    for (const assignment of words.set) assign(parameters, assignment);
    await addScenario(parameters, analysis, words, loaded);
  }
  refuseMisfits(analysis, parameters, words.parameters !== undefined);
  return parameters as object;
}

type Values = Record<string, unknown>;

async function readDocument(text: string): Promise<unknown> {
  if (!/^\s*[[{]/.test(text)) return (await readJsonFile(text)).value;
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    const reason = error instanceof Error ? error.message : "";
    throw new CliError("USAGE_PARAMETER", `--parameters is neither a file nor JSON: ${reason}.`, { cause: error });
  }
}

/** `name=value`, with dots into objects; the value as JSON where it is JSON, else as a text. Throws `CliError`. */
function assign(parameters: Values, assignment: string): void {
  const at = assignment.indexOf("=");
  const path = assignment.slice(0, Math.max(at, 0)).split(".");
  if (path.includes("")) throw new CliError("USAGE_PARAMETER", `--set ${assignment}: give name=value.`);
  let place = parameters;
  for (const name of path.slice(0, -1)) {
    const inner = Object.hasOwn(place, name) && isObject(place[name]) ? place[name] : {};
    define(place, name, inner);
    place = inner;
  }
  define(place, path.at(-1) ?? "", jsonOrText(assignment.slice(at + 1)));
}

/** Sets an own property whatever its name, so that `__proto__` is a name like any other and refused as unknown. */
function define(values: Values, name: string, value: unknown): void {
  Object.defineProperty(values, name, { value, enumerable: true, configurable: true, writable: true });
}

function jsonOrText(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

async function addScenario(
  parameters: Values,
  analysis: AnalysisText,
  words: ParameterWords,
  loaded: LoadedDataset,
): Promise<void> {
  if (!("scenario" in parameterProperties(analysis))) return;
  const isNeeded = ((analysis.parameters["required"] ?? []) as readonly string[]).includes("scenario");
  const isSaid = words.scenario !== undefined || words.lose !== undefined;
  if (isSaid || (isNeeded && parameters["scenario"] === undefined)) {
    parameters["scenario"] = await readLoss(words, loaded);
  }
}

function refuseMisfits(analysis: AnalysisText, parameters: unknown, isFromDocument: boolean): void {
  const faults = checkParameters(analysis, parameters);
  if (faults.length === 0) return;
  if (isFromDocument) {
    throw new RefusedError(`The parameters of ${analysis.id} cannot be used`, parameterIssues(faults, ""));
  }
  const texts = faults.map(({ pointer, text }) => `--${flagOf(pointer.slice(1).replaceAll("/", "."))} ${text}`);
  throw new CliError("USAGE_PARAMETER", `${texts.join("; ")}.`);
}

function isObject(value: unknown): value is Values {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}
