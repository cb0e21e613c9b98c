import type { RunRecord } from "../../../api/store/store.ts";

/** A run of the golden dataset, with the fields that a test is about. */
export function storedRun(fields: Partial<RunRecord> = {}): RunRecord {
  return {
    id: "r",
    dataset: { id: "golden", version: "1.0.0", hash: "abc", revision: 1 },
    analysis: "run",
    parameters: {},
    overlays: [],
    overlayBodies: [],
    engine: "1.0.0",
    startedAt: "2026-01-01T00:00:00.000Z",
    endedAt: "2026-01-01T00:00:01.000Z",
    resultHash: "def",
    result: "{}",
    ...fields,
  };
}
