import { Type } from "typebox";
import { nullable } from "./reference.ts";

export const HealthSchema = Type.Object(
  {
    status: Type.Literal("ok"),
    engine: Type.String(),
    store: Type.Object({ kind: Type.String(), address: Type.String() }),
    jobs: Type.Object({ queued: Type.Integer(), running: Type.Integer() }),
  },
  { $id: "Health" },
);

export const AnalysisSchema = Type.Object(
  {
    id: Type.String(),
    title: Type.String(),
    question: Type.String(),
    parameters: Type.Record(Type.String(), Type.Unknown(), { description: "JSON Schema of the parameters" }),
    outputs: Type.String(),
    cost: Type.String({ description: "N assets, M rows" }),
    estimate: nullable(
      Type.Number({
        description: "Seconds of one core on the dataset asked for, parameters at their defaults; null where not known",
      }),
    ),
    limits: Type.String(),
    source: Type.String(),
    checked: Type.String({ description: "How the numbers were checked" }),
  },
  { $id: "Analysis", description: "One entry of the catalogue" },
);
