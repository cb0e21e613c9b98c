import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Asset, byId, type Dataset, type Dependency } from "../../analyzer/index.ts";
import type { Bench } from "./bench.ts";
import { sampleDataset } from "./sample-dataset.ts";

const assets = 8;
const longest = 8;
const name = (n: number): string => `A${n}`;

/** Which asset depends on which, among eight; loops, doubles and networks too. */
const graph = fc.array(fc.record({ provider: fc.integer({ min: -1, max: 7 }), dependent: fc.nat({ max: 7 }) }), {
  maxLength: 16,
});

function datasetOf(id: string, links: readonly { provider: number; dependent: number }[]): Dataset {
  const base = { sector: "energy", kind: "plant", states: [{ state: "XA", share: 1 }], source: "made up" };
  return {
    description: sampleDataset(id).description,
    assets: Array.from({ length: assets }, (_, n): Asset => ({ ...base, id: name(n), name: name(n) })),
    dependencies: links
      .map(({ provider, dependent }, n): Dependency => {
        const from = provider === -1 ? "@electricity" : name(provider);
        return {
          id: `D${n}`,
          provider: from,
          dependent: name(dependent),
          kind: "physical",
          method: "authored",
          source: "x",
        };
      })
      .sort(byId),
    connections: [],
  };
}

/** Every chain without a repeated asset, tried one after the other. */
function plainPath({ dependencies }: Dataset, from: string, to: string, maxSteps: number): readonly string[] | null {
  let best: readonly string[] | null = null;
  const isBetter = (chain: readonly string[]): boolean =>
    best === null || chain.length < best.length || (chain.length === best.length && chain.join() < best.join());
  const walk = (chain: readonly string[]): void => {
    const last = chain.at(-1);
    if (last === to && isBetter(chain)) best = chain;
    if (last === to || chain.length > maxSteps) return;
    for (const { provider, dependent } of dependencies)
      if (provider === last && !chain.includes(dependent)) walk([...chain, dependent]);
  };
  walk([from]);
  return best;
}

/** The chain from what gives to what takes. */
export function pathContract(bench: Bench): void {
  describe("a path", () => {
    it("is the shortest, and the first of these, in any graph", async () => {
      await fc.assert(
        fc.asyncProperty(graph, fc.nat({ max: 5 }), async (links, maxSteps) => {
          const id = bench.newId();
          const dataset = await bench.put(datasetOf(id, links));
          for (const [from, to] of [
            ["A0", "A1"],
            ["A2", "A7"],
            ["A7", "A0"],
          ] as const) {
            const longer = plainPath(dataset, from, to, longest);
            expect(await bench.store.path(id, from, to, { maxSteps: longest })).toEqual(longer);
            expect(await bench.store.path(id, from, to, { maxSteps })).toEqual(plainPath(dataset, from, to, maxSteps));
          }
        }),
        { numRuns: bench.underTest.randomHistories },
      );
    }, 120_000);

    it("goes from the provider to the dependent, and not back", async () => {
      const { id } = (await bench.put(datasetOf(bench.newId(), [{ provider: 3, dependent: 5 }]))).description;
      expect(await bench.store.path(id, "A3", "A5", { maxSteps: 1 })).toEqual(["A3", "A5"]);
      expect(await bench.store.path(id, "A5", "A3", { maxSteps: 9 })).toBeNull();
      expect(await bench.store.path(id, "A3", "A5", { maxSteps: 0 })).toBeNull();
      expect(await bench.store.path(id, "A3", "A3", { maxSteps: 0 })).toEqual(["A3"]);
    });

    it("needs a dataset and two assets that are there", async () => {
      const { id } = (await bench.put(datasetOf(bench.newId(), []))).description;
      for (const [from, to] of [
        ["A0", "nobody"],
        ["nobody", "A0"],
        ["@electricity", "A0"],
      ] as const)
        await expect(bench.store.path(id, from, to, { maxSteps: 3 })).rejects.toMatchObject({
          code: "STORE_NOT_FOUND",
        });
      const nowhere = bench.store.path(bench.newId(), "A0", "A1", { maxSteps: 3 });
      await expect(nowhere).rejects.toMatchObject({ code: "STORE_NOT_FOUND" });
    });
  });
}
