import { describe, expect, it } from "vitest";
import { LaneLedger } from "./lane-ledger.ts";
import { emptyLane, type LaneState } from "./lane-state.ts";
import { lookOf } from "./look-at-lane.ts";
import { chooseOperation, operations } from "./operations.ts";

const seed = 7;
const lane = "a";

/** A log of so many acknowledged writes, with the states they made, and one write more that is open. */
function ledgerOf(writes: number): { ledger: LaneLedger; states: LaneState[]; open: LaneState } {
  const ledger = new LaneLedger({ lane, state: emptyLane, next: 1, seed });
  const states: LaneState[] = [emptyLane];
  const next = (n: number): LaneState => {
    const state = states.at(-1) ?? emptyLane;
    return chooseOperation(seed, n, state).after(state, n);
  };
  for (let n = 1; n <= writes; n += 1) {
    ledger.hear(["begin", lane, n]);
    states.push(next(n));
    ledger.hear(["done", lane, n]);
  }
  ledger.hear(["begin", lane, writes + 1]);
  return { ledger, states, open: next(writes + 1) };
}

describe("the log kept outside", () => {
  const { ledger, states, open } = ledgerOf(12);
  const last = states.at(-1) ?? emptyLane;

  it("is content with what was acknowledged, with the open write or without it", () => {
    expect(ledger.judge(lookOf(lane, last))).toMatchObject({ kind: "kept", state: last });
    expect(ledger.judge(lookOf(lane, open))).toMatchObject({ kind: "kept", state: open });
    expect(ledger.acknowledged).toBe(12);
  });

  it("sees that acknowledged writes are gone", () => {
    expect(ledger.judge(lookOf(lane, states[3] ?? last)).kind).toBe("lost");
    expect(ledger.judge(lookOf(lane, emptyLane)).kind).toBe("lost");
  });

  it("sees what no write made", () => {
    const torn = { ...last, revisions: last.revisions.map(({ write, rows }) => ({ write, rows: rows - 1 })) };
    expect(last.revisions.length).toBeGreaterThan(0);
    expect(ledger.judge(lookOf(lane, torn)).kind).toBe("half-applied");
    expect(ledger.judge(lookOf(lane, { ...last, runs: { ...last.runs, "run-9": 1 } })).kind).toBe("half-applied");
  });
});

it("chooses every way to write, and the same again for the same seed", () => {
  const chosen = new Set<string>();
  let state = emptyLane;
  for (let n = 1; n <= 300; n += 1) {
    const operation = chooseOperation(seed, n, state);
    expect(chooseOperation(seed, n, state)).toBe(operation);
    chosen.add(operation.name);
    state = operation.after(state, n);
  }
  expect([...chosen].sort()).toEqual(operations.map(({ name }) => name).sort());
});
