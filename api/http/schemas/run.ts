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
