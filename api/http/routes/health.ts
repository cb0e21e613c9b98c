import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { responses } from "../responses.ts";
import { reference } from "../schemas/reference.ts";
import { HealthSchema } from "../schemas/service.ts";
import type { Services } from "../services.ts";

/** Whether the service and its store answer. */
export function healthRoutes({ store, jobs, engine }: Services): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      "/health",
      {
        schema: {
          operationId: "health",
          tags: ["service"],
          summary: "Whether the service and its store answer",
          response: responses({ 200: reference(HealthSchema) }),
        },
      },
      async () => {
        await store.ping();
        const statuses = jobs.list().map((job) => job.status);
        return {
          status: "ok" as const,
          engine,
          store: { kind: store.kind, address: store.address },
          jobs: {
            queued: statuses.filter((status) => status === "queued").length,
            running: statuses.filter((status) => status === "running").length,
          },
        };
      },
    );
  };
}
