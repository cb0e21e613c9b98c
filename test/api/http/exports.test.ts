import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { datasetHash } from "../../../analyzer/index.ts";
import { fileSetFromBytes, readDataset, writeDatasetFolder } from "../../../datasets/formats/index.ts";
import { foreignFormats, type Lost, readForeign, zipFiles } from "../../../datasets/formats/foreign/index.ts";
import { MemoryStore } from "../../../api/store/memory.ts";
import { assetRow, connectionRow, datasetOf, dependencyRow } from "../../support/rows.ts";
import { type TestService, testService, testTime } from "./test-service.ts";

/** Holds what some formats have no place for: a noncharacter that XML lacks, and a name that pandas takes for nothing. */
const dataset = datasetOf({
  assets: [assetRow("NA", { name: "Bell \ufffe tower" }), assetRow("b", { lon: 10, lat: 50 })],
  dependencies: [dependencyRow("NA", "b", { bufferHours: 4 })],
  connections: [connectionRow("NA", "b", { capacity: 40, unit: "MW" })],
});
const written = foreignFormats.filter(({ write }) => write !== null);

let service: TestService;
beforeAll(async () => {
  const store = new MemoryStore();
  await store.importDataset(dataset, { by: "test", at: testTime });
  service = await testService({ store });
});
afterAll(() => service.app.close());

const ask = (path: string) => service.request({ url: `/api/datasets/test/export${path}` });

describe("an export", () => {
  it.each(written)("in $title reads back, but for what is listed as lost", async (format) => {
    const answer = await ask(`?format=${format.id}`);
    expect(answer.statusCode, answer.body).toBe(200);
    const losses = (await ask(`/losses?format=${format.id}`)).json<{ fileName: string; lost: Lost[]; bytes: number }>();
    expect(losses.lost).toEqual((await format.write?.(dataset))?.lost);
    expect(answer.headers["x-knockon-lost"]).toBe(String(losses.lost.length));
    expect(answer.headers["content-disposition"]).toBe(`attachment; filename="${losses.fileName}"`);
    expect(answer.rawPayload.length).toBe(losses.bytes);
    const files = fileSetFromBytes(losses.fileName, answer.rawPayload);
    const back = await readForeign(files, format, { retrieved: "2026-01-01" });
    expect(back.issues.filter(({ severity }) => severity === "error")).toEqual([]);
    if (losses.lost.length === 0) expect(back.dataset && datasetHash(back.dataset)).toBe(datasetHash(dataset));
    else expect(back.counts).toMatchObject({ assets: 2, dependencies: 1, connections: 1 });
  });

  it("names what some of the formats cannot hold", async () => {
    const lost = await Promise.all(
      written.map(async ({ id }) => (await ask(`/losses?format=${id}`)).json<{ lost: Lost[] }>().lost),
    );
    expect(lost.flat()).toContainEqual(expect.objectContaining({ table: "assets", column: "name", rows: 1 }));
    expect(lost.flat()).toContainEqual(expect.objectContaining({ table: "assets", column: "id", rows: 1 }));
  });

  it("as a folder of ours comes as a zip that reads back the same", async () => {
    const { headers, rawPayload } = await ask("?format=folder");
    expect(headers["content-disposition"]).toBe('attachment; filename="test.zip"');
    const back = await readDataset(fileSetFromBytes("test.zip", rawPayload));
    expect(back.dataset && datasetHash(back.dataset)).toBe(datasetHash(dataset));
    expect((await ask("?format=folder")).rawPayload.equals(rawPayload)).toBe(true);
  });

  it("as a folder of ours takes its scenarios along, and an upload of it brings them back", async () => {
    const scenario = { id: "loss", title: "Lost", horizonHours: 24, shocks: [{ select: { sector: "energy" } }] };
    const address = "/api/datasets/test/scenarios/loss";
    await service.request({ method: "PUT", url: address, payload: scenario });
    const { rawPayload } = await ask("?format=folder");
    expect(await fileSetFromBytes("test.zip", rawPayload).list()).toContain("scenarios/loss.json");
    await service.request({ method: "DELETE", url: address });
    const upload = { method: "POST", url: "/api/datasets", payload: rawPayload } as const;
    const headers = { "content-type": "application/zip" };
    const answer = await service.request({ ...upload, headers });
    expect(answer.json(), answer.body).toMatchObject({ changed: false, documents: { scenarios: 1, overlays: 0 } });
    expect((await service.request({ url: address })).json()).toMatchObject({ id: "loss", body: scenario });
    const broken = await zipFiles([...writeDatasetFolder(dataset), ["scenarios/bad.json", "{"]]);
    const refused = await service.request({ ...upload, headers, payload: Buffer.from(broken) });
    expect(refused.statusCode).toBe(422);
    expect(refused.json<{ issues: unknown[] }>().issues).toContainEqual(
      expect.objectContaining({ file: "scenarios/bad.json", code: "JSON_MALFORMED", severity: "error" }),
    );
  });

  it.each(["nothing", "matpower", "csv"])("in %s is refused, with those that are written", async (format) => {
    for (const path of [`?format=${format}`, `/losses?format=${format}`]) {
      const answer = await ask(path);
      expect(answer.json()).toMatchObject({ status: 422, code: "FORMAT_UNKNOWN" });
      expect(answer.json<{ detail: string }>().detail).toContain("geojson");
    }
  });

  it("of nothing is not found", async () => {
    const answer = await service.request({ url: "/api/datasets/none/export/losses?format=graphml" });
    expect(answer.json()).toMatchObject({ status: 404, code: "DATASET_NOT_FOUND" });
  });
});
