import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { Type } from "typebox";
import { catalogue } from "../../../analyzer/index.ts";
import { analysisEntry } from "../../analyses/analysis-entry.ts";
import { findDataset } from "../find-dataset.ts";
import { responses } from "../responses.ts";
import { word } from "../schemas/parameters.ts";
import { list, reference } from "../schemas/reference.ts";
import { AnalysisSchema } from "../schemas/service.ts";
import type { Services } from "../services.ts";

const filter = Type.Object(
  { dataset: Type.Optional(word("Estimate what each would take on this dataset")) },
  { additionalProperties: false },
);

/** The catalogue: every question the core can answer. */
export function analysisRoutes({ store }: Services): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      "/analyses",
      {
        schema: {
          operationId: "listAnalyses",
          tags: ["analyses"],
          summary: "Every analysis, with its parameters",
          querystring: filter,
          response: responses({ 200: Type.Object({ analyses: list(reference(AnalysisSchema)) }) }, 404),
        },
      },
      async ({ query: { dataset } }) => {
        const size = dataset === undefined ? null : (await findDataset(store, dataset)).counts;
        return { analyses: catalogue.map((analysis) => analysisEntry(analysis, size)) };
      },
    );
  };
}
