import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { Type } from "typebox";
import type { AssetQuery } from "../../store/store.ts";
import { findDataset } from "../find-dataset.ts";
import { ProblemError } from "../problems.ts";
import { responses } from "../responses.ts";
import { AssetPageSchema, NeighboursSchema } from "../schemas/asset.ts";
import { idParameter, pageParameters, word } from "../schemas/parameters.ts";
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
  },
  { additionalProperties: false },
);

/** Search, look up and walk the assets of a dataset. */
export function assetRoutes({ store }: Services): FastifyPluginAsyncTypebox {
  const findAsset = async (datasetId: string, assetId: string) => {
    await findDataset(store, datasetId);
    const asset = await store.asset(datasetId, assetId);
    if (asset === null) throw new ProblemError("ASSET_NOT_FOUND", `Dataset "${datasetId}" has no asset "${assetId}".`);
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
      async ({ params, query: { q, offset, limit, ...filter } }) => {
        await findDataset(store, params.datasetId);
        const query: AssetQuery = { ...filter, offset: offset ?? 0, limit: limit ?? 50 };
        return store.assets(params.datasetId, q === undefined ? query : { ...query, text: q });
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
          response: responses({ 200: reference(AssetSchema) }, 404),
        },
      },
      ({ params }) => findAsset(params.datasetId, params.assetId),
    );

    app.get(
      "/datasets/:datasetId/assets/:assetId/neighbours",
      {
        schema: {
          operationId: "getNeighbours",
          tags: ["assets"],
          summary: "What the asset depends on, supports and is connected to",
          params: assetParameters,
          response: responses({ 200: reference(NeighboursSchema) }, 404),
        },
      },
      async ({ params }) => {
        await findAsset(params.datasetId, params.assetId);
        return store.neighbours(params.datasetId, params.assetId);
      },
    );
  };
}
