import { describe, expect, it } from "vitest";
import { limits } from "../../../analyzer/index.ts";
import { Parameters } from "../../../analyzer/run/parameters.ts";
import { lose, scenarioOf } from "../../support/small-scenario.ts";

/** What is refused when the parameters are read this way, as `column value`. */
function refused(parameters: unknown, allowed: readonly string[], read: (from: Parameters) => unknown): string[] {
  const from = new Parameters(parameters, allowed);
  read(from);
  for (const issue of from.issues) expect(issue).toMatchObject({ code: "ANALYSIS_PARAMETER", severity: "error" });
  return from.issues.map(({ column, value }) => `${column} ${value}`);
}

const scan = ["by", "hours", "horizonHours", "limit"];
const refusedScan = (parameters: unknown) => refused(parameters, scan, (from) => from.rankQuestion());
const refusedLevel = (level: unknown) => refused({ level }, ["level"], (from) => from.level("level"));

describe("Parameters", () => {
  it("may be left out, and must be an object", () => {
    expect(refusedScan(undefined)).toEqual([]);
    expect(refusedScan({})).toEqual([]);
    expect(refusedScan(null)).toEqual(["parameters null"]);
    expect(refusedScan([1])).toEqual(["parameters [1]"]);
    expect(refusedScan("hours=3")).toEqual(['parameters "hours=3"']);
  });

  it("name one that does not exist, and what there is", () => {
    const from = new Parameters({ hour: 3 }, scan);
    expect(from.issues).toMatchObject([{ column: "hour", value: "3" }]);
    expect(from.issues[0]?.text).toContain("by, hours, horizonHours, limit");
  });

  it("quote no more of a value than can be read", () => {
    expect(refusedScan("x".repeat(5000))[0]).toHaveLength("parameters ".length + 200);
  });
});

describe("Parameters: a scan", () => {
  it("has the hours of the model unless said: 72 and 336 more", () => {
    const question = (parameters: unknown) => new Parameters(parameters, scan).rankQuestion();
    expect(question({})).toEqual({ by: "outageHours", hours: 72, horizonHours: 408 });
    expect(question({ hours: 4, by: "statesReached", limit: 3 })).toEqual({
      by: "statesReached",
      hours: 4,
      horizonHours: 340,
      limit: 3,
    });
    expect(question({ hours: 4, horizonHours: 5 })).toMatchObject({ horizonHours: 5 });
  });

  it.each([
    [{ hours: 0 }, "hours 0"],
    [{ hours: -1 }, "hours -1"],
    [{ hours: "72" }, 'hours "72"'],
    [{ hours: Number.NaN }, "hours NaN"],
    [{ hours: null }, "hours null"],
    [{ horizonHours: limits.horizonHours + 1 }, `horizonHours ${limits.horizonHours + 1}`],
    [{ limit: 0 }, "limit 0"],
    [{ limit: 1.5 }, "limit 1.5"],
    [{ limit: "2" }, 'limit "2"'],
    [{ by: "harm" }, 'by "harm"'],
    [{ by: 1 }, "by 1"],
  ])("refuses %j", (parameters, said) => {
    expect(refusedScan(parameters)).toEqual([said]);
  });

  it("collects all that is wrong", () => {
    expect(refusedScan({ hours: 0, by: "", limit: -1, more: true })).toEqual([
      "more true",
      "hours 0",
      "limit -1",
      'by ""',
    ]);
  });
});

describe("Parameters: a level", () => {
  it("is above 0 and at most 1, or left out", () => {
    expect([undefined, 0.5, 1].map(refusedLevel)).toEqual([[], [], []]);
    expect([0, 1.1, "0.5", Number.NaN].map(refusedLevel)).toEqual([
      ["level 0"],
      ["level 1.1"],
      ['level "0.5"'],
      ["level NaN"],
    ]);
  });
});

describe("Parameters: a scenario", () => {
  const read = (scenario: unknown) => refused({ scenario }, ["scenario"], (from) => from.scenario());

  it("is taken as it is, or refused with what it should be", () => {
    const good = scenarioOf([lose("A", 0, 4)]);
    expect(new Parameters({ scenario: good }, ["scenario"]).scenario()).toBe(good);
    expect(read(undefined)).toEqual(["scenario nothing"]);
    expect(read({ id: "x" })).toEqual(['scenario {"id":"x"}']);
  });
});
