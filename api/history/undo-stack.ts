import type { Revision } from "../store/store.ts";

/**
 * The contents that undo and redo go back and forth between, each by the revision that first brought it, and the place of
 * what the dataset holds now. It is a line: a new write after an undo drops what could have been redone.
 */
interface UndoStack {
  readonly contents: readonly number[];
  /** Position in `contents`; -1 where there is no revision. */
  readonly at: number;
}

/**
 * The revision whose content an undo brings back, or null where the dataset holds what its first revision held.
 * O(revisions).
 *
 * @param revisions all of them, the first one first
 */
export function undoTarget(revisions: readonly Revision[]): number | null {
  const { contents, at } = undoStack(revisions);
  return contents[at - 1] ?? null;
}

/** The revision whose content a redo brings back, or null where nothing undone is left. O(revisions). */
export function redoTarget(revisions: readonly Revision[]): number | null {
  const { contents, at } = undoStack(revisions);
  return contents[at + 1] ?? null;
}

function undoStack(revisions: readonly Revision[]): UndoStack {
  const contents: number[] = [];
  let at = -1;
  for (const { revision, kind, restores } of revisions) {
    const isStep = kind === "undo" || kind === "redo";
    const restored = isStep && restores !== undefined ? contents.indexOf(restores) : -1;
    if (restored >= 0) at = restored;
    else {
      // A step to what is not on the line, as another program might write one, brings something new.
      contents.splice(at + 1, contents.length, revision);
      at += 1;
    }
  }
  return { contents, at };
}
