import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { type Static, Type } from "typebox";
import { type PruneRule, pruneRuns } from "../../runs/prune-runs.ts";
import { recallRun } from "../../runs/recall-run.ts";
import { runDifference } from "../../runs/run-difference.ts";
import { runText } from "../../runs/run-text.ts";
import type { RunRecord } from "../../store/store.ts";
import { jobView } from "../job-view.ts";
import { ProblemError } from "../problems.ts";
import { responses } from "../responses.ts";
import { idParameter, pageParameters, word } from "../schemas/parameters.ts";
import { reference, textOf } from "../schemas/reference.ts";
import { JobSchema } from "../schemas/job.ts";
import { PrunedSchema, PruneRequestSchema, RunPageSchema, RunRecordSchema } from "../schemas/run.ts";
import { RunDifferenceSchema } from "../schemas/run-difference.ts";
import type { Services } from "../services.ts";

const runParameters = Type.Object({ runId: idParameter });
const runFilter = Type.Object(
  { dataset: Type.Optional(word("Runs of this dataset only")), ...pageParameters },
  { additionalProperties: false },
);

const runPair = Type.Object({ a: word("Id of a run"), b: word("Id of another") }, { additionalProperties: false });

/** Analyses that were run to their end, kept in the store with their results. */
export function runRoutes(services: Services): FastifyPluginAsyncTypebox {
  const { store, jobs } = services;
  const find = async (id: string): Promise<RunRecord> => {
    const run = await store.run(id);
    if (run === null) throw new ProblemError("RUN_NOT_FOUND", `There is no run "${id}".`);
    return run;
  };

  return async (app) => {
    app.get(
      "/runs",
      {
        schema: {
          operationId: "listRuns",
          tags: ["runs"],
          summary: "Stored runs, the newest first, without their results",
          querystring: runFilter,
          response: responses({ 200: reference(RunPageSchema) }),
        },
      },
      ({ query: { dataset, offset, limit } }) => store.runs(dataset, { offset: offset ?? 0, limit: limit ?? 50 }),
    );

    app.get(
      "/runs/:runId",
      {
        schema: {
          operationId: "getRun",
          tags: ["runs"],
          summary: "One run with its result",
          params: runParameters,
          response: responses({ 200: textOf(RunRecordSchema) }, 404),
        },
      },
      async ({ params }, reply) => {
        return reply.type("application/json; charset=utf-8").send(runText(await find(params.runId)));
      },
    );

    app.get(
      "/runs/diff",
      {
        schema: {
          operationId: "diffRuns",
          tags: ["runs"],
          summary: "What differs between two runs, in what they were made from and in their results",
          querystring: runPair,
          response: responses({ 200: reference(RunDifferenceSchema) }, 404),
        },
      },
      async ({ query: { a, b } }) => runDifference(store, await find(a), await find(b)),
    );

    app.post(
      "/runs/:runId/replay",
      {
        schema: {
          operationId: "replayRun",
          tags: ["runs"],
          summary: "Make a run again, from the dataset of then, and compare the hash; nothing is stored",
          params: runParameters,
          response: responses({ 202: reference(JobSchema) }, 404, 409),
        },
      },
      async ({ params }, reply) => {
        const run = await find(params.runId);
        const recalled = await recallRun(store, run);
        if (recalled.kind === "lost") throw new ProblemError("RUN_NOT_REPLAYABLE", recalled.verdict.explanation);
        const { analysis, parameters, dataset: of } = run;
        const { dataset, overlays } = recalled;
        const job = jobs.submit({
          analysis,
          parameters,
          overlays,
          dataset: of,
          load: async () => dataset,
          replays: run,
        });
        return reply.code(202).header("location", `/api/jobs/${job.id}`).send(jobView(job));
      },
    );

    app.post(
      "/runs/prune",
      {
        schema: {
          operationId: "pruneRuns",
          tags: ["runs"],
          summary: "Remove runs, or results of runs, by a rule",
          body: reference(PruneRequestSchema),
          response: responses({ 200: reference(PrunedSchema) }, 413, 415),
        },
      },
      async ({ body: { rule, dataset, dryRun = false } }) => {
        const of = dataset === undefined ? {} : { dataset };
        return { dryRun, ...(await pruneRuns(store, pruneRule(rule), { ...of, dryRun, now: services.now() })) };
      },
    );

    app.delete(
      "/runs/:runId",
      {
        schema: {
          operationId: "removeRun",
          tags: ["runs"],
          summary: "Remove a stored run",
          params: runParameters,
          response: responses({ 204: Type.Null() }, 404),
        },
      },
      async ({ params }, reply) => {
        await find(params.runId);
        await store.removeRun(params.runId);
        return reply.code(204).send(null);
      },
    );
  };
}

/** The rule of a request, of which the schema lets through just one. */
function pruneRule({ keep, olderThanDays, resultsOverMb }: Static<typeof PruneRequestSchema>["rule"]): PruneRule {
  if (keep !== undefined) return { keep };
  return olderThanDays === undefined ? { resultsOverMb: resultsOverMb ?? Infinity } : { olderThanDays };
}
