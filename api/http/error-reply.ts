import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { HistoryError } from "../history/history-error.ts";
import { StaleError } from "../history/stale-error.ts";
import { JobError } from "../jobs/job-port.ts";
import { StoreError } from "../store/store-error.ts";
import { type Problem, type ProblemCode, ProblemError, problem } from "./problems.ts";
import { staleView } from "./stale-view.ts";

/** What fastify and its plugins call what we call otherwise. */
const frameworkCodes: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_VALIDATION: "REQUEST_INVALID",
  FST_ERR_BAD_URL: "REQUEST_INVALID",
  FST_ERR_MAX_PARAM_LENGTH: "REQUEST_INVALID",
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: "REQUEST_INVALID",
  FST_ERR_CTP_EMPTY_JSON_BODY: "REQUEST_BODY_EMPTY",
  FST_ERR_CTP_INVALID_JSON_BODY: "REQUEST_BODY_NOT_JSON",
  FST_ERR_CTP_BODY_TOO_LARGE: "REQUEST_BODY_TOO_LARGE",
  FST_ERR_CTP_INVALID_MEDIA_TYPE: "REQUEST_BODY_TYPE_UNKNOWN",
};

const secondsUntilRetry = 5;

/** The problem behind anything a route may throw. The text of an unknown error stays in the log: it may hold data. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  if (error instanceof StaleError) return { ...problem(error.code, error.message), stale: staleView(error.report) };
  if (error instanceof HistoryError) return problem(error.code, error.message);
  if (error instanceof StoreError || error instanceof JobError) return problem(error.code, error.message);
  if (!isFrameworkError(error)) return problem("INTERNAL_ERROR");
  const { code, message, statusCode } = error;
  const known = frameworkCodes[code];
  if (known !== undefined) return problem(known, message);
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) return problem("REQUEST_INVALID", message);
  return problem("INTERNAL_ERROR");
}

function isFrameworkError(error: unknown): error is FastifyError {
  return error instanceof Error && "code" in error && typeof error.code === "string";
}

/** Sends a problem with its status and media type; a 503 says when to come back. */
export function sendProblem(reply: FastifyReply, body: Problem): FastifyReply {
  if (body.status === 503) reply.header("retry-after", String(secondsUntilRetry));
  reply.header("cache-control", "no-store");
  return reply.code(body.status).type("application/problem+json").send(JSON.stringify(body));
}

/** The app's error handler. */
export function replyToError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const body = problemOf(error);
  if (body.status >= 500) request.log.error({ err: error }, body.code);
  return sendProblem(reply, body);
}
