import { Compile, type XSchema } from "typebox/schema";
import type { AnalysisText } from "../../analyzer/index.ts";
import { type ParameterProperty, parameterProperties } from "./parameter-properties.ts";

/** What is wrong with one parameter. */
export interface ParameterFault {
  /** JSON Pointer (RFC 6901) from the parameters to the faulty one. */
  readonly pointer: string;
  readonly value: unknown;
  readonly text: string;
}

/** One error as the validator tells it. */
interface SchemaError {
  readonly keyword: string;
  readonly schemaPath: string;
  readonly instancePath: string;
  readonly params: object;
  readonly message: string;
}

/** Compiled once per schema. */
const validators = new WeakMap<object, ReturnType<typeof Compile>>();

/**
 * Holds parameters against the JSON Schema of an analysis; none where they fit. What a schema cannot say (whether an asset is
 * known, say) the analysis refuses itself.
 */
export function checkParameters(analysis: AnalysisText, parameters: unknown): readonly ParameterFault[] {
  const validator = validatorOf(analysis);
  if (validator.Check(parameters)) return [];
  const [, errors] = validator.Errors(parameters);
  return (errors as readonly SchemaError[]).flatMap((error) => faultsOf(error, analysis, parameters));
}

function validatorOf({ parameters: schema }: AnalysisText): ReturnType<typeof Compile> {
  const known = validators.get(schema);
  if (known !== undefined) return known;
  const made = Compile(schema as XSchema);
  validators.set(schema, made);
  return made;
}

function faultsOf(error: SchemaError, analysis: AnalysisText, parameters: unknown): ParameterFault[] {
  const { keyword, instancePath, params, message } = error;
  const fault = (pointer: string, text: string) => ({ pointer, value: valueAt(parameters, pointer), text });
  // Told by `additionalProperties`, which knows the names.
  if (keyword === "boolean") return [];
  if (keyword === "additionalProperties") {
    const there = instancePath === "" ? `; there is ${Object.keys(parameterProperties(analysis)).join(", ")}` : "";
    return names(params, keyword).map((name) => fault(below(instancePath, name), `no such parameter${there}`));
  }
  if (keyword === "required") {
    return names(params, "requiredProperties").map((name) => fault(below(instancePath, name), "is missing"));
  }
  return [fault(instancePath, textOf(keyword, params) ?? message)];
}

function textOf(keyword: string, params: object): string | null {
  const of = (name: string): string => {
    const value: unknown = (params as Readonly<Record<string, unknown>>)[name];
    return Array.isArray(value) ? value.join(", ") : String(value);
  };
  switch (keyword) {
    case "type":
      return `must be ${typeNames[of("type")] ?? of("type")}`;
    case "enum":
      return `must be one of ${of("allowedValues")}`;
    case "minimum":
      return `must be at least ${of("limit")}`;
    case "maximum":
      return `must be at most ${of("limit")}`;
    case "exclusiveMinimum":
      return `must be above ${of("limit")}`;
    case "exclusiveMaximum":
      return `must be below ${of("limit")}`;
    default:
      return null;
  }
}

const typeNames: Readonly<Record<NonNullable<ParameterProperty["type"]>, string>> = {
  integer: "a whole number",
  number: "a number",
  string: "a text",
  boolean: "true or false",
  array: "a list",
  object: "an object",
};

function names(params: object, field: string): readonly string[] {
  return ((params as Readonly<Record<string, unknown>>)[field] ?? []) as readonly string[];
}

function below(pointer: string, name: string): string {
  return `${pointer}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

/** The value a pointer leads to, undefined for none. */
function valueAt(whole: unknown, pointer: string): unknown {
  let value = whole;
  for (const part of pointer.split("/").slice(1)) {
    if (value === null || typeof value !== "object") return undefined;
    const name = part.replaceAll("~1", "/").replaceAll("~0", "~");
    value = Object.hasOwn(value, name) ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
  }
  return value;
}
