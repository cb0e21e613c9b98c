import { ProblemError } from "./problems.ts";

/** The ETag of a dataset: its revision in quotes. */
export function revisionTag({ revision }: { readonly revision: number }): string {
  return `"${revision}"`;
}

/** The revision that a request has seen, from its If-Match header. Throws `ProblemError`. */
export function seenRevision(ifMatch: string | undefined): number {
  if (ifMatch === undefined) throw new ProblemError("PRECONDITION_MISSING");
  const [, revision] = /^"(\d{1,9})"$/u.exec(ifMatch.trim()) ?? [];
  if (revision === undefined)
    throw new ProblemError("PRECONDITION_INVALID", `If-Match is ${ifMatch}; it has to be one revision in quotes: "3".`);
  return Number(revision);
}

/** The revision that a request says it has seen, undefined where it says nothing. Throws `ProblemError`. */
export function revisionIfSeen(ifMatch: string | undefined): number | undefined {
  return ifMatch === undefined ? undefined : seenRevision(ifMatch);
}
