import { expect } from "vitest";
import { call, callJson, library } from "./call.ts";

/** The golden case as a folder. */
export const golden = library("golden");
/** GC-1. */
export const lossOfP1 = ["--lose", "P1", "--hours", "96", "--horizon", "240", "--json"];
/** GC-3. */
const scan = ["--hours", "96", "--horizon", "240", "--json"];

/** What a command that has to succeed, and to say nothing beside its answer but where the run was kept, prints. */
export async function goldenAnswer(
  words: readonly string[],
  environment: Record<string, string> = {},
): Promise<string> {
  const { code, stdout, stderr } = await call(words, { environment });
  const expected = /^(?:single-failure scan: \d+ %\n)*(?:note: recorded as run [\da-f-]{36}\n)?$/;
  expect({ code, stderr: stderr.replace(expected, "") }).toEqual({ code: 0, stderr: "" });
  return stdout;
}

/** GC-1 and GC-3 from the folder. */
export async function answersFromFolder(): Promise<string[]> {
  return [await goldenAnswer(["run", golden, ...lossOfP1]), await goldenAnswer(["rank", golden, ...scan])];
}

/** The same from a store: imported first, then asked for by id (the store is asked before the bundled datasets). */
export async function answersFromStore(environment: Record<string, string>): Promise<string[]> {
  await callJson(["import", golden], { environment });
  expect(await callJson(["show", "golden"], { environment })).toMatchObject({ origin: "store" });
  return [
    await goldenAnswer(["run", "golden", ...lossOfP1], environment),
    await goldenAnswer(["rank", "golden", ...scan], environment),
  ];
}
