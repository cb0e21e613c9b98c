import { expect, it } from "vitest";
import { withValidTimes } from "../../../api/history/valid-times.ts";
import { revisionRows } from "./revision-rows.ts";

it("a revision is valid until the next one, the last one for good", () => {
  const revisions = revisionRows(
    { at: "2026-01-01T00:00:00.000Z" },
    { at: "2026-03-01T00:00:00.000Z" },
    { at: "2026-02-01T00:00:00.000Z" },
  );
  const times = withValidTimes(revisions).map(({ revision, validFrom, validTo }) => [revision, validFrom, validTo]);
  expect(times).toEqual([
    [1, "2026-01-01T00:00:00.000Z", "2026-03-01T00:00:00.000Z"],
    [2, "2026-03-01T00:00:00.000Z", "2026-02-01T00:00:00.000Z"],
    [3, "2026-02-01T00:00:00.000Z", null],
  ]);
  expect(withValidTimes([])).toEqual([]);
});
