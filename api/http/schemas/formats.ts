import { Type } from "typebox";
import { tables } from "../../../analyzer/index.ts";
import { IssueSchema } from "./problem.ts";
import { list, nullable, oneOf, reference } from "./reference.ts";
import { CountsSchema } from "./revision.ts";

export const FormatSchema = Type.Object(
  {
    id: Type.String(),
    title: Type.String(),
    reads: Type.Boolean(),
    writes: Type.Boolean(),
  },
  { $id: "Format" },
);

export const ExportLossesSchema = Type.Object(
  {
    format: Type.String(),
    fileName: Type.String({ description: "What the export is called" }),
    bytes: Type.Integer(),
    lost: list(
      Type.Object({
        table: oneOf([...tables, "dataset"]),
        column: Type.String(),
        rows: Type.Integer({ description: "How many rows state it" }),
        text: Type.String(),
      }),
      { description: "Columns that the format has no place for; every other value is written" },
    ),
  },
  { $id: "ExportLosses" },
);

const confidence = Type.Number({ description: "How sure, from 0 to 1" });

export const InspectionSchema = Type.Object(
  {
    format: Type.String({ description: "What it was read as; own: a dataset of ours" }),
    guesses: list(Type.Object({ format: Type.String(), title: Type.String(), confidence }), {
      description: "What it may be, the likeliest first; none for a dataset of ours",
    }),
    columns: list(
      Type.Object({
        table: oneOf(tables),
        file: Type.String(),
        column: Type.String({ description: "Theirs" }),
        ours: nullable(Type.String({ description: "What it could fill; null: kept as an own column" })),
        confidence,
      }),
    ),
    mapping: Type.Unknown({ description: "A mapping.json of the proposals taken, with the values set" }),
    counts: reference(CountsSchema),
    dataset: nullable(Type.Object({ id: Type.String(), title: Type.String(), version: Type.String() })),
    usable: Type.Boolean({ description: "Whether an import with this mapping would be taken" }),
    issues: list(reference(IssueSchema), { description: "What it would say, the first ones" }),
    issueCount: Type.Integer(),
  },
  { $id: "Inspection" },
);
