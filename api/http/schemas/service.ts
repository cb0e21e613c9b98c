import { Type } from "typebox";

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
    limits: Type.String(),
    source: Type.String(),
  },
  { $id: "Analysis", description: "One entry of the catalogue" },
);
