import type { AnalysisText } from "../../analyzer/index.ts";

/** What the JSON Schema of an analysis says of one parameter, as far as forms and options are drawn from it. */
export interface ParameterProperty {
  readonly type?: string;
  readonly title?: string;
  readonly unit?: string;
  readonly default?: unknown;
  readonly enum?: readonly unknown[];
  readonly items?: ParameterProperty;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
}

/** The parameters of an analysis by name, in the order of the schema. */
export function parameterProperties({ parameters }: AnalysisText): Readonly<Record<string, ParameterProperty>> {
  return (parameters["properties"] ?? {}) as Readonly<Record<string, ParameterProperty>>;
}
