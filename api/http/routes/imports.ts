import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { Type } from "typebox";
import type { Caps } from "../caps.ts";
import { problemOf } from "../error-reply.ts";
import { readingOf, takeUploads, uploadBody, uploaded, uploadParameters } from "../foreign-upload.ts";
import { importFiles } from "../import-files.ts";
import { type ImportJob, ImportJobs } from "../import-jobs.ts";
import { jobEvents } from "../job-events.ts";
import { ProblemError } from "../problems.ts";
import { responses } from "../responses.ts";
import { revisionIfSeen } from "../revision-tag.ts";
import { ImportJobSchema } from "../schemas/import.ts";
import { idParameter, seenHeader } from "../schemas/parameters.ts";
import { list, reference } from "../schemas/reference.ts";
import type { Services } from "../services.ts";

const importParameters = Type.Object({ importId: idParameter });
const eventStream = {
  description: "Events named `import`, each with an ImportJob as its data",
  content: { "text/event-stream": { schema: reference(ImportJobSchema) } },
};

/** Imports that go on by themselves: ask, follow, cancel. What was cancelled has written nothing. */
export function importRoutes(services: Services, caps: Caps): FastifyPluginAsyncTypebox {
  return async (app) => {
    const imports = new ImportJobs(
      () => services.now(),
      (error) => {
        const body = problemOf(error);
        if (body.status >= 500) app.log.error({ err: error }, body.code);
        return body;
      },
    );
    const known = (id: string, found = imports.find(id)): ImportJob => {
      if (found === null) throw new ProblemError("IMPORT_NOT_FOUND", `There is no import "${id}".`);
      return found;
    };
    takeUploads(app);
    app.addHook("onClose", () => imports.close());

    app.post(
      "/imports",
      {
        bodyLimit: caps.uploadBytes,
        schema: {
          operationId: "createImport",
          tags: ["datasets"],
          summary: "Import a dataset, whole or not at all, while this answers at once",
          body: uploadBody,
          headers: seenHeader,
          querystring: Type.Object(
            { dryRun: Type.Optional(Type.Boolean()), ...uploadParameters },
            { additionalProperties: false },
          ),
          response: responses({ 202: reference(ImportJobSchema) }, 413, 415, 422),
        },
      },
      async ({ body, query, headers }, reply) => {
        const expectedRevision = revisionIfSeen(headers["if-match"]);
        const files = uploaded(body, query);
        const reading = await readingOf(files, query);
        const dryRun = query.dryRun ?? false;
        const job = imports.submit({
          name: files.name,
          dryRun,
          work: (watch) => importFiles(files, reading, dryRun, services, caps, { watch, expectedRevision }),
        });
        return reply.code(202).header("location", `/api/imports/${job.id}`).send(job);
      },
    );

    app.get(
      "/imports",
      {
        schema: {
          operationId: "listImports",
          tags: ["datasets"],
          summary: "Imports since the service started, the newest first",
          response: responses({ 200: Type.Object({ imports: list(reference(ImportJobSchema)) }) }),
        },
      },
      async () => ({ imports: imports.list() }),
    );

    app.get(
      "/imports/:importId",
      {
        schema: {
          operationId: "getImport",
          tags: ["datasets"],
          summary: "One import with its progress, and its report once it is done",
          params: importParameters,
          response: responses({ 200: reference(ImportJobSchema) }, 404),
        },
      },
      async ({ params }) => known(params.importId),
    );

    app.delete(
      "/imports/:importId",
      {
        schema: {
          operationId: "cancelImport",
          tags: ["datasets"],
          summary: "Cancel an import; nothing of it is written. A finished one stays as it is",
          params: importParameters,
          response: responses({ 200: reference(ImportJobSchema) }, 404),
        },
      },
      async ({ params }) => known(params.importId, await imports.cancel(params.importId)),
    );

    app.get(
      "/imports/:importId/events",
      {
        sse: "manual",
        schema: {
          operationId: "followImport",
          tags: ["datasets"],
          summary: "The import as server-sent events (`event: import`), now and on each change, until it ends",
          params: importParameters,
          response: { ...responses({}, 404), 200: eventStream },
        },
      },
      async ({ params }, reply) => {
        known(params.importId);
        const events = jobEvents(
          imports,
          params.importId,
          "import",
          (job) => job,
          (stop) => reply.sse.onClose(stop),
        );
        await reply.sse.send(events);
      },
    );
  };
}
