import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Dataset, datasetHash } from "../../analyzer/index.ts";
import { type Bench, by } from "./bench.ts";
import { datasetArbitrary } from "./dataset-arbitrary.ts";
import { largeDataset } from "./large-dataset.ts";
import { sampleDataset } from "./sample-dataset.ts";

/** Importing a dataset and reading it back. */
export function importingContract(bench: Bench): void {
  describe("importing", () => {
    it("gives back what was put in", async () => {
      const dataset = sampleDataset(bench.newId());
      const { id } = dataset.description;
      const hash = datasetHash(dataset);
      expect(await bench.store.importDataset(dataset, by)).toEqual({ changed: true, revision: 1, hash });
      expect(await bench.store.readDataset(id)).toEqual(dataset);
      expect(await bench.store.description(id)).toEqual(dataset.description);
      const { title, version } = dataset.description;
      const counts = { assets: 4, dependencies: 4, connections: 3, states: 2, sectors: 2 };
      const summary = { id, title, version, hash, revision: 1, importedAt: by.at, counts };
      expect(await bench.store.dataset(id)).toEqual(summary);
      expect((await bench.store.datasets()).filter((one) => one.id === id)).toEqual([summary]);
    });

    it("gives back any dataset, in order and to the last bit", async () => {
      const id = bench.newId();
      await fc.assert(
        fc.asyncProperty(datasetArbitrary(id), async (dataset) => {
          await bench.put(dataset);
          const read = await bench.store.readDataset(id);
          expect(read).toEqual(dataset);
          expect(datasetHash(read)).toBe(datasetHash(dataset));
        }),
        { numRuns: bench.underTest.randomDatasets },
      );
    }, 120_000);

    it("writes nothing when the same comes again", async () => {
      const dataset = await bench.put(sampleDataset(bench.newId()));
      const { id } = dataset.description;
      const before = await bench.store.dataset(id);
      const again = await bench.store.importDataset(dataset, { by: "bob", at: "2025-04-01T00:00:00.000Z" });
      expect(again).toEqual({ changed: false, revision: 1, hash: datasetHash(dataset) });
      expect(await bench.store.dataset(id)).toEqual(before);
      expect(await bench.store.revisions(id)).toHaveLength(1);
    });

    it("puts a new version in place of the old one and keeps the record of both", async () => {
      const first = await bench.put(sampleDataset(bench.newId()), { why: "start" });
      const { id } = first.description;
      const second = { ...first, assets: first.assets.slice(1, 2), dependencies: [], connections: [] };
      await bench.store.saveDocument(id, "overlay", "kept", { a: 1 });
      expect(await bench.store.importDataset(second, { by: "bob", at: "2025-04-01T00:00:00.000Z" })).toMatchObject({
        revision: 2,
      });
      expect(await bench.store.readDataset(id)).toEqual(second);
      expect(await bench.store.asset(id, "G1")).toBeNull();
      const revisions = await bench.store.revisions(id);
      expect(revisions).toEqual([
        expect.objectContaining({ ...by, revision: 1, why: "start", hash: datasetHash(first) }),
        expect.objectContaining({ revision: 2, by: "bob", at: "2025-04-01T00:00:00.000Z", hash: datasetHash(second) }),
      ]);
      expect(revisions[1]?.counts).toEqual({ assets: 1, dependencies: 0, connections: 0, states: 2, sectors: 1 });
      expect(revisions[1]).not.toHaveProperty("why");
      expect(await bench.store.documents(id, "overlay")).toHaveLength(1);
    });

    it("reports progress up to the number of rows", async () => {
      const dataset = largeDataset(bench.newId(), { assets: 6_000, dependencies: 5_500, connections: 100 });
      const importing: number[] = [];
      await bench.put(dataset, { onProgress: (done: number, total: number) => importing.push(done, total) });
      const reading: number[] = [];
      await bench.store.readDataset(dataset.description.id, { onProgress: (done, total) => reading.push(done, total) });
      for (const seen of [importing, reading]) {
        const done = seen.filter((_, index) => index % 2 === 0);
        expect(done).toEqual([...done].sort((a, b) => a - b));
        expect(seen.slice(-2)).toEqual([11_600, 11_600]);
      }
    }, 60_000);

    it.each([0, 1, 2])(
      "leaves nothing behind when it is cancelled (report %i)",
      async (reportsBefore) => {
        const id = bench.newId();
        const large = largeDataset(id, { assets: 6_000, dependencies: 6_000, connections: 0 });
        const cancelled = async (): Promise<unknown> => {
          const controller = new AbortController();
          let reports = 0;
          const onProgress = (): void => {
            if (reports === reportsBefore) controller.abort(new Error("enough"));
            reports += 1;
          };
          if (bench.store.kind === "memory") controller.abort(new Error("enough"));
          return bench.store.importDataset(large, { ...by, signal: controller.signal, onProgress });
        };
        await expect(cancelled()).rejects.toThrow("enough");
        expect(await bench.store.dataset(id)).toBeNull();
        await expect(bench.store.readDataset(id)).rejects.toMatchObject({ code: "STORE_NOT_FOUND" });
        const before = await bench.put(sampleDataset(id));
        await expect(cancelled()).rejects.toThrow("enough");
        expect(await bench.store.readDataset(id)).toEqual(before);
        expect(await bench.store.revisions(id)).toHaveLength(1);
      },
      60_000,
    );

    it("shows readers the old version until the new one is whole", async () => {
      const before = await bench.put(sampleDataset(bench.newId()));
      const { id } = before.description;
      const after = largeDataset(id, { assets: 6_000, dependencies: 100, connections: 10 });
      const seen: Promise<Dataset>[] = [];
      const onProgress = (done: number, total: number): void => {
        if (done < total) seen.push(bench.store.readDataset(id));
      };
      await bench.put(after, { onProgress });
      for (const dataset of await Promise.all(seen)) expect([before, after]).toContainEqual(dataset);
      expect(await bench.store.readDataset(id)).toEqual(after);
      if (bench.store.kind !== "memory") expect(seen.length).toBeGreaterThan(0);
    }, 60_000);

    it("ends two imports at once one after the other, or refuses one", async () => {
      const id = bench.newId();
      const candidates = [sampleDataset(id), largeDataset(id, { assets: 300, dependencies: 500, connections: 50 })];
      const outcomes = await Promise.allSettled(candidates.map((dataset) => bench.store.importDataset(dataset, by)));
      const done = outcomes.filter((outcome) => outcome.status === "fulfilled");
      for (const outcome of outcomes)
        if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ code: "STORE_CONFLICT" });
      expect(done.length).toBeGreaterThan(0);
      expect(await bench.store.revisions(id)).toHaveLength(done.length);
      expect(candidates).toContainEqual(await bench.store.readDataset(id));
    });

    const whole = sampleDataset("x");
    it.each([
      ["a row out of order", { assets: [...whole.assets].reverse() }],
      ["the same id twice", { connections: whole.connections.map((row) => ({ ...row, id: "C1" })) }],
      ["a provider that is not there", { dependencies: [{ id: "D", provider: "nobody", dependent: "G1" }] }],
      ["a dependent that is not there", { dependencies: [{ id: "D", provider: "@gas", dependent: "nobody" }] }],
      ["an end that is not there", { connections: [{ id: "C", a: "G1", b: "nobody", commodity: "gas" }] }],
      ["half a surrogate pair in a text", { assets: whole.assets.map((row) => ({ ...row, name: "a\ud83c" })) }],
      ["a zero byte in a text", { dependencies: whole.dependencies.map((row) => ({ ...row, group: "a\0b" })) }],
      [
        "an own column called as one of ours",
        { assets: whole.assets.map((row) => ({ ...row, extra: { snapshot: "x" } })) },
      ],
      [
        "an id that is too long for a key",
        { connections: [{ id: "C".repeat(501), a: "G1", b: "G1", commodity: "gas" }] },
      ],
      ["an id with a zero byte", { connections: [{ id: "C\0", a: "G1", b: "G1", commodity: "gas" }] }],
    ])("refuses %s", async (_, fault) => {
      const dataset = { ...sampleDataset(bench.newId()), ...fault };
      await expect(bench.store.importDataset(dataset, by)).rejects.toMatchObject({ code: "STORE_BAD_DATASET" });
      expect(await bench.store.dataset(dataset.description.id)).toBeNull();
    });
  });
}
