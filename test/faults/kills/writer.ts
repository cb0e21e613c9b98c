import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { openStore, type StoreSecrets } from "../../../api/store/open-store.ts";
import { type LaneStart, runLane } from "./run-lane.ts";

/*
 * A program that writes to a store until it is killed. Three lines come in: what to open, where to start, and a
 * question. Each line out is a JSON value; a pipe takes it before the next write begins, so an acknowledgement is never
 * lost with the program.
 */
const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const say = (event: unknown): void => void process.stdout.write(`${JSON.stringify(event)}\n`);

async function read<T>(): Promise<T> {
  const { value } = await lines.next();
  return JSON.parse(value) as T;
}

const { url, secrets } = await read<{ url: string; secrets: StoreSecrets }>();
const store = await openStore(url, secrets);
await store.datasets();
say(["ready"]);
const starts = await read<LaneStart[]>();
for (const start of starts) void runLane(store, start, say);
// Then, after a server was killed and started again: does the store that was open all along find it?
await read<"are you back?">();
const pollMs = 100;
while (!(await answers())) await sleep(pollMs);
say(["back"]);

async function answers(): Promise<boolean> {
  try {
    await store.datasets();
    return true;
  } catch {
    return false;
  }
}
