import { existsSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { sendProblem } from "./error-reply.ts";
import { problem } from "./problems.ts";

/**
 * Serves the built screen from `folder`. An address that is no file of it, asked for by a browser, is a place within the screen:
 * index.html. Everything else that is not there is a 404 problem.
 */
export async function serveScreen(app: FastifyInstance, folder: string): Promise<void> {
  const built = existsSync(join(folder, "index.html"));
  if (built) await app.register(fastifyStatic, { root: folder });
  app.setNotFoundHandler((request, reply) => {
    if (!isPage(request)) return sendProblem(reply, problem("ROUTE_NOT_FOUND"));
    if (!built) return sendProblem(reply, problem("UI_NOT_BUILT"));
    return reply.sendFile("index.html");
  });
}

function isPage({ method, url, headers }: FastifyRequest): boolean {
  const isRead = method === "GET" || method === "HEAD";
  return isRead && !url.startsWith("/api/") && (headers.accept ?? "").includes("text/html");
}
