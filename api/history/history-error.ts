/** Every way a question about the history of a dataset can fail by itself: what it means and what to do about it. */
export const historyErrors = {
  REVISION_STALE: "The dataset has changed since the revision that was seen. Look at what changed and repeat",
  REVISION_UNKNOWN: "The dataset has no revision of this number. List its revisions and name one of them",
  UNDO_NOTHING: "There is nothing to undo: the dataset holds what its first revision held. Remove it instead",
  REDO_NOTHING: "There is nothing to redo: nothing was undone, or something else was written since",
  AS_OF_INVALID:
    "Give a revision (3), a date (2026-01-31: as of its end in UTC) or a time in ISO 8601 (2026-01-31T12:00:00Z)",
  AS_OF_BEFORE_FIRST: "The dataset was not in the store yet. Name a later time, or a revision",
} as const;

export type HistoryErrorCode = keyof typeof historyErrors;

/** What was asked of a history is not in it. `message` names the thing concerned. */
export class HistoryError extends Error {
  override readonly name: string = "HistoryError";
  readonly code: HistoryErrorCode;

  constructor(code: HistoryErrorCode, detail: string, options?: ErrorOptions) {
    super(`${detail}. ${historyErrors[code]}.`, options);
    this.code = code;
  }
}
