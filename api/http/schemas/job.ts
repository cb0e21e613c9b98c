import { Type } from "typebox";
import { jobStatuses } from "../../jobs/job-port.ts";
import { replayOutcomes } from "../../runs/replay-verdict.ts";
import { asOfParameter } from "./parameters.ts";
import { ProblemSchema } from "./problem.ts";
import { nullable, oneOf, reference } from "./reference.ts";

export const JobRequestSchema = Type.Object(
  {
    analysis: Type.String({ maxLength: 100, description: "An id of the catalogue" }),
    dataset: Type.String({ maxLength: 200 }),
    asOf: Type.Optional(asOfParameter),
    parameters: Type.Optional(Type.Record(Type.String(), Type.Unknown(), { description: "As the catalogue says" })),
    overlays: Type.Optional(
      Type.Array(Type.String({ maxLength: 200 }), { maxItems: 100, description: "Ids, applied in order" }),
    ),
  },
  { $id: "JobRequest", additionalProperties: false },
);

export const JobSchema = Type.Object(
  {
    id: Type.String(),
    analysis: Type.String(),
    dataset: Type.String(),
    status: oneOf(jobStatuses),
    progress: Type.Object({ done: Type.Number(), total: Type.Number() }),
    createdAt: Type.String({ format: "date-time" }),
    startedAt: nullable(Type.String({ format: "date-time" })),
    endedAt: nullable(Type.String({ format: "date-time" })),
    runId: nullable(Type.String({ description: "The stored run, once done" })),
    problem: nullable(reference(ProblemSchema)),
    replay: Type.Optional(
      Type.Object(
        { outcome: oneOf(replayOutcomes), explanation: Type.String() },
        { description: "For a replay that is done: what came of it; runId is the run that was made again" },
      ),
    ),
  },
  { $id: "Job" },
);
