import { Type } from "typebox";
import { list, nullable, reference } from "./reference.ts";
import { ResultSchema } from "./result.ts";

const record = {
  id: Type.String(),
  dataset: Type.Object({
    id: Type.String(),
    version: Type.String(),
    hash: Type.String(),
    revision: nullable(Type.Integer({ minimum: 1, description: "Of the store; null for a dataset from elsewhere" })),
  }),
  analysis: Type.String(),
  parameters: Type.Unknown(),
  overlays: list(Type.String()),
  engine: Type.String(),
  startedAt: Type.String({ format: "date-time" }),
  endedAt: Type.String({ format: "date-time" }),
  resultHash: Type.String(),
};

export const RunSummarySchema = Type.Object(
  {
    ...record,
    resultBytes: nullable(Type.Integer({ description: "Length of the result; null where it was pruned" })),
  },
  { $id: "RunSummary", description: "An analysis run to its end" },
);

export const RunPageSchema = Type.Object(
  { total: Type.Integer(), runs: list(reference(RunSummarySchema)) },
  { $id: "RunPage", description: "The newest start first" },
);

export const RunRecordSchema = Type.Object(
  {
    ...record,
    overlayBodies: list(Type.Unknown({ description: "An overlay applied, whole" })),
    result: nullable(reference(ResultSchema)),
  },
  { $id: "RunRecord" },
);

export const PruneRequestSchema = Type.Object(
  {
    rule: Type.Object(
      {
        keep: Type.Optional(Type.Integer({ minimum: 0, description: "Keep the newest ones" })),
        olderThanDays: Type.Optional(Type.Number({ minimum: 0, description: "Remove runs started longer ago" })),
        resultsOverMb: Type.Optional(
          Type.Number({ minimum: 0, description: "Drop longer results (10^6 bytes); the runs stay" }),
        ),
      },
      {
        minProperties: 1,
        maxProperties: 1,
        additionalProperties: false,
        description: "One of these; what stands right at the limit stays",
      },
    ),
    dataset: Type.Optional(Type.String({ maxLength: 200, description: "Runs of this dataset only" })),
    dryRun: Type.Optional(Type.Boolean({ description: "Say what would go, and leave it" })),
  },
  { $id: "PruneRequest", additionalProperties: false },
);

export const PrunedSchema = Type.Object(
  {
    dryRun: Type.Boolean(),
    removed: list(Type.String({ description: "A run that was removed" })),
    resultsDropped: list(Type.String({ description: "A run that lost its result" })),
    untouched: Type.Integer(),
  },
  { $id: "Pruned" },
);
