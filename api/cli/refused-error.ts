import type { Issue } from "../../analyzer/index.ts";

/** Input was refused: the issues say why, what stands before them is what was refused. */
export class RefusedError extends Error {
  override readonly name = "RefusedError";
  readonly issues: readonly Issue[];

  constructor(what: string, issues: readonly Issue[]) {
    super(what);
    this.issues = issues.filter(({ severity }) => severity === "error");
  }
}
