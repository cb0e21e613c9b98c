import { describe, expect, it } from "vitest";
import type { RunRecord } from "../../api/store/store.ts";
import { all, type Bench } from "./bench.ts";
import { sampleDataset } from "./sample-dataset.ts";

const record = (id: string, dataset: string, startedAt: string): RunRecord => ({
  id,
  dataset: { id: dataset, version: "1", hash: "abc", revision: 3 },
  analysis: "run",
  parameters: { scenario: { id: "s`", shocks: [{ select: {}, availability: 0.1 }] } },
  overlays: ["one", "two"],
  engine: "0.1.0",
  startedAt,
  endedAt: startedAt,
  resultHash: "def",
  overlayBodies: [
    { id: "one", add: { assets: [] } },
    { id: "two", "odd `}": "\0" },
  ],
  result: '{ "kind": "run",\n "x": 1.0 }',
});

/** Keeping documents and runs. */
export function keepingContract(bench: Bench): void {
  describe("documents", () => {
    const odd = ["a", "Z", "ä", "🏭", "}) DETACH DELETE x //", "'; DROP TABLE document; --", "../x"];

    it("keeps, replaces, lists by id and removes them", async () => {
      const { id } = (await bench.put(sampleDataset(bench.newId()))).description;
      const body = (name: string): unknown => ({
        id: name,
        nested: [{ a: null, b: [1e-9, "`$x`"] }],
        text: "\0\ud83c",
      });
      for (const name of odd) await bench.store.saveDocument(id, "scenario", name, body(name));
      await bench.store.saveDocument(id, "overlay", "a", "an overlay");
      const sorted = [...odd].sort((a, b) => (a < b ? -1 : 1));
      expect(await bench.store.documents(id, "scenario")).toEqual(
        sorted.map((name) => ({ id: name, body: body(name) })),
      );
      await bench.store.saveDocument(id, "scenario", "🏭", [1]);
      expect(await bench.store.document(id, "scenario", "🏭")).toEqual({ id: "🏭", body: [1] });
      expect(await bench.store.document(id, "scenario", "none")).toBeNull();
      await bench.store.removeDocument(id, "scenario", "a");
      expect(await bench.store.document(id, "scenario", "a")).toBeNull();
      expect(await bench.store.document(id, "overlay", "a")).toEqual({ id: "a", body: "an overlay" });
      await expect(bench.store.removeDocument(id, "scenario", "a")).rejects.toMatchObject({ code: "STORE_NOT_FOUND" });
    });
  });

  describe("runs", () => {
    it("drops a result and keeps the rest", async () => {
      const dataset = bench.newId();
      const [a, b] = [`${dataset}-a`, `${dataset}-b`];
      const at = "2025-01-01T00:00:00.000Z";
      const long = { ...record(b, dataset, at), result: '{"ä":"🏭"}' };
      await bench.store.saveRun(record(a, dataset, at));
      await bench.store.saveRun(long);
      const sizes = async () => (await bench.store.runs(dataset, all)).runs.map(({ resultBytes }) => resultBytes);
      expect(await sizes()).toEqual([28, 13]);
      await bench.store.dropResult(a);
      expect(await sizes()).toEqual([null, 13]);
      expect(await bench.store.run(a)).toEqual({ ...record(a, dataset, at), result: null });
      await bench.store.dropResult(a);
      await bench.store.saveRun({ ...long, result: null });
      expect(await bench.store.run(b)).toEqual({ ...long, result: null });
      expect(await sizes()).toEqual([null, null]);
      await bench.store.saveRun(long);
      expect(await bench.store.run(b)).toEqual(long);
      await expect(bench.store.dropResult(`${dataset}-c`)).rejects.toMatchObject({ code: "STORE_NOT_FOUND" });
    });

    it("keeps them to the byte, the newest first, beyond their dataset", async () => {
      const dataset = bench.newId();
      await bench.put(sampleDataset(dataset));
      const ids = ["b", "a", "c"].map((name) => `${dataset}-${name}`);
      const [b = "", a = "", c = ""] = ids;
      const runs = [
        record(b, dataset, "2025-01-01T00:00:00.000Z"),
        record(a, dataset, "2025-01-01T00:00:00.000Z"),
        record(c, dataset, "2025-01-02T00:00:00.000Z"),
      ];
      for (const run of runs) await bench.store.saveRun(run);
      await bench.store.saveRun(record(b, dataset, "2025-01-01T00:00:00.000Z"));
      await bench.store.removeDataset(dataset);
      expect(await bench.store.run(b)).toEqual(runs[0]);
      const page = await bench.store.runs(dataset, all);
      expect(page.total).toBe(3);
      expect(page.runs.map((run) => run.id)).toEqual([c, a, b]);
      expect(page.runs[0]).not.toHaveProperty("result");
      expect(page.runs[0]).not.toHaveProperty("overlayBodies");
      expect((await bench.store.runs(dataset, { offset: 1, limit: 1 })).runs.map((run) => run.id)).toEqual([a]);
      expect((await bench.store.runs(undefined, all)).total).toBeGreaterThanOrEqual(3);
      await bench.store.removeRun(b);
      expect(await bench.store.run(b)).toBeNull();
      await expect(bench.store.removeRun(b)).rejects.toMatchObject({ code: "STORE_NOT_FOUND" });
    });
  });

  it("lets one of several who remove the same thing at once find it", async () => {
    const { id } = (await bench.put(sampleDataset(bench.newId()))).description;
    const removals = {
      document: () => bench.store.removeDocument(id, "scenario", "s"),
      run: () => bench.store.removeRun(`${id} run`),
    };
    for (let round = 0; round < 10; round += 1) {
      await bench.store.saveDocument(id, "scenario", "s", { round });
      await bench.store.saveRun(record(`${id} run`, id, "2025-03-01T10:00:00.000Z"));
      for (const remove of Object.values(removals)) {
        const outcomes = await Promise.allSettled(Array.from({ length: 4 }, remove));
        const missed = outcomes.filter(({ status }) => status === "rejected");
        expect(missed).toHaveLength(3);
        for (const one of missed) expect(one).toMatchObject({ reason: { code: "STORE_NOT_FOUND" } });
      }
    }
  });

  it.each(["zero \0 byte", "half \ud83c", "\udfed"])(
    "refuses %j as a name, for a write as for a look",
    async (text) => {
      const { id } = (await bench.put(sampleDataset(bench.newId()))).description;
      const { store } = bench;
      for (const asked of [
        () => store.dataset(text),
        () => store.assets(id, { ...all, text }),
        () => store.assets(id, { ...all, sector: text }),
        () => store.asset(id, text),
        () => store.saveDocument(id, "overlay", text, {}),
        () => store.document(id, "overlay", text),
        () => store.removeDocument(id, "overlay", text),
        () => store.saveRun(record(text, id, "2025-03-01T10:00:00.000Z")),
        () => store.runs(text, all),
        () => store.run(text),
        () => store.removeRun(text),
      ])
        await expect(asked()).rejects.toMatchObject({ code: "STORE_BAD_TEXT" });
    },
  );

  it("refuses a name that is too long for a key", async () => {
    const { id } = (await bench.put(sampleDataset(bench.newId()))).description;
    const longest = "é".repeat(500);
    await bench.store.saveDocument(id, "overlay", longest, { a: 1 });
    expect(await bench.store.document(id, "overlay", longest)).toEqual({ id: longest, body: { a: 1 } });
    const longer = bench.store.saveDocument(id, "overlay", `${longest}é`, {});
    await expect(longer).rejects.toMatchObject({ code: "STORE_BAD_TEXT" });
    const run = bench.store.saveRun(record(`${longest}é`, id, "2025-03-01T10:00:00.000Z"));
    await expect(run).rejects.toMatchObject({ code: "STORE_BAD_TEXT" });
  });
}
