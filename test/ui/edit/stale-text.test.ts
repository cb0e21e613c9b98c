import { describe, expect, it } from "vitest";
import { staleText } from "../../../ui/edit/stale-text.ts";

describe("what was written meanwhile", () => {
  const none = { count: 0, first: [] };
  const counts = { assets: 1, dependencies: 0, connections: 0, states: 1, sectors: 1 };
  const revision = { revision: 2, kind: "edit", hash: "h", at: "2026-01-01T00:00:00Z", by: "local", counts } as const;
  const rows = { assets: { count: 1, first: ["H1"] }, dependencies: none, connections: none };

  it("names the revisions, who and why, and whether the same rows are meant", () => {
    const stale = { expectedRevision: 1, revision: 2, revisions: [{ ...revision, why: "a visit" }], changedRows: rows };
    expect(staleText({ ...stale, sharedRows: rows }).slice(1)).toEqual([
      "Revision 2: edit by local, a visit",
      "1 row differs now.",
      "You change 1 of them, too: look at it again before you save.",
    ]);
    const apart = staleText({ ...stale, sharedRows: { ...rows, assets: none } });
    expect(apart.at(-1)).toBe("You change other rows: yours can be saved as it is.");
  });

  it("counts nothing where the revision seen is not kept", () => {
    const stale = { expectedRevision: 1, revision: 2, revisions: [revision], changedRows: null, sharedRows: null };
    expect(staleText(stale)).toHaveLength(2);
  });
});
