import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { Type } from "typebox";
import type { RunRecord } from "../../store/store.ts";
import { runText } from "../../runs/run-text.ts";
import { ProblemError } from "../problems.ts";
import { responses } from "../responses.ts";
import { idParameter, pageParameters, word } from "../schemas/parameters.ts";
import { reference, textOf } from "../schemas/reference.ts";
import { RunPageSchema, RunRecordSchema } from "../schemas/run.ts";
import type { Services } from "../services.ts";

const runParameters = Type.Object({ runId: idParameter });
const runFilter = Type.Object(
  { dataset: Type.Optional(word("Runs of this dataset only")), ...pageParameters },
  { additionalProperties: false },
);

/** Analyses that were run to their end, kept in the store with their results. */
export function runRoutes({ store }: Services): FastifyPluginAsyncTypebox {
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
