import { Type } from "typebox";
import { nullable, oneOf, reference } from "./reference.ts";

export const CountsSchema = Type.Object(
  {
    assets: Type.Integer(),
    dependencies: Type.Integer(),
    connections: Type.Integer(),
    states: Type.Integer(),
    sectors: Type.Integer(),
  },
  { $id: "Counts" },
);

const revision = {
  revision: Type.Integer({ minimum: 1, description: "Counts the writes; gives their order" }),
  kind: oneOf(["import", "edit", "undo", "redo"]),
  restores: Type.Optional(Type.Integer({ description: "The revision whose content an undo or redo brought back" })),
  hash: Type.String({ description: "SHA-256 of the canonical content" }),
  at: Type.String({ description: "When it was written, ISO 8601 in UTC" }),
  by: Type.String({ description: "Who wrote it" }),
  why: Type.Optional(Type.String()),
  counts: reference(CountsSchema),
};

export const RevisionSchema = Type.Object(revision, {
  $id: "Revision",
  description: "One write that changed a dataset",
});

export const ValidRevisionSchema = Type.Object(
  {
    ...revision,
    validFrom: Type.String({ description: "When its content became the dataset's" }),
    validTo: nullable(
      Type.String({
        description: "When the next one was written, null for the last; before validFrom where the clock went back",
      }),
    ),
  },
  { $id: "ValidRevision", description: "A revision with the time its content was the dataset's" },
);
