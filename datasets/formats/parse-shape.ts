import type { Static, TSchema } from "typebox";
import { Check, Errors } from "typebox/value";
import type { Issue } from "../../analyzer/index.ts";
import type { FormatCode } from "./codes.ts";
import { formatIssue } from "./read-error.ts";

type ShapeError = ReturnType<typeof Errors>[number];

/**
 * A JSON value as what its schema says, or null with one issue per field that does not fit; the column of an issue is the
 * path of its field (`shocks.0.hours`). A long list of faults is cut by the library.
 */
export function parseShape<S extends TSchema>(
  schema: S,
  value: unknown,
  file: string | null,
): { value: Static<S> | null; issues: Issue[] } {
  if (Check(schema, value)) return { value, issues: [] };
  return { value: null, issues: shapeIssues(schema, value, file) };
}

function shapeIssues(schema: TSchema, value: unknown, file: string | null): Issue[] {
  return Errors(schema, value).flatMap((error) => {
    const path = pointerWords(error.instancePath);
    const found = (code: FormatCode, at: readonly string[], text: string) => {
      const column = at.join(".");
      return formatIssue(code, {
        file,
        column: column || null,
        value: valueAt(value, at),
        text: `${column} ${text}`.trim(),
      });
    };
    switch (error.keyword) {
      case "required":
        return error.params.requiredProperties.map((name) => found("FIELD_MISSING", [...path, name], "is required."));
      case "boolean":
        return [found("FIELD_UNKNOWN", path, "is no known field: correct its name or remove it.")];
      // Told field by field under "boolean".
      case "additionalProperties":
        return [];
      case "type":
        return [found("FIELD_WRONG_TYPE", path, `${error.message}.`)];
      case "enum":
        return [found("FIELD_NOT_A_CHOICE", path, `must be one of ${error.params.allowedValues.join(", ")}.`)];
      default:
        return [found("FIELD_OUT_OF_RANGE", path, `${rangeText(error)}.`)];
    }
  });
}

function rangeText(error: ShapeError): string {
  if (error.keyword === "pattern") return `must have the form ${String(error.params.pattern)}`;
  if (error.keyword === "minProperties") return "must state at least one field";
  if (error.keyword === "minItems") return "must have at least one item";
  return error.keyword === "minLength" ? "must not be empty" : error.message;
}

function pointerWords(pointer: string): string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((word) => word.replaceAll("~1", "/").replaceAll("~0", "~"));
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, name) =>
      typeof inner === "object" && inner !== null ? new Map(Object.entries(inner)).get(name) : undefined,
    value,
  );
}
