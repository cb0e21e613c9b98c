import { describe, expect, it } from "vitest";
import { revisionAsOf } from "../../../api/history/as-of.ts";
import type { HistoryErrorCode } from "../../../api/history/history-error.ts";
import { revisionRows } from "./revision-rows.ts";

const revisions = revisionRows(
  { at: "2026-01-10T08:00:00.000Z" },
  { at: "2026-01-10T23:59:59.999Z" },
  { at: "2026-01-11T00:00:00.000Z" },
  { at: "2026-02-01T12:00:00.000Z" },
);

describe("as of", () => {
  it.each([
    ["1", 1],
    ["4", 4],
    ["2026-01-10", 2],
    ["2026-01-11", 3],
    ["2026-01-31", 3],
    ["2030-12-31", 4],
    ["2026-01-10T08:00Z", 1],
    ["2026-01-10T23:59:59.998Z", 1],
    ["2026-01-10T23:59:59.999Z", 2],
    ["2026-01-11T00:00", 3],
    ["2026-01-11T01:00:00+02:00", 1],
    ["2026-02-01T11:59:59Z", 3],
    ["2026-02-01T12:00:00.000Z", 4],
  ])("%s is revision %i", (text, revision) => {
    expect(revisionAsOf(revisions, "d", text).revision).toBe(revision);
  });

  it.each<[string, HistoryErrorCode]>([
    ["0", "REVISION_UNKNOWN"],
    ["5", "REVISION_UNKNOWN"],
    ["2026", "REVISION_UNKNOWN"],
    ["2026-01-09", "AS_OF_BEFORE_FIRST"],
    ["2026-01-10T07:59:59.999Z", "AS_OF_BEFORE_FIRST"],
    ["", "AS_OF_INVALID"],
    ["-1", "AS_OF_INVALID"],
    ["1.0", "AS_OF_INVALID"],
    ["yesterday", "AS_OF_INVALID"],
    ["2026-02-30", "AS_OF_INVALID"],
    ["2026-13-01", "AS_OF_INVALID"],
    ["10.01.2026", "AS_OF_INVALID"],
    ["10 January 2026", "AS_OF_INVALID"],
    ["2026-01-10T25:00Z", "AS_OF_INVALID"],
    ["2026-01-10 08:00", "AS_OF_INVALID"],
    ["2026-02-30T00:00Z", "AS_OF_INVALID"],
    ["2026-01-10T08:00Z\n", "AS_OF_INVALID"],
  ])("%j is refused with %s", (text, code) => {
    expect(() => revisionAsOf(revisions, "d", text)).toThrow(expect.objectContaining({ code }));
  });

  it("the order of the revisions wins over a clock that jumped", () => {
    const ahead = revisionRows(
      { at: "2026-01-10T00:00:00.000Z" },
      { at: "2099-01-01T00:00:00.000Z" },
      { at: "2026-01-12T00:00:00.000Z" },
    );
    expect(revisionAsOf(ahead, "d", "2026-01-11").revision).toBe(1);
    expect(revisionAsOf(ahead, "d", "2026-01-12").revision).toBe(3);
    expect(revisionAsOf(ahead, "d", "2100-01-01").revision).toBe(3);
    const behind = revisionRows(
      { at: "2026-01-10T00:00:00.000Z" },
      { at: "1970-01-01T00:00:00.000Z" },
      { at: "2026-01-12T00:00:00.000Z" },
    );
    expect(revisionAsOf(behind, "d", "2026-01-11").revision).toBe(2);
    expect(revisionAsOf(behind, "d", "2026-01-12").revision).toBe(3);
  });

  it("of a time that is none nothing is known", () => {
    const odd = revisionRows({ at: "2026-01-10T00:00:00.000Z" }, { at: "last week" });
    expect(revisionAsOf(odd, "d", "2027-01-01").revision).toBe(1);
  });
});
