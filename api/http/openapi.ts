import type { FastifyDynamicSwaggerOptions } from "@fastify/swagger";
import { problemTable } from "./problems.ts";

const description = `Analysis of cross-border failures of critical infrastructure, on this machine.

Every request that changes something carries the header \`X-Knockon: 1\`. Errors are \`application/problem+json\` with a stable code:

${problemTable()}`;

/** How the OpenAPI document is made: version 3.1, with components under the names the schemas give themselves. */
export function openApiOptions(engine: string): FastifyDynamicSwaggerOptions {
  return {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "Knockon",
        version: engine,
        description,
        license: { name: "Apache-2.0", identifier: "Apache-2.0" },
      },
      servers: [{ url: "/" }],
    },
    refResolver: {
      buildLocalReference: (schema, _baseUri, _fragment, position) =>
        typeof schema["$id"] === "string" ? schema["$id"] : `schema-${position}`,
    },
  };
}
