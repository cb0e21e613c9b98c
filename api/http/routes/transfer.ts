import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { Type } from "typebox";
import { foreignFormats } from "../../../datasets/formats/foreign/index.ts";
import type { Caps } from "../caps.ts";
import { readingOf, takeUploads, uploadBody, uploaded, uploadParameters } from "../foreign-upload.ts";
import { importFiles } from "../import-files.ts";
import { guessesFor, inspectUpload } from "../inspect-upload.ts";
import { responses } from "../responses.ts";
import { revisionIfSeen } from "../revision-tag.ts";
import { ImportReportSchema } from "../schemas/dataset.ts";
import { FormatSchema, InspectionSchema } from "../schemas/formats.ts";
import { seenHeader } from "../schemas/parameters.ts";
import { list, reference } from "../schemas/reference.ts";
import type { Services } from "../services.ts";

const usuallySure = 0.6;

/** Datasets in. An upload is a zip of a dataset folder or a JSON bundle, told apart by its content. */
export function transferRoutes(services: Services, caps: Caps): FastifyPluginAsyncTypebox {
  return async (app) => {
    takeUploads(app);

    app.post(
      "/datasets",
      {
        bodyLimit: caps.uploadBytes,
        schema: {
          operationId: "importDataset",
          tags: ["datasets"],
          summary: "Import a dataset, whole or not at all",
          body: uploadBody,
          headers: seenHeader,
          querystring: Type.Object(
            { dryRun: Type.Optional(Type.Boolean()), ...uploadParameters },
            { additionalProperties: false },
          ),
          response: responses(
            { 200: reference(ImportReportSchema), 201: reference(ImportReportSchema) },
            400,
            409,
            412,
            413,
            415,
            422,
          ),
        },
      },
      async ({ body, query, headers }, reply) => {
        const expectedRevision = revisionIfSeen(headers["if-match"]);
        const files = uploaded(body, query);
        const reading = await readingOf(files, query);
        const report = await importFiles(files, reading, query.dryRun ?? false, services, caps, { expectedRevision });
        return reply.code(report.changed && !report.dryRun ? 201 : 200).send(report);
      },
    );

    app.post(
      "/inspections",
      {
        bodyLimit: caps.uploadBytes,
        schema: {
          operationId: "inspectFiles",
          tags: ["datasets"],
          summary: "Say what an upload holds and propose how to import it; nothing is written",
          body: uploadBody,
          querystring: Type.Object(
            {
              sure: Type.Optional(
                Type.Number({ minimum: 0, maximum: 1, description: "Take proposals at least so sure; left out: 0.6" }),
              ),
              ...uploadParameters,
            },
            { additionalProperties: false },
          ),
          response: responses({ 200: reference(InspectionSchema) }, 413, 415, 422),
        },
      },
      async ({ body, query }) => {
        const files = uploaded(body, query);
        const guesses = await guessesFor(files);
        // Nothing is written, so that the likeliest of several may be tried.
        const format = query.format ?? guesses[0]?.format.id;
        const reading = await readingOf(files, format === undefined ? query : { ...query, format });
        const retrieved = services.now().toISOString().slice(0, 10);
        const found = await inspectUpload(files, reading, { guesses, least: query.sure ?? usuallySure, retrieved });
        return { ...found, issues: found.issues.slice(0, caps.issues), issueCount: found.issues.length };
      },
    );

    app.get(
      "/formats",
      {
        schema: {
          operationId: "listFormats",
          tags: ["datasets"],
          summary: "Formats of others that can be read or written",
          response: responses({ 200: Type.Object({ formats: list(reference(FormatSchema)) }) }),
        },
      },
      async () => ({
        formats: foreignFormats.map(({ id, title, read, write }) => {
          return { id, title, reads: read !== null, writes: write !== null };
        }),
      }),
    );
  };
}
