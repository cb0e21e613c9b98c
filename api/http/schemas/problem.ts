import { Type } from "typebox";
import { problemCodes, problemTable } from "../problems.ts";
import { list, nullable, oneOf, reference } from "./reference.ts";

export const IssueSchema = Type.Object(
  {
    severity: oneOf(["error", "warning", "info"]),
    code: Type.String({ description: "Stable code (AREA_WHAT)" }),
    file: nullable(Type.String()),
    row: nullable(Type.Integer({ description: "Line of the file from 1; the header is row 1" })),
    column: nullable(Type.String()),
    value: nullable(Type.String()),
    text: Type.String({ description: "What is wrong and what to do" }),
  },
  { $id: "Issue", description: "One problem found in data" },
);

/** RFC 9457, with the product's stable code and the issues of refused data. */
export const ProblemSchema = Type.Object(
  {
    type: Type.String({ description: "urn:knockon:problem:CODE" }),
    title: Type.String(),
    status: Type.Integer(),
    code: oneOf(problemCodes, problemTable()),
    detail: Type.String({ description: "What is wrong here and what to do" }),
    pointer: Type.Optional(Type.String({ description: "JSON Pointer to the first part of the body that is wrong" })),
    issues: Type.Optional(list(reference(IssueSchema))),
  },
  { $id: "Problem", description: "An error, as application/problem+json" },
);
