import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { Type } from "typebox";
import type { Job } from "../../jobs/job-port.ts";
import type { DatasetCache } from "../dataset-cache.ts";
import { jobEvents } from "../job-events.ts";
import { readJobRequest } from "../job-request.ts";
import { jobView } from "../job-view.ts";
import { ProblemError } from "../problems.ts";
import { responses } from "../responses.ts";
import { JobRequestSchema, JobSchema } from "../schemas/job.ts";
import { idParameter } from "../schemas/parameters.ts";
import { list, reference, textOf } from "../schemas/reference.ts";
import { ResultSchema } from "../schemas/result.ts";
import type { Services } from "../services.ts";

const jobParameters = Type.Object({ jobId: idParameter });
const eventStream = {
  description: "Events named `job`, each with a Job as its data",
  content: { "text/event-stream": { schema: reference(JobSchema) } },
};

/** Analyses as jobs: ask, follow, cancel, fetch the result. */
export function jobRoutes(services: Services, cache: DatasetCache): FastifyPluginAsyncTypebox {
  const { jobs } = services;
  const known = (id: string, job = jobs.find(id)): Job => {
    if (job === null)
      throw new ProblemError("JOB_NOT_FOUND", `There is no job "${id}". Finished runs are under /api/runs.`);
    return job;
  };

  return async (app) => {
    app.post(
      "/jobs",
      {
        schema: {
          operationId: "createJob",
          tags: ["jobs"],
          summary: "Ask for an analysis of a stored dataset",
          body: reference(JobRequestSchema),
          response: responses({ 202: reference(JobSchema) }, 404, 413, 415, 422),
        },
      },
      async ({ body }, reply) => {
        const job = jobs.submit(await readJobRequest(body, services, cache));
        return reply.code(202).header("location", `/api/jobs/${job.id}`).send(jobView(job));
      },
    );

    app.get(
      "/jobs",
      {
        schema: {
          operationId: "listJobs",
          tags: ["jobs"],
          summary: "Jobs since the service started, the newest first",
          response: responses({ 200: Type.Object({ jobs: list(reference(JobSchema)) }) }),
        },
      },
      async () => ({ jobs: jobs.list().map(jobView) }),
    );

    app.get(
      "/jobs/:jobId",
      {
        schema: {
          operationId: "getJob",
          tags: ["jobs"],
          summary: "One job with its progress",
          params: jobParameters,
          response: responses({ 200: reference(JobSchema) }, 404),
        },
      },
      async ({ params }) => jobView(known(params.jobId)),
    );

    app.delete(
      "/jobs/:jobId",
      {
        schema: {
          operationId: "cancelJob",
          tags: ["jobs"],
          summary: "Cancel a job; a finished one stays as it is",
          params: jobParameters,
          response: responses({ 200: reference(JobSchema) }, 404),
        },
      },
      async ({ params }) => jobView(known(params.jobId, await jobs.cancel(params.jobId))),
    );

    app.get(
      "/jobs/:jobId/events",
      {
        sse: "manual",
        schema: {
          operationId: "followJob",
          tags: ["jobs"],
          summary: "The job as server-sent events (`event: job`), now and on each change, until it ends",
          params: jobParameters,
          response: { ...responses({}, 404), 200: eventStream },
        },
      },
      async ({ params }, reply) => {
        known(params.jobId);
        await reply.sse.send(jobEvents(jobs, params.jobId, "job", jobView, (stop) => reply.sse.onClose(stop)));
      },
    );

    app.get(
      "/jobs/:jobId/result",
      {
        schema: {
          operationId: "getJobResult",
          tags: ["jobs"],
          summary: "The result of a job that is done, as it was stored",
          params: jobParameters,
          response: responses({ 200: textOf(ResultSchema) }, 404, 409, 410, 422),
        },
      },
      async ({ params }, reply) => {
        const text = await readResult(known(params.jobId), services);
        // The stored text goes out as it is: the same bytes for every reader, and no second serialising of megabytes.
        return reply.type("application/json; charset=utf-8").send(text);
      },
    );
  };
}

async function readResult({ id, status, runId, problem }: Job, { store }: Services): Promise<string> {
  if (problem !== null) throw new ProblemError(problem.code, problem.detail, problem.issues);
  if (status === "cancelled") throw new ProblemError("JOB_CANCELLED");
  if (runId === null) throw new ProblemError("JOB_NOT_DONE", `Job "${id}" is ${status}. Ask again once it is done.`);
  const run = await store.run(runId);
  if (run === null) throw new ProblemError("RUN_NOT_FOUND", `The run "${runId}" was removed.`);
  if (run.result === null) throw new ProblemError("RUN_RESULT_DROPPED");
  return run.result;
}
