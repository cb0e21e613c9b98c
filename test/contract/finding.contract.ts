import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MemoryStore } from "../../api/store/memory.ts";
import { all, type Bench, by } from "./bench.ts";
import { sampleDataset } from "./sample-dataset.ts";

/** Looking for assets and what touches them. */
export function findingContract(bench: Bench): void {
  describe("finding", () => {
    it("lists the same assets as the memory store, for every filter and page", async () => {
      const dataset = await bench.put(sampleDataset(bench.newId()));
      const { id } = dataset.description;
      const memory = new MemoryStore();
      await memory.importDataset(dataset, by);
      const texts = [
        "",
        " ",
        "zurich",
        "MILL",
        "mill plain",
        "'; DROP",
        "DETACH",
        "🏭",
        "`",
        "%",
        "_",
        "$snapshot",
        "\\",
      ];
      const query = fc.record(
        {
          text: fc.constantFrom(...texts),
          sector: fc.constantFrom("energy", "food", "none", "' OR 1=1 --"),
          state: fc.constantFrom("XA", "XB", "XC", "}) RETURN 1 //"),
          kind: fc.constantFrom("mill", "substation", "`"),
          offset: fc.nat({ max: 5 }),
          limit: fc.nat({ max: 5 }),
        },
        { requiredKeys: ["offset", "limit"] },
      );
      await fc.assert(
        fc.asyncProperty(query, async (asked) => {
          expect(await bench.store.assets(id, asked)).toEqual(await memory.assets(id, asked));
        }),
        { numRuns: bench.underTest.randomQueries },
      );
    });

    it("searches id and name, all words, without case and accents", async () => {
      const { id } = (await bench.put(sampleDataset(bench.newId()))).description;
      const found = async (text: string): Promise<string[]> =>
        (await bench.store.assets(id, { ...all, text })).assets.map((asset) => asset.id);
      expect(await found("ZURICH generator")).toEqual(["G1"]);
      expect(await found("mill")).toEqual(["mill `back` 🏭", "plain"]);
      expect(await found("mill plain")).toEqual(["plain"]);
      expect(await found("mill %")).toEqual([]);
      expect(await found(" ")).toHaveLength(4);
    });

    it.each([
      { offset: -1, limit: 1 },
      { offset: 0, limit: 1.5 },
      { offset: Number.NaN, limit: 1 },
    ])("refuses the page %o", async (page) => {
      const { id } = (await bench.put(sampleDataset(bench.newId()))).description;
      await expect(bench.store.assets(id, page)).rejects.toMatchObject({ code: "STORE_BAD_PAGE" });
      await expect(bench.store.runs(undefined, page)).rejects.toMatchObject({ code: "STORE_BAD_PAGE" });
    });

    it("finds each asset and what touches it", async () => {
      const dataset = await bench.put(sampleDataset(bench.newId()));
      const { id } = dataset.description;
      const { assets, dependencies, connections } = dataset;
      for (const asset of assets) expect(await bench.store.asset(id, asset.id)).toEqual(asset);
      expect(await bench.store.neighbours(id, "mill `back` 🏭")).toEqual({
        providers: dependencies.slice(0, 2),
        dependents: dependencies.slice(2),
        connections: connections.slice(1, 2),
        assets: [assets[0], assets[1], assets[3]],
      });
      expect(await bench.store.neighbours(id, "G1")).toEqual({
        providers: [],
        dependents: dependencies.slice(1, 2),
        connections: [connections[0], connections[2]],
        assets: [assets[1], assets[2]],
      });
      await expect(bench.store.neighbours(id, "nobody")).rejects.toMatchObject({ code: "STORE_NOT_FOUND" });
    });

    it("counts a row from an asset to itself once, and not as a neighbour", async () => {
      const { description, assets } = sampleDataset(bench.newId());
      const connections = [{ id: "C", a: "G1", b: "G1", commodity: "gas" }];
      const dependencies = [{ id: "D", provider: "G1", dependent: "G1" }];
      await bench.put({ description, assets, dependencies, connections });
      const expected = { providers: dependencies, dependents: dependencies, connections, assets: [] };
      expect(await bench.store.neighbours(description.id, "G1")).toEqual(expected);
    });
  });
}
