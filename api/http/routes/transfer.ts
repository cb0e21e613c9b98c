import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { Type } from "typebox";
import { fileSetFromBytes, writeBundle } from "../../../datasets/formats/index.ts";
import type { Caps } from "../caps.ts";
import type { DatasetCache } from "../dataset-cache.ts";
import { findDataset } from "../find-dataset.ts";
import { importFiles } from "../import-files.ts";
import { ProblemError } from "../problems.ts";
import { responses } from "../responses.ts";
import { revisionTag } from "../revision-tag.ts";
import { BundleSchema, ImportReportSchema } from "../schemas/dataset.ts";
import { asOfParameter, idParameter } from "../schemas/parameters.ts";
import { oneOf, reference, textOf } from "../schemas/reference.ts";
import type { Services } from "../services.ts";

const uploadTypes = ["application/zip", "application/json", "application/octet-stream"];

/** Bytes: what they hold is checked by the reader. */
const uploadSchema = Type.Unknown();

/** Datasets in and out. An upload is a zip of a dataset folder or a JSON bundle, told apart by its content. */
export function transferRoutes(services: Services, cache: DatasetCache, caps: Caps): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser(uploadTypes, { parseAs: "buffer" }, (_request, body, done) => done(null, body));

    app.post(
      "/datasets",
      {
        bodyLimit: caps.uploadBytes,
        schema: {
          operationId: "importDataset",
          tags: ["datasets"],
          summary: "Import a dataset, whole or not at all",
          body: { content: Object.fromEntries(uploadTypes.map((type) => [type, { schema: uploadSchema }])) },
          querystring: Type.Object({ dryRun: Type.Optional(Type.Boolean()) }, { additionalProperties: false }),
          response: responses(
            { 200: reference(ImportReportSchema), 201: reference(ImportReportSchema) },
            409,
            413,
            415,
            422,
          ),
        },
      },
      async ({ body, query }, reply) => {
        if (!(body instanceof Uint8Array) || body.length === 0) throw new ProblemError("REQUEST_BODY_EMPTY");
        const report = await importFiles(fileSetFromBytes("upload", body), query.dryRun ?? false, services, caps);
        return reply.code(report.changed && !report.dryRun ? 201 : 200).send(report);
      },
    );

    app.get(
      "/datasets/:datasetId/export",
      {
        schema: {
          operationId: "exportDataset",
          tags: ["datasets"],
          summary: "The whole dataset as one JSON bundle",
          params: Type.Object({ datasetId: idParameter }),
          querystring: Type.Object(
            { format: Type.Optional(oneOf(["bundle"])), asOf: Type.Optional(asOfParameter) },
            { additionalProperties: false },
          ),
          response: responses({ 200: textOf(BundleSchema) }, 404),
        },
      },
      async ({ params, query }, reply) => {
        const summary = await findDataset(services.store, params.datasetId, query.asOf);
        const bundle = writeBundle(await cache.read(summary));
        reply.header("etag", revisionTag(summary));
        reply.header("content-disposition", `attachment; filename="${summary.id}.json"`);
        return reply.type("application/json; charset=utf-8").send(bundle);
      },
    );
  };
}
