import { describe, expect, it } from "vitest";
import { parseAnnotatedResult } from "../../api/annotation-rows.ts";
import { callJson, library } from "./cli/call.ts";

const golden = library("golden");

describe("a result as properties", () => {
  it("of a run: when, how long, how deep and why", async () => {
    const run = await callJson(["run", golden, "--lose", "P1", "--hours", "96", "--horizon", "240"]);
    const { result, issues } = parseAnnotatedResult(run, "run.json");
    expect(issues).toEqual([]);
    expect(result).toMatchObject({ kind: "run", dataset: { id: "golden" }, hasOverlays: false });
    expect(result?.assets[0]).toEqual({
      id: "P1",
      values: { outage_hours: 96, first_hours: 0, until_hours: 96, min_level: 0, chain: ["P1"] },
      counts: {},
    });
  });

  it("of a ranking: the place and what the loss brings; people unknown is no property", async () => {
    const rank = await callJson(["rank", golden, "--hours", "96", "--horizon", "240", "--limit", "1"]);
    const { result } = parseAnnotatedResult(rank, null);
    expect(result?.assets).toHaveLength(1);
    expect(result?.assets[0]?.counts).toMatchObject({ rank: 1, states_reached: 3 });
    expect(Object.keys(result?.assets[0]?.values ?? {}).sort()).toEqual(["foreign_outage_hours", "outage_hours"]);
  });

  it.each([
    [null, "FIELD_WRONG_TYPE"],
    [{ kind: "compare" }, "FIELD_NOT_A_CHOICE"],
    [{ kind: "run", assets: [] }, "FIELD_MISSING"],
    [{ kind: "rank", rows: [{ id: "a", rank: "first" }] }, "FIELD_WRONG_TYPE"],
  ])("%j is none", (value, code) => {
    const { result, issues } = parseAnnotatedResult(value, "r.json");
    expect(result).toBeNull();
    expect(issues.map((issue) => issue.code)).toContain(code);
  });
});
