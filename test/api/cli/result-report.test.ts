import { describe, expect, it } from "vitest";
import type { AnalysisResult } from "../../../analyzer/index.ts";
import { fieldTitle } from "../../../api/cli/reports/field-title.ts";
import { resultReport } from "../../../api/cli/reports/result-report.ts";
import { goldenDataset } from "../../support/golden.ts";

/** The report of a result of any shape. */
function report(fields: object): string {
  const result = { kind: "made up", engine: "1", resultHash: "abc", ...fields } as unknown as AnalysisResult;
  return resultReport({ title: "Made up" }, result, goldenDataset, [], (_style, text) => text).join("\n");
}

describe("a report drawn from the shape of a result", () => {
  it("sets values as lines, with units and thousands, and unknown as unknown", () => {
    expect(report({ trials: 1000, horizonHours: 2.5, personHours: null, probability: 0.00123, isExact: true })).toBe(
      [
        "Made up",
        `golden ${goldenDataset.description.version}`,
        "",
        "trials                        1,000",
        "horizon hours (h)             2.5",
        "person hours                  unknown",
        "probability                   0.00123",
        "is exact                      yes",
        "",
        "the same with --json for programs",
      ].join("\n"),
    );
  });

  it("sets rows as a table, names and States beside ids, simple values of objects as columns", () => {
    const text = report({ rows: [{ id: "P1", rank: { low: 1, high: 2 }, chain: ["P1", "S1"] }, { id: "gone" }] });
    expect(text).toMatch(/^ +rank +rank\nid +name +State +low +high +chain$/m);
    expect(text).toMatch(/^P1 +P1 +XA +1 +2 +P1, S1$/m);
    expect(text).toMatch(/^gone$/m);
  });

  it("cuts long tables and lists and says how much more there is", () => {
    const rows = Array.from({ length: 25 }, (_, index) => ({ place: index }));
    const text = report({ rows, ids: rows.map(({ place }) => `a${place}`) });
    expect(text).toContain("and 5 more; --json gives all");
    expect(text).toContain("a11 and 13 more");
  });

  it("sets objects as sections, says matrices without their numbers, and nothing as none", () => {
    const text = report({ totals: { outageHours: 3, inner: { deep: 1 } }, matrix: [[1, 2]], rows: [], none: {} });
    expect(text).toContain("totals\noutage hours (h)              3\n\ntotals inner\ndeep                          1");
    expect(text).toContain("matrix: 1 lists of numbers; --json gives them");
    expect(text).toMatch(/rows +none/);
  });

  it("lets nothing from data steer the terminal", () => {
    const text = report({ text: "a\u001B[2Jb", rows: [{ id: "x\u202Ey" }] });
    for (const sign of ["\u001B", "\u202E"]) expect(text).not.toContain(sign);
  });
});

describe("the title of a field", () => {
  it.each([
    ["outageHours", "outage hours (h)"],
    ["personHours", "person hours"],
    ["hours", "hours (h)"],
    ["lengthKm", "length km (km)"],
    ["statesReached", "States reached"],
    ["stateMatrix.outageHours", "State matrix outage hours (h)"],
    ["rank", "rank"],
  ])("%s is %s", (name, title) => expect(fieldTitle(name)).toBe(title));
});
