import type { Model } from "./linearise.ts";

export type Call =
  | { readonly act: "set"; readonly value: string }
  | { readonly act: "read" }
  | { readonly act: "remove" }
  /** Many rows, whatever is there. */
  | { readonly act: "import"; readonly value: string }
  | { readonly act: "edit"; readonly expected: number; readonly value: string };

/** `refused` did nothing and said so (the store was busy); `torn` is what may never be read: parts of two writes. */
export type Answer =
  | "done"
  | "missing"
  | "conflict"
  | "refused"
  | "torn"
  | { readonly found: string | null; readonly revision?: number };

/** A document or run: set, in place of what was there, read, and removed if it is there. */
export const keyModel: Model<string | null, Call, Answer> = {
  start: null,
  next(state, call, answer) {
    if (answer === "refused") return state;
    switch (call.act) {
      case "set":
        return answer === "done" ? call.value : undefined;
      case "read":
        return typeof answer === "object" && answer.found === state ? state : undefined;
      case "remove":
        return answer === (state === null ? "missing" : "done") ? null : undefined;
      default:
        return undefined;
    }
  },
};

interface Edited {
  readonly revision: number;
  readonly value: string;
}

/** A dataset whose edits say which revision they follow. */
export function editModel(start: Edited): Model<Edited, Call, Answer> {
  return {
    start,
    next(state, call, answer) {
      if (answer === "refused") return state;
      if (call.act === "read") {
        const isSo = typeof answer === "object" && answer.found === state.value && answer.revision === state.revision;
        return isSo ? state : undefined;
      }
      if (call.act !== "edit") return undefined;
      const follows = call.expected === state.revision;
      if (answer !== (follows ? "done" : "conflict")) return undefined;
      return follows ? { revision: state.revision + 1, value: call.value } : state;
    },
  };
}
