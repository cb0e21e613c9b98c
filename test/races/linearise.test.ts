import { describe, expect, it } from "vitest";
import { linearise, type Operation } from "./linearise.ts";
import { type Answer, type Call, editModel, keyModel } from "./race-models.ts";

/** Operations as `client, call, answer, from, to`. */
type Told = readonly [client: number, call: Call, answer: Answer, invokedAt: number, answeredAt: number];

const told = (rows: readonly Told[]): Operation<Call, Answer>[] =>
  rows.map(([client, call, answer, invokedAt, answeredAt]) => ({ client, call, answer, invokedAt, answeredAt }));

const set = (value: string): Call => ({ act: "set", value });
const read: Call = { act: "read" };
const remove: Call = { act: "remove" };
const edit = (expected: number, value: string): Call => ({ act: "edit", expected, value });

describe("histories of one key", () => {
  const good: Record<string, readonly Told[]> = {
    "nothing is there at first": [[0, read, { found: null }, 0, 1]],
    "a write is read": [
      [0, set("a"), "done", 0, 1],
      [1, read, { found: "a" }, 2, 3],
    ],
    "a read beside a write sees either": [
      [0, set("a"), "done", 0, 10],
      [1, read, { found: "a" }, 1, 2],
      [1, read, { found: "a" }, 3, 4],
      [2, read, { found: null }, 0, 9],
    ],
    "one of two removals finds it": [
      [0, set("a"), "done", 0, 1],
      [0, remove, "done", 2, 5],
      [1, remove, "missing", 2, 5],
      [1, read, { found: null }, 6, 7],
    ],
    "two writes at once, in the order in which they are read": [
      [0, set("a"), "done", 0, 10],
      [1, set("b"), "done", 0, 10],
      [2, read, { found: "b" }, 11, 12],
      [2, read, { found: "b" }, 13, 14],
    ],
  };
  it.each(Object.entries(good))("%s", (_, rows) => {
    expect(linearise(told(rows), keyModel)).toHaveLength(rows.length);
  });

  const bad: Record<string, readonly Told[]> = {
    "a client does not read its own write": [
      [0, set("a"), "done", 0, 1],
      [0, read, { found: null }, 2, 3],
    ],
    "a value that nobody wrote": [
      [0, set("a"), "done", 0, 1],
      [1, read, { found: "b" }, 0, 3],
    ],
    "a value is read before and gone after": [
      [0, set("a"), "done", 0, 10],
      [1, read, { found: "a" }, 1, 2],
      [1, read, { found: null }, 3, 4],
    ],
    "what was removed comes back": [
      [0, set("a"), "done", 0, 1],
      [0, remove, "done", 2, 3],
      [1, read, { found: "a" }, 4, 5],
    ],
    "both removals find it": [
      [0, set("a"), "done", 0, 1],
      [0, remove, "done", 2, 5],
      [1, remove, "done", 2, 5],
    ],
    "an old value comes back after a newer one": [
      [0, set("a"), "done", 0, 1],
      [0, set("b"), "done", 2, 3],
      [1, read, { found: "b" }, 4, 5],
      [2, read, { found: "a" }, 6, 7],
    ],
  };
  it.each(Object.entries(bad))("%s: refused", (_, rows) => {
    expect(linearise(told(rows), keyModel)).toBeNull();
  });
});

describe("histories of edits that expect a revision", () => {
  const start = { revision: 1, value: "start" };
  it("lets one of two win, and everybody sees it afterwards", () => {
    const rows: readonly Told[] = [
      [0, edit(1, "a"), "done", 0, 5],
      [1, edit(1, "b"), "conflict", 1, 4],
      [1, read, { found: "a", revision: 2 }, 6, 7],
    ];
    expect(linearise(told(rows), editModel(start))).toHaveLength(3);
  });

  it.each<[string, readonly Told[]]>([
    [
      "both win",
      [
        [0, edit(1, "a"), "done", 0, 5],
        [1, edit(1, "b"), "done", 1, 4],
      ],
    ],
    [
      "nobody wins",
      [
        [0, edit(1, "a"), "conflict", 0, 5],
        [1, edit(1, "b"), "conflict", 1, 4],
      ],
    ],
    [
      "the update is lost",
      [
        [0, edit(1, "a"), "done", 0, 5],
        [1, read, { found: "start", revision: 1 }, 6, 7],
      ],
    ],
    [
      "the loser's content is there",
      [
        [0, edit(1, "a"), "done", 0, 5],
        [1, edit(1, "b"), "conflict", 1, 4],
        [1, read, { found: "b", revision: 2 }, 6, 7],
      ],
    ],
    [
      "a revision is left out",
      [
        [0, edit(1, "a"), "done", 0, 5],
        [1, read, { found: "a", revision: 3 }, 6, 7],
      ],
    ],
  ])("%s: refused", (_, rows) => {
    expect(linearise(told(rows), editModel(start))).toBeNull();
  });
});
