import type { Revision } from "../store/store.ts";

/** A revision with the time its content was the dataset's: from `validFrom` up to, but without, `validTo`. */
export interface ValidRevision extends Revision {
  /** When it was written. */
  readonly validFrom: string;
  /** When the next one was written; null for the last. Before `validFrom` where the clock went back in between. */
  readonly validTo: string | null;
}

/** Revisions, the first one first, with their valid times. */
export function withValidTimes(revisions: readonly Revision[]): readonly ValidRevision[] {
  return revisions.map((revision, index) => ({
    ...revision,
    validFrom: revision.at,
    validTo: revisions[index + 1]?.at ?? null,
  }));
}
