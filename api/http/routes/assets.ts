import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { Type } from "typebox";
import type { Dataset } from "../../../analyzer/index.ts";
import { findAssets } from "../../store/find-assets.ts";
import { findNeighbours } from "../../store/find-neighbours.ts";
import { findPath } from "../../store/find-path.ts";
import type { AssetQuery } from "../../store/store.ts";
import type { DatasetCache } from "../dataset-cache.ts";
import { findDataset } from "../find-dataset.ts";
import { ProblemError } from "../problems.ts";
import { responses } from "../responses.ts";
import { AssetPageSchema, NeighboursSchema, PathSchema } from "../schemas/asset.ts";
import { asOfParameter, idParameter, pageParameters, word } from "../schemas/parameters.ts";
import { reference } from "../schemas/reference.ts";
import { AssetSchema } from "../schemas/rows.ts";
import type { Services } from "../services.ts";

const assetParameters = Type.Object({ datasetId: idParameter, assetId: idParameter });

const searchParameters = Type.Object(
  {
    q: Type.Optional(word("Text to find in id and name")),
    sector: Type.Optional(word("Sector")),
    state: Type.Optional(word("State code")),
    kind: Type.Optional(word("Kind")),
    ...pageParameters,
    asOf: Type.Optional(asOfParameter),
  },
  { additionalProperties: false },
);

const usualSteps = 20;
const pathQuery = Type.Object(
  {
    to: idParameter,
    asOf: Type.Optional(asOfParameter),
    maxSteps: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, description: `Unless said: ${usualSteps}` })),
  },
  { additionalProperties: false },
);

const asOfQuery = Type.Object({ asOf: Type.Optional(asOfParameter) }, { additionalProperties: false });

/** Search, look up and walk the assets of a dataset: the store answers for now, the dataset as a whole for the past. */
export function assetRoutes({ store }: Services, cache: DatasetCache): FastifyPluginAsyncTypebox {
  /** The dataset of then, or null for now. */
  const findPast = async (datasetId: string, asOf: string | undefined) => {
    const summary = await findDataset(store, datasetId, asOf);
    return asOf === undefined ? null : cache.read(summary);
  };

  const findAsset = async (datasetId: string, assetId: string, past: Dataset | null) => {
    const asset = past === null ? await store.asset(datasetId, assetId) : past.assets.find(({ id }) => id === assetId);
    if (!asset) throw new ProblemError("ASSET_NOT_FOUND", `Dataset "${datasetId}" has no asset "${assetId}".`);
    return asset;
  };

  return async (app) => {
    app.get(
      "/datasets/:datasetId/assets",
      {
        schema: {
          operationId: "listAssets",
          tags: ["assets"],
          summary: "One page of the assets that match",
          params: Type.Object({ datasetId: idParameter }),
          querystring: searchParameters,
          response: responses({ 200: reference(AssetPageSchema) }, 404),
        },
      },
      async ({ params, query: { q, offset, limit, asOf, ...filter } }) => {
        const past = await findPast(params.datasetId, asOf);
        const query: AssetQuery = { ...filter, offset: offset ?? 0, limit: limit ?? 50 };
        const asked = q === undefined ? query : { ...query, text: q };
        return past === null ? store.assets(params.datasetId, asked) : findAssets(past.assets, asked);
      },
    );

    app.get(
      "/datasets/:datasetId/assets/:assetId",
      {
        schema: {
          operationId: "getAsset",
          tags: ["assets"],
          summary: "One asset",
          params: assetParameters,
          querystring: asOfQuery,
          response: responses({ 200: reference(AssetSchema) }, 404),
        },
      },
      async ({ params: { datasetId, assetId }, query }) =>
        findAsset(datasetId, assetId, await findPast(datasetId, query.asOf)),
    );

    app.get(
      "/datasets/:datasetId/assets/:assetId/neighbours",
      {
        schema: {
          operationId: "getNeighbours",
          tags: ["assets"],
          summary: "What the asset depends on, supports and is connected to",
          params: assetParameters,
          querystring: asOfQuery,
          response: responses({ 200: reference(NeighboursSchema) }, 404),
        },
      },
      async ({ params: { datasetId, assetId }, query }) => {
        const past = await findPast(datasetId, query.asOf);
        await findAsset(datasetId, assetId, past);
        return past === null ? store.neighbours(datasetId, assetId) : findNeighbours(past, assetId);
      },
    );

    app.get(
      "/datasets/:datasetId/assets/:assetId/path",
      {
        schema: {
          operationId: "getPath",
          tags: ["assets"],
          summary: "The shortest chain of dependencies from the asset to one that depends on it",
          params: assetParameters,
          querystring: pathQuery,
          response: responses({ 200: reference(PathSchema) }, 404),
        },
      },
      async ({ params: { datasetId, assetId }, query: { to, maxSteps = usualSteps, asOf } }) => {
        const past = await findPast(datasetId, asOf);
        for (const id of [assetId, to]) await findAsset(datasetId, id, past);
        const ids =
          past === null
            ? await store.path(datasetId, assetId, to, { maxSteps })
            : findPath(past, [assetId, to], maxSteps);
        return { ids };
      },
    );
  };
}
