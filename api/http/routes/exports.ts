import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { Type } from "typebox";
import type { DatasetCache } from "../dataset-cache.ts";
import { documentFiles, documentKinds, withoutNamesakes } from "../../documents-beside.ts";
import { exportFile } from "../export-files.ts";
import { findDataset } from "../find-dataset.ts";
import { responses } from "../responses.ts";
import { revisionTag } from "../revision-tag.ts";
import { BundleSchema } from "../schemas/dataset.ts";
import { ExportLossesSchema } from "../schemas/formats.ts";
import { asOfParameter, idParameter } from "../schemas/parameters.ts";
import { reference, textOf } from "../schemas/reference.ts";
import type { Services } from "../services.ts";

const datasetParameters = Type.Object({ datasetId: idParameter });
const exportQuery = Type.Object(
  {
    format: Type.Optional(
      Type.String({
        maxLength: 40,
        description: "bundle (left out), folder, or one that is written as listed at /api/formats",
      }),
    ),
    asOf: Type.Optional(asOfParameter),
  },
  { additionalProperties: false },
);

const exported = {
  description: "The file; a format of several files comes as a zip of them",
  headers: {
    "x-knockon-lost": { type: "integer", description: "How many columns the format cannot hold; which, /losses tells" },
  },
  content: {
    "application/json": { schema: textOf(BundleSchema) },
    "application/octet-stream": { schema: Type.Unsafe<Uint8Array>({ type: "string", format: "binary" }) },
  },
};

/** Datasets out: as ours, or in a format of others with what that cannot hold. */
export function exportRoutes({ store, shipped }: Services, cache: DatasetCache): FastifyPluginAsyncTypebox {
  const filesBeside = (id: string) => async () =>
    (
      await Promise.all(
        documentKinds.map(async (kind) => {
          const own = await store.documents(id, kind);
          const others = withoutNamesakes(await shipped.documents(id, kind), own);
          return documentFiles(kind, [...own, ...others]);
        }),
      )
    ).flat();

  return async (app) => {
    app.get(
      "/datasets/:datasetId/export",
      {
        schema: {
          operationId: "exportDataset",
          tags: ["datasets"],
          summary: "The whole dataset as one JSON bundle, or in another format",
          params: datasetParameters,
          querystring: exportQuery,
          response: { ...responses({}, 404, 422), 200: exported },
        },
      },
      async ({ params, query }, reply) => {
        const summary = await findDataset(store, params.datasetId, query.asOf);
        const { fileName, mediaType, content, lost } = await exportFile(
          await cache.read(summary),
          query.format ?? "bundle",
          filesBeside(summary.id),
        );
        reply.header("etag", revisionTag(summary));
        reply.header("content-disposition", `attachment; filename="${fileName}"`);
        reply.header("x-knockon-lost", String(lost.length));
        const type = mediaType === "application/json" ? "application/json; charset=utf-8" : mediaType;
        return reply.type(type).send(typeof content === "string" ? content : Buffer.from(content));
      },
    );

    app.get(
      "/datasets/:datasetId/export/losses",
      {
        schema: {
          operationId: "listExportLosses",
          tags: ["datasets"],
          summary: "What a format cannot hold of the dataset, told before it is exported",
          params: datasetParameters,
          querystring: exportQuery,
          response: responses({ 200: reference(ExportLossesSchema) }, 404, 422),
        },
      },
      async ({ params, query }) => {
        const summary = await findDataset(store, params.datasetId, query.asOf);
        const format = query.format ?? "bundle";
        const { fileName, content, lost } = await exportFile(
          await cache.read(summary),
          format,
          filesBeside(summary.id),
        );
        return { format, fileName, bytes: Buffer.byteLength(content), lost };
      },
    );
  };
}
