import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MemoryStore } from "../../../api/store/memory.ts";
import { foreignFormats, zipFiles } from "../../../datasets/formats/foreign/index.ts";
import { damagedFiles } from "../../support/foreign-formats.ts";
import { libraryDataset, type TestService, testService } from "./test-service.ts";

const times = 80;
const mostMebibytes = 256;
const mebibyte = 1024 * 1024;
const written = foreignFormats.filter(({ read, write }) => read !== null && write !== null);

let store: MemoryStore;
let service: TestService;
beforeAll(async () => {
  store = new MemoryStore();
  service = await testService({ store });
});
afterAll(() => service.app.close());

describe.each(written)("damaged files of $title over HTTP", (format) => {
  it(`are refused with a place or read whole, ${times} times: nothing is written else, and memory stays`, async () => {
    const { files } = (await format.write?.(await libraryDataset("golden-network"))) ?? { files: new Map() };
    const before = process.memoryUsage().rss;
    let refused = 0;
    for (const broken of damagedFiles(files, times)) {
      const [[name = "", content = ""] = []] = broken;
      const isOne = broken.size === 1;
      const body = isOne ? Buffer.from(content) : Buffer.from(await zipFiles(broken));
      const kept = await held();
      const answer = await service.request({
        method: "POST",
        url: `/api/datasets?format=${format.id}&name=${isOne ? name : "upload.zip"}`,
        headers: { "content-type": "application/octet-stream" },
        payload: body.length === 0 ? Buffer.from(" ") : body,
      });
      expect([200, 201, 422]).toContain(answer.statusCode);
      if (answer.statusCode !== 422) {
        for (const { id } of await store.datasets()) await store.removeDataset(id);
        continue;
      }
      refused += 1;
      expect(await held()).toEqual(kept);
      const { issues = [] } = answer.json<{ issues?: { severity: string; file: string | null }[] }>();
      expect(issues.some(({ severity, file }) => severity === "error" && file !== null)).toBe(true);
    }
    expect(refused).toBeGreaterThan(0);
    expect((process.memoryUsage().rss - before) / mebibyte).toBeLessThan(mostMebibytes);
  }, 120_000);
});

async function held(): Promise<readonly string[]> {
  return (await store.datasets()).map(({ id, revision }) => `${id} ${revision}`);
}
