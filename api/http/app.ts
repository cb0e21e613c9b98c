import { join } from "node:path";
import helmet from "@fastify/helmet";
import sse from "@fastify/sse";
import swagger from "@fastify/swagger";
import type { TypeBoxTypeProvider } from "@fastify/type-provider-typebox";
import Fastify, { type FastifyInstance, type FastifyServerOptions } from "fastify";
import { projectFolder } from "../project-folder.ts";
import { type Caps, defaultCaps } from "./caps.ts";
import { DatasetCache } from "./dataset-cache.ts";
import { overlayResource, scenarioResource } from "./document-resources.ts";
import { replyToError } from "./error-reply.ts";
import { guardRequest } from "./guard.ts";
import { takeJsonBodies } from "./json-body.ts";
import { namedSchemas } from "./named-schemas.ts";
import { openApiOptions } from "./openapi.ts";
import { analysisRoutes } from "./routes/analyses.ts";
import { assetRoutes } from "./routes/assets.ts";
import { datasetRoutes } from "./routes/datasets.ts";
import { documentRoutes } from "./routes/documents.ts";
import { exportRoutes } from "./routes/exports.ts";
import { healthRoutes } from "./routes/health.ts";
import { importRoutes } from "./routes/imports.ts";
import { jobRoutes } from "./routes/jobs.ts";
import { revisionRoutes } from "./routes/revisions.ts";
import { runRoutes } from "./routes/runs.ts";
import { transferRoutes } from "./routes/transfer.ts";
import { serveScreen } from "./screen.ts";
import { securityHeaders } from "./security-headers.ts";
import type { Services } from "./services.ts";

export interface AppOptions {
  readonly caps?: Partial<Caps>;
  /** Folder of the built screen; left out: `dist/screen` of the project. */
  readonly screenFolder?: string;
  readonly logger?: FastifyServerOptions["logger"];
}

/**
 * The HTTP service, complete but not listening: tests inject requests, the server listens. What it stands on is given and
 * stays the caller's to close.
 */
export async function buildApp(services: Services, options: AppOptions = {}): Promise<FastifyInstance> {
  const caps = { ...defaultCaps, ...options.caps };
  const app = Fastify({
    logger: options.logger ?? false,
    bodyLimit: caps.bodyBytes,
    frameworkErrors: replyToError,
    // Open event streams would keep a closing service waiting for their readers.
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 1000 },
    ajv: { customOptions: { removeAdditional: false, coerceTypes: true } },
  }).withTypeProvider<TypeBoxTypeProvider>();

  app.setErrorHandler(replyToError);
  app.addHook("onRequest", guardRequest);
  await app.register(helmet, securityHeaders);
  await app.register(sse, { heartbeatInterval: 15_000 });
  await app.register(swagger, openApiOptions(services.engine));
  for (const schema of namedSchemas) app.addSchema(schema);
  // Values go out as they are. A compiled serializer would silently drop what a schema forgot; tests hold the two together.
  app.setSerializerCompiler(() => JSON.stringify);

  await app.register(async (api) => addRoutes(api, services, caps), { prefix: "/api" });
  await serveScreen(app, options.screenFolder ?? join(projectFolder(), "dist", "screen"));
  return app;
}

async function addRoutes(api: FastifyInstance, services: Services, caps: Caps): Promise<void> {
  const cache = new DatasetCache(services.store, services.snapshots ?? null);
  takeJsonBodies(api, caps.depth);
  api.addHook("onSend", async (_request, reply) => {
    reply.header("cache-control", "no-store");
  });
  await api.register(healthRoutes(services));
  await api.register(datasetRoutes(services, cache));
  await api.register(transferRoutes(services, caps));
  await api.register(importRoutes(services, caps));
  await api.register(exportRoutes(services, cache));
  await api.register(assetRoutes(services, cache));
  await api.register(revisionRoutes(services, caps));
  await api.register(documentRoutes(services, caps, scenarioResource));
  await api.register(documentRoutes(services, caps, overlayResource(services.store)));
  await api.register(analysisRoutes(services));
  await api.register(jobRoutes(services, cache));
  await api.register(runRoutes(services));
  api.get("/openapi.json", { schema: { hide: true } }, async () => api.swagger());
}
