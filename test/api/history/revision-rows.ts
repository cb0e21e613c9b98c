import type { Revision } from "../../../api/store/store.ts";

const counts = { assets: 1, dependencies: 0, connections: 0, states: 1, sectors: 1 };

/** Revisions numbered from 1. */
export function revisionRows(...parts: readonly Partial<Revision>[]): Revision[] {
  return parts.map((part, index) => ({
    revision: index + 1,
    kind: "import",
    hash: `hash ${index + 1}`,
    at: "2026-01-01T00:00:00.000Z",
    by: "ada",
    counts,
    ...part,
  }));
}
