import type { FastifyInstance } from "fastify";
import { jsonDepth } from "./json-depth.ts";
import { ProblemError } from "./problems.ts";

/** Takes JSON bodies: refuses what nests deeper than `depth`, and keys that could reach a prototype. */
export function takeJsonBodies(app: FastifyInstance, depth: number): void {
  const parse = app.getDefaultJsonParser("error", "error");
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("application/json", { parseAs: "string" }, (request, body, done) => {
    const text = typeof body === "string" ? body : body.toString("utf8");
    if (jsonDepth(text, depth) > depth) {
      const detail = `The body nests deeper than ${depth} levels. Make it flatter.`;
      done(new ProblemError("REQUEST_BODY_TOO_DEEP", detail), undefined);
      return;
    }
    void parse(request, text, done);
  });
}
