import { Type } from "typebox";
import { jobStatuses } from "../../jobs/job-port.ts";
import { ImportReportSchema } from "./dataset.ts";
import { ProblemSchema } from "./problem.ts";
import { nullable, oneOf, reference } from "./reference.ts";

export const ImportJobSchema = Type.Object(
  {
    id: Type.String(),
    name: Type.String({ description: "What the upload is called" }),
    dryRun: Type.Boolean(),
    status: oneOf(jobStatuses),
    progress: Type.Object({
      step: oneOf(["reading", "writing"]),
      rows: Type.Integer(),
      total: nullable(Type.Integer({ description: "Not known while it is read" })),
    }),
    createdAt: Type.String({ format: "date-time" }),
    startedAt: nullable(Type.String({ format: "date-time" })),
    endedAt: nullable(Type.String({ format: "date-time" })),
    report: nullable(reference(ImportReportSchema)),
    problem: nullable(reference(ProblemSchema)),
  },
  { $id: "ImportJob" },
);
