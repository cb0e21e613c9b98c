import { describe, expect, it } from "vitest";
import type { AnalysisText } from "../../../analyzer/index.ts";
import { checkParameters } from "../../../api/analyses/check-parameters.ts";
import { parameterIssues } from "../../../api/analyses/parameter-issues.ts";

const analysis: AnalysisText = {
  id: "made-up",
  title: "Made up",
  question: "Does it fit?",
  parameters: {
    type: "object",
    required: ["ids"],
    additionalProperties: false,
    properties: {
      ids: { type: "array", items: { type: "string" } },
      trials: { type: "integer", minimum: 1, maximum: 10 },
      share: { type: "number", exclusiveMinimum: 0, exclusiveMaximum: 1 },
      by: { type: "string", enum: ["a", "b"] },
      isExact: { type: "boolean" },
      inner: { type: "object", additionalProperties: false, properties: { "a/b": { type: "number" } } },
    },
  },
  outputs: "",
  cost: "",
  estimate: () => 0,
  limits: "",
  source: "",
  checked: "",
};

const faults = (parameters: unknown): string[] =>
  checkParameters(analysis, parameters).map(({ pointer, text }) => `${pointer} ${text}`);

describe("parameters against a schema", () => {
  it("fit", () => {
    expect(faults({ ids: [], trials: 10, share: 0.5, by: "b", isExact: false, inner: { "a/b": 1 } })).toEqual([]);
  });

  it.each<[unknown, string[]]>([
    [{}, ["/ids is missing"]],
    [{ ids: [1] }, ["/ids/0 must be a text"]],
    [{ ids: "a" }, ["/ids must be a list"]],
    [{ ids: [], trials: 0 }, ["/trials must be at least 1"]],
    [{ ids: [], trials: 11 }, ["/trials must be at most 10"]],
    [{ ids: [], trials: 1.5 }, ["/trials must be a whole number"]],
    [{ ids: [], trials: "1" }, ["/trials must be a whole number"]],
    [{ ids: [], trials: null }, ["/trials must be a whole number"]],
    [{ ids: [], share: 0 }, ["/share must be above 0"]],
    [{ ids: [], share: 1 }, ["/share must be below 1"]],
    [{ ids: [], share: Number.NaN }, ["/share must be a number"]],
    [{ ids: [], by: "c" }, ["/by must be one of a, b"]],
    [{ ids: [], isExact: 1 }, ["/isExact must be true or false"]],
    [{ ids: [], inner: { "a/b": "x" } }, ["/inner/a~1b must be a number"]],
    [{ ids: [], inner: { "~": 1 } }, ["/inner/~0 no such parameter"]],
    [{ ids: [], more: 1 }, ["/more no such parameter; there is ids, trials, share, by, isExact, inner"]],
    [[], [" must be an object"]],
    [null, [" must be an object"]],
  ])("%j: %j", (parameters, expected) => expect(faults(parameters)).toEqual(expected));

  it("tell every fault with the value found, cut to what can be read", () => {
    const found = checkParameters(analysis, { ids: [], trials: 99, by: "x".repeat(1000), more: undefined });
    const issues = parameterIssues(found, "/parameters");
    const columns = issues.map(({ column }) => column);
    expect(new Set(columns)).toEqual(new Set(["/parameters/by", "/parameters/more", "/parameters/trials"]));
    expect(columns).toHaveLength(3);
    expect(issues.find(({ column }) => column === "/parameters/trials")).toMatchObject({
      severity: "error",
      code: "ANALYSIS_PARAMETER",
      value: "99",
    });
    for (const { value } of issues) expect(value?.length).toBeLessThanOrEqual(200);
  });
});
