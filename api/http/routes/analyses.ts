import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { Type } from "typebox";
import { catalogue } from "../../../analyzer/index.ts";
import { responses } from "../responses.ts";
import { list, reference } from "../schemas/reference.ts";
import { AnalysisSchema } from "../schemas/service.ts";

/** The catalogue: every question the core can answer. */
export function analysisRoutes(): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      "/analyses",
      {
        schema: {
          operationId: "listAnalyses",
          tags: ["analyses"],
          summary: "Every analysis, with its parameters",
          response: responses({ 200: Type.Object({ analyses: list(reference(AnalysisSchema)) }) }),
        },
      },
      // All of an entry but the function behind it.
      async () => ({ analyses: catalogue.map(({ run: _run, ...entry }) => entry) }),
    );
  };
}
