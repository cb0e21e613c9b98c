import createClient from "openapi-fetch";
import type { Problem } from "./api-types.ts";
import type { paths } from "./contract.gen.ts";

/** The API of the same origin. Every write carries the header that a foreign page cannot send. */
export const client = createClient<paths>({ baseUrl: location.origin });

client.use({
  onRequest({ request }) {
    if (request.method !== "GET") request.headers.set("X-Knockon", "1");
    return request;
  },
});

/** An answer that is no answer: the API's own problem, or that it could not be reached. */
export class ApiError extends Error {
  readonly problem: Problem | null;

  constructor(problem: Problem | null) {
    super(problem?.detail ?? problem?.title ?? "The service does not answer. Is it still running?");
    this.problem = problem;
  }
}

interface Answer {
  readonly data?: unknown;
  readonly error?: unknown;
  readonly response: Response;
}

function isProblem(value: unknown): value is Problem {
  return typeof value === "object" && value !== null && "code" in value && "title" in value;
}

/** The data of an answer, or an `ApiError`. */
export async function unwrap<Data>(answer: Promise<Answer>): Promise<Data> {
  const { data, error, response } = await answer.catch(() => {
    throw new ApiError(null);
  });
  if (response.ok && data !== undefined) return data as Data;
  throw new ApiError(isProblem(error) ? error : null);
}
