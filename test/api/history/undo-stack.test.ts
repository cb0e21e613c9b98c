import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { redoTarget, undoTarget } from "../../../api/history/undo-stack.ts";
import type { Revision } from "../../../api/store/store.ts";
import { revisionRows } from "./revision-rows.ts";

/** What editors everywhere do: two piles of contents and the one on the table. Written apart from the revisions. */
class PlainEditor {
  readonly done: number[] = [];
  readonly undone: number[] = [];
  content: number | null = null;

  write(content: number): void {
    if (this.content !== null) this.done.push(this.content);
    this.undone.length = 0;
    this.content = content;
  }

  undo(): void {
    const back = this.done.pop();
    if (back === undefined || this.content === null) throw new Error("nothing to undo");
    this.undone.push(this.content);
    this.content = back;
  }

  redo(): void {
    const again = this.undone.pop();
    if (again === undefined || this.content === null) throw new Error("nothing to redo");
    this.done.push(this.content);
    this.content = again;
  }
}

const acts = fc.array(fc.constantFrom("import", "edit", "undo", "undo", "redo"), { minLength: 10, maxLength: 30 });
const lawOptions = { seed: 20_260_729, numRuns: 1000 };

describe("undo and redo", () => {
  it("bring back what two piles would (1,000 histories)", () => {
    let steps = 0;
    fc.assert(
      fc.property(acts, (history) => {
        const editor = new PlainEditor();
        const revisions: Revision[] = [];
        const add = (part: Partial<Revision>) => {
          const [row] = revisionRows({ revision: revisions.length + 1, ...part });
          if (row !== undefined) revisions.push(row);
        };
        for (const act of history) {
          expect(undoTarget(revisions)).toBe(editor.done.at(-1) ?? null);
          expect(redoTarget(revisions)).toBe(editor.undone.at(-1) ?? null);
          if (act === "import" || act === "edit") {
            editor.write(revisions.length + 1);
            add({ kind: act });
            continue;
          }
          const restores = act === "undo" ? undoTarget(revisions) : redoTarget(revisions);
          if (restores === null) continue;
          editor[act]();
          expect(restores).toBe(editor.content);
          add({ kind: act, restores });
          steps += 1;
        }
      }),
      lawOptions,
    );
    expect(steps).toBeGreaterThan(1000);
  });

  it("an undo and then a redo leaves what was there, and the other way round", () => {
    const edited = revisionRows({}, { kind: "edit" }, { kind: "edit" });
    const undone = revisionRows({}, { kind: "edit" }, { kind: "edit" }, { kind: "undo", restores: 2 });
    expect([undoTarget(edited), redoTarget(edited)]).toEqual([2, null]);
    expect([undoTarget(undone), redoTarget(undone)]).toEqual([1, 3]);
    const redone = [...undone, ...revisionRows({ revision: 5, kind: "redo", restores: 3 })];
    expect([undoTarget(redone), redoTarget(redone)]).toEqual([2, null]);
  });

  it("a write after an undo drops what could be redone", () => {
    const revisions = revisionRows({}, { kind: "edit" }, { kind: "undo", restores: 1 }, { kind: "edit" });
    expect([undoTarget(revisions), redoTarget(revisions)]).toEqual([1, null]);
  });

  it("there is nothing before the first revision, nor where there is none", () => {
    expect([undoTarget(revisionRows({})), undoTarget([]), redoTarget([])]).toEqual([null, null, null]);
  });

  it("a step to what is not on the line counts as something new", () => {
    const foreign = revisionRows({}, { kind: "undo", restores: 9 }, { kind: "redo" });
    expect([undoTarget(foreign), redoTarget(foreign)]).toEqual([2, null]);
  });
});
