import type { TSchema } from "typebox";
import { ProblemSchema } from "./schemas/problem.ts";
import { reference } from "./schemas/reference.ts";

/** Problems any operation may answer with: malformed, refused by the guard, a fault of our own, the store away or full. */
const always = [400, 403, 500, 503, 507];

const descriptions: Readonly<Record<string, string>> = {
  200: "Done",
  201: "Written",
  202: "Taken",
  204: "Removed",
};

/**
 * The answers of an operation for its schema: those given by status, and as problems what every operation shares and the
 * further statuses named.
 */
export function responses<const Answers extends Readonly<Record<number, TSchema>>>(
  answers: Answers,
  ...problemStatuses: readonly number[]
): Answers {
  const described = Object.entries(answers).map(([status, schema]) => {
    const description = descriptions[status] ?? "Done";
    return [
      status,
      status === "204" ? { ...schema, description } : { description, content: { "application/json": { schema } } },
    ];
  });
  const content = { "application/problem+json": { schema: reference(ProblemSchema) } };
  const problems = [...always, ...problemStatuses].map((status) => [
    status,
    { description: "A problem; its code says which", content },
  ]);
  return Object.fromEntries([...problems, ...described]) as Answers;
}
