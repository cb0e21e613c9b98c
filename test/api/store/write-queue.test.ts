import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { WriteQueue } from "../../../api/store/write-queue.ts";

describe("WriteQueue", () => {
  it("does one thing at a time, in order, whatever fails", async () => {
    const queue = new WriteQueue();
    const log: string[] = [];
    const work =
      (name: string, ms: number, fails = false) =>
      async (): Promise<string> => {
        log.push(`${name} begins`);
        await sleep(ms);
        log.push(`${name} ends`);
        if (fails) throw new Error(name);
        return name;
      };
    const all = [queue.run(work("a", 20)), queue.run(work("b", 5, true)), queue.run(work("c", 0))];
    const outcomes = await Promise.allSettled(all);
    expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect(log).toEqual(["a begins", "a ends", "b begins", "b ends", "c begins", "c ends"]);
  });

  it("is idle when the last work is over, also after a failure", async () => {
    const queue = new WriteQueue();
    let done = false;
    const failing = queue.run(async () => {
      await sleep(5);
      done = true;
      throw new Error("no");
    });
    await queue.idle();
    expect(done).toBe(true);
    await expect(failing).rejects.toThrow("no");
  });
});
