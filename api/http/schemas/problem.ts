import { Type } from "typebox";
import { problemCodes, problemTable } from "../problems.ts";
import { list, nullable, oneOf, reference } from "./reference.ts";
import { RevisionSchema } from "./revision.ts";

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

const someRows = Type.Object({
  count: Type.Integer(),
  first: list(Type.String(), { description: "The first ids, in order" }),
});
const rowsPerTable = Type.Object({ assets: someRows, dependencies: someRows, connections: someRows });

export const StaleSchema = Type.Object(
  {
    expectedRevision: Type.Integer({ description: "The one that If-Match named" }),
    revision: Type.Integer({ description: "The one that is there" }),
    revisions: list(reference(RevisionSchema), { description: "Those written since: who, when, why" }),
    changedRows: Type.Union([rowsPerTable, Type.Null()], {
      description: "Rows that differ between the two; null where the revision named is not kept",
    }),
    sharedRows: Type.Union([rowsPerTable, Type.Null()], {
      description:
        "Those among them that the edit touches too: with none it can be repeated as it is; null for an undo or redo",
    }),
  },
  { $id: "Stale", description: "What was written since the revision that a request had seen" },
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
    stale: Type.Optional(reference(StaleSchema)),
  },
  { $id: "Problem", description: "An error, as application/problem+json" },
);
