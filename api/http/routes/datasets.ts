import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { Type } from "typebox";
import { creditsOf } from "../credits-of.ts";
import type { DatasetCache } from "../dataset-cache.ts";
import { findDataset } from "../find-dataset.ts";
import { graphColumns } from "../graph-columns.ts";
import { placeBounds } from "../place-bounds.ts";
import { revisionTag } from "../revision-tag.ts";
import { responses } from "../responses.ts";
import { CreditsSchema } from "../schemas/credits.ts";
import { DatasetDetailSchema, DatasetSummarySchema } from "../schemas/dataset.ts";
import { GraphSchema } from "../schemas/graph.ts";
import { asOfParameter, idParameter } from "../schemas/parameters.ts";
import { list, reference } from "../schemas/reference.ts";
import type { Services } from "../services.ts";
import { wordsInUse } from "../words-in-use.ts";

const datasetParameters = Type.Object({ datasetId: idParameter });
const asOfQuery = Type.Object({ asOf: Type.Optional(asOfParameter) }, { additionalProperties: false });

/** The stored datasets: list, detail, drawing, removal. */
export function datasetRoutes({ store, engine }: Services, cache: DatasetCache): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      "/datasets",
      {
        schema: {
          operationId: "listDatasets",
          tags: ["datasets"],
          summary: "All datasets of the store",
          response: responses({ 200: Type.Object({ datasets: list(reference(DatasetSummarySchema)) }) }),
        },
      },
      async () => ({ datasets: await store.datasets() }),
    );

    app.get(
      "/datasets/:datasetId",
      {
        schema: {
          operationId: "getDataset",
          tags: ["datasets"],
          summary: "A dataset with its description and the words it uses",
          params: datasetParameters,
          querystring: asOfQuery,
          response: responses({ 200: reference(DatasetDetailSchema) }, 404),
        },
      },
      async ({ params, query }, reply) => {
        const summary = await findDataset(store, params.datasetId, query.asOf);
        const dataset = await cache.read(summary);
        const { description } = dataset;
        reply.header("etag", revisionTag(summary));
        return {
          ...summary,
          // A past revision may have had others.
          title: description.title,
          version: description.version,
          description,
          ...wordsInUse(dataset),
          bounds: placeBounds(dataset.assets),
        };
      },
    );

    app.get(
      "/datasets/:datasetId/graph",
      {
        schema: {
          operationId: "getGraph",
          tags: ["datasets"],
          summary: "Everything needed to draw the dataset, in columns",
          params: datasetParameters,
          querystring: asOfQuery,
          response: responses({ 200: reference(GraphSchema) }, 404),
        },
      },
      async ({ params, query }, reply) => {
        const summary = await findDataset(store, params.datasetId, query.asOf);
        reply.header("etag", revisionTag(summary));
        return graphColumns(await cache.read(summary), summary);
      },
    );

    app.get(
      "/datasets/:datasetId/credits",
      {
        schema: {
          operationId: "getCredits",
          tags: ["datasets"],
          summary: "Every source with its licence, its credit line and the number of its rows",
          params: datasetParameters,
          querystring: asOfQuery,
          response: responses({ 200: reference(CreditsSchema) }, 404),
        },
      },
      async ({ params, query }, reply) => {
        const summary = await findDataset(store, params.datasetId, query.asOf);
        reply.header("etag", revisionTag(summary));
        return creditsOf(await cache.read(summary), summary.hash, engine);
      },
    );

    app.delete(
      "/datasets/:datasetId",
      {
        schema: {
          operationId: "removeDataset",
          tags: ["datasets"],
          summary: "Take a dataset out of the store, with its scenarios, overlays and revisions",
          params: datasetParameters,
          response: responses({ 204: Type.Null() }, 404, 409),
        },
      },
      async ({ params }, reply) => {
        await findDataset(store, params.datasetId);
        await store.removeDataset(params.datasetId);
        return reply.code(204).send(null);
      },
    );
  };
}
