import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";
import type { Store } from "../../../api/store/store.ts";
import { StoreError, type StoreErrorCode } from "../../../api/store/store-error.ts";
import { operations, prepare } from "./operations.ts";

/** What a store promises under any fault: each operation ends in time, and the store is there again in time. */
const mostMs = 5_000;
const mostReturnMs = 10_000;
/** What this machine may add when it has much else to do; the store's own limits stay as they are. */
const slackMs = 1_500;

export interface Fault {
  begin(): Promise<unknown>;
  end(): Promise<unknown>;
  /** The codes that fit. */
  readonly codes: readonly StoreErrorCode[];
  /** Where answers go on for a while first, the time counts from the last one. */
  readonly goesOnMs?: number;
  /** Operations that go well in spite of the fault; every one may, where reads come from memory. Unless said, none. */
  readonly goesWell?: "reads" | "any";
}

interface Outcome {
  readonly name: string;
  readonly writes: boolean;
  readonly ms: number;
  readonly answer?: unknown;
  readonly code?: string;
}

let n = 100;

/** Asks for every operation at once. */
function askAll(store: Store): Promise<Outcome[]> {
  n += 1;
  return Promise.all(
    operations.map(async (operation): Promise<Outcome> => {
      const { name, writes } = operation;
      const begun = performance.now();
      const outcome = await operation.ask(store, n).then(
        (answer) => ({ answer }),
        (error: unknown) => ({ code: error instanceof StoreError ? error.code : `no store error: ${String(error)}` }),
      );
      return { name, writes, ms: performance.now() - begun, ...outcome };
    }),
  );
}

/** The answers of a store that works, by operation: those that are the same each time. */
export type RightAnswers = ReadonlyMap<string, unknown>;

/** Takes a store that works through a fault and back. */
export async function expectClear(store: Store, fault: Fault): Promise<void> {
  const right = await rightAnswers(store);
  await prepare(store);
  await fault.begin();
  try {
    await expectClearErrors(store, right, fault);
  } finally {
    await fault.end();
  }
  await expectReturn(store, right);
}

export async function rightAnswers(store: Store): Promise<RightAnswers> {
  await prepare(store);
  const outcomes = await askAll(store);
  expect(outcomes.filter(({ code }) => code !== undefined).map(({ name, code, ms }) => ({ name, code, ms }))).toEqual(
    [],
  );
  return new Map(outcomes.filter(({ writes }) => !writes).map(({ name, answer }) => [name, answer]));
}

/** Nothing hangs, every error is clear, every answer is right. */
export async function expectClearErrors(
  store: Store,
  right: RightAnswers,
  fault: Omit<Fault, "begin" | "end">,
): Promise<void> {
  for (const outcome of await askAll(store)) expectOutcome(outcome, right, fault);
}

/** The same store works again in time, and every operation goes well. */
export async function expectReturn(store: Store, right: RightAnswers): Promise<void> {
  const returned = performance.now();
  await untilAnswers(store);
  expect(performance.now() - returned).toBeLessThan(mostReturnMs);
  await prepare(store);
  for (const { name, writes, code, answer } of await askAll(store)) {
    expect({ name, code }).toEqual({ name, code: undefined });
    if (!writes) expect(answer, name).toEqual(right.get(name));
  }
}

function expectOutcome(
  outcome: Outcome,
  right: RightAnswers,
  { codes, goesWell, goesOnMs = 0 }: Omit<Fault, "begin" | "end">,
): void {
  const { name, writes, ms, code, answer } = outcome;
  expect(ms, `${name} took ${ms} ms and ended in ${code ?? "an answer"}`).toBeLessThan(mostMs + slackMs + goesOnMs);
  if (code !== undefined) return expect(codes, name).toContain(code);
  expect(goesWell === "any" || (goesWell === "reads" && !writes), `${name} went well`).toBe(true);
  if (!writes) expect(answer, name).toEqual(right.get(name));
}

async function untilAnswers(store: Store): Promise<void> {
  const pollMs = 100;
  for (const until = performance.now() + 2 * mostReturnMs; ; await sleep(pollMs)) {
    try {
      return await store.ping();
    } catch (error) {
      if (performance.now() > until) throw error;
    }
  }
}
