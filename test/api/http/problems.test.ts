import { describe, expect, it } from "vitest";
import { problemOf } from "../../../api/http/error-reply.ts";
import { ProblemError, problem, problemCodes, problemTable } from "../../../api/http/problems.ts";
import { HistoryError, type HistoryErrorCode, historyErrors } from "../../../api/history/history-error.ts";
import { JobError } from "../../../api/jobs/job-port.ts";
import { StoreError, storeErrors } from "../../../api/store/store-error.ts";

describe("problems", () => {
  it.each(problemCodes)("%s has a status, a title and a row in the documentation", (code) => {
    const body = problem(code);
    expect(body.status).toBeGreaterThanOrEqual(400);
    expect(body.status).toBeLessThan(600);
    expect(body.title).not.toBe("");
    expect(body.type).toBe(`urn:knockon:problem:${code}`);
    expect(code).toMatch(/^[A-Z]+(?:_[A-Z]+)+$/u);
    expect(problemTable()).toContain(`| ${code} | ${body.status} |`);
  });

  it.each(Object.keys(storeErrors) as (keyof typeof storeErrors)[])("passes on the store's %s", (code) => {
    const body = problemOf(new StoreError(code, "the thing"));
    expect(body.code).toBe(code);
    expect(body.detail).toContain("the thing");
  });

  it.each(Object.keys(historyErrors) as HistoryErrorCode[])("passes on the history's %s", (code) => {
    expect(problemOf(new HistoryError(code, "the thing"))).toMatchObject({
      code,
      detail: expect.stringContaining("the thing"),
    });
  });

  it("passes on a full queue and its own problems", () => {
    expect(problemOf(new JobError("full")).status).toBe(503);
    expect(problemOf(new ProblemError("RUN_NOT_FOUND", "gone"))).toMatchObject({
      code: "RUN_NOT_FOUND",
      detail: "gone",
    });
  });

  it("says nothing of an error it does not know", () => {
    const body = problemOf(new Error("the password is x"));
    expect(body.code).toBe("INTERNAL_ERROR");
    expect(JSON.stringify(body)).not.toContain("password");
  });
});
