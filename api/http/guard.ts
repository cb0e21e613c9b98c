import type { FastifyRequest } from "fastify";
import { ProblemError } from "./problems.ts";

const loopbackNames = ["127.0.0.1", "localhost", "[::1]"];
const defaultHttpPort = 80;
const writeMethods = new Set(["POST", "PUT", "PATCH", "DELETE"]);

/**
 * Refuses what a page of another site could send to a service on this machine (security.md section 1, local mode): a Host
 * that is not loopback with the port the request came in on, a foreign Origin, another site's fetch, and every write
 * without the header that only a script of our own origin can set. Throws `ProblemError`.
 */
export async function guardRequest(request: FastifyRequest): Promise<void> {
  const { host, origin, "sec-fetch-site": site, "x-knockon": writeHeader } = request.headers;
  const port = request.raw.socket.localPort ?? defaultHttpPort;
  if (host === undefined || !isOwnHost(host, port)) {
    throw new ProblemError(
      "REQUEST_HOST_REFUSED",
      `Open the service as http://127.0.0.1:${port} or http://localhost:${port}.`,
    );
  }
  if (origin !== undefined && origin !== `http://${host}`) throw new ProblemError("REQUEST_ORIGIN_REFUSED");
  if (site !== undefined && site !== "same-origin" && site !== "none") throw new ProblemError("REQUEST_SITE_REFUSED");
  if (writeMethods.has(request.method) && writeHeader !== "1") throw new ProblemError("REQUEST_WRITE_HEADER_MISSING");
}

function isOwnHost(host: string, port: number): boolean {
  const asked = host.toLowerCase();
  return loopbackNames.some((name) => asked === `${name}:${port}` || (port === defaultHttpPort && asked === name));
}
