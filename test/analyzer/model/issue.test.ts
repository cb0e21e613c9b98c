import { expect, it } from "vitest";
import { hasErrors, type Issue, nowhere, type Severity } from "../../../analyzer/index.ts";

const issue = (severity: Severity): Issue => ({
  ...nowhere,
  severity,
  code: "A_B",
  column: null,
  value: null,
  text: "",
});

it("hasErrors is true for errors only", () => {
  expect(hasErrors([])).toBe(false);
  expect(hasErrors([issue("warning"), issue("info")])).toBe(false);
  expect(hasErrors([issue("info"), issue("error")])).toBe(true);
});
