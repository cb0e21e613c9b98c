import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fileChunks } from "../../datasets/file-chunks.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "knockon-chunks-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function written(length: number): Promise<{ path: string; bytes: Buffer }> {
  const path = join(folder, `${length}.bin`);
  const bytes = Buffer.from(Uint8Array.from({ length }, (_, at) => (at * 2_654_435_761) >>> 13));
  await writeFile(path, bytes);
  return { path, bytes };
}

describe("fileChunks", () => {
  it.each([0, 1, (1 << 18) - 1, 1 << 18, (1 << 18) + 1, 3_000_017])("gives a file of %i bytes", async (length) => {
    const { path, bytes } = await written(length);
    const parts: Buffer[] = [];
    // Each is copied before the next one is asked for.
    for await (const chunk of fileChunks(path)) parts.push(Buffer.from(chunk));
    expect(Buffer.concat(parts).equals(bytes)).toBe(true);
  });

  it("can be left early", async () => {
    const { path } = await written(2_000_000);
    for await (const chunk of fileChunks(path)) {
      expect(chunk.length).toBeGreaterThan(0);
      break;
    }
  });

  it("rejects where there is no file, or a folder", async () => {
    await expect(fileChunks(join(folder, "none")).next()).rejects.toThrow("ENOENT");
    await expect(fileChunks(folder).next()).rejects.toThrow("EISDIR");
  });
});
