import * as fc from "fast-check";
import { expect, it } from "vitest";
import { MemoryStore } from "../../api/store/memory.ts";
import { setUpBench, type StoreUnderTest } from "./bench.ts";
import { findingContract } from "./finding.contract.ts";
import { runHistory, steps } from "./history.ts";
import { importingContract } from "./importing.contract.ts";
import { keepingContract } from "./keeping.contract.ts";
import { pathContract } from "./path.contract.ts";
import { removingContract } from "./removing.contract.ts";
import { revisingContract } from "./revising.contract.ts";

/** What every store promises (api/store/store.ts): the same suite for each adapter. */
export function storeContract(underTest: StoreUnderTest): void {
  const bench = setUpBench(underTest);
  importingContract(bench);
  findingContract(bench);
  keepingContract(bench);
  removingContract(bench);
  revisingContract(bench);
  pathContract(bench);

  it("answers", async () => {
    await expect(bench.store.ping()).resolves.toBeUndefined();
  });

  it("goes through any history as the memory store does", async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (history) => {
        const ids = [bench.newId(), bench.newId()];
        const memory = new MemoryStore();
        expect(await runHistory(bench.store, ids, history)).toEqual(await runHistory(memory, ids, history));
      }),
      { numRuns: underTest.randomHistories },
    );
  }, 120_000);
}
