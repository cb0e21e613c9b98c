import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { startService } from "../../../api/server.ts";
import { readSettings } from "../../../api/settings.ts";
import { call, library, scratchFolder, writeFiles } from "./call.ts";

const canary = "s3cret-canary";
const scratch = scratchFolder();

/** With `@` as it should have been written, and in every place where one might think that a password belongs. */
const urls = [
  `neo4j://neo4j:${canary}@127.0.0.1:1/neo4j`,
  `bolt+s://${canary}@127.0.0.1:1/neo4j`,
  `neo4j://neo4j:${canary}%40127.0.0.1:1/neo4j`,
  `neo4j://neo4j:${canary}/neo4j`,
  `neo4j://127.0.0.1:1/neo4j?password=${canary}`,
  `neo4j://127.0.0.1:1/neo4j#${canary}`,
  `neo4j://127.0.0.1:1/${canary}/neo4j`,
  `NEO4J://neo4j:${canary}@127.0.0.1:1/neo4j`,
  `http://neo4j:${canary}@127.0.0.1:1/neo4j`,
  `postgres://neo4j:${canary}@127.0.0.1:1/neo4j`,
];

/** Every command that opens a store. */
const commands: readonly (readonly string[])[] = [
  ["datasets", "--json"],
  ["import", library("golden")],
  ["import", library("golden"), "--dry-run"],
  ["show", "nowhere"],
  ["export", "nowhere", "--format", "bundle", "--out", scratch("out.json")],
  ["remove", "nowhere"],
  ["run", "nowhere", "--lose", "P1"],
  ["rank", "nowhere"],
  ["history", "nowhere"],
  ["changes", "nowhere", "1"],
  ["undo", "nowhere"],
  ["redo", "nowhere"],
  ["runs", "--json"],
  ["backup", scratch("backup")],
];

describe("a password in the URL of a store", () => {
  it.each(commands)("is refused by %s and is nowhere to be found", async (...words) => {
    await writeFiles(scratch("files"), { "kept.txt": "kept" });
    for (const url of urls) {
      for (const answer of [
        await call([...words, "--store", url]),
        await call(words, { environment: { KNOCKON_STORE: url } }),
      ]) {
        expect(answer.code, answer.stdout + answer.stderr).toBe(2);
        expect(answer.stderr).toContain("STORE_BAD_ADDRESS");
        expect(answer.stdout + answer.stderr).not.toContain(canary);
      }
    }
    for (const file of await readdir(scratch("."), { recursive: true, withFileTypes: true }))
      if (file.isFile()) expect(await readFile(join(file.parentPath, file.name), "utf8")).not.toContain(canary);
  });

  it("is refused by serve, from the option and the environment", async () => {
    for (const url of urls) {
      const say = (): void => undefined;
      for (const settings of [readSettings({ store: url }, {}), readSettings({}, { KNOCKON_STORE: url })])
        await expect(startService(settings, say)).rejects.toMatchObject({
          code: "STORE_BAD_ADDRESS",
          message: expect.not.stringContaining(canary),
        });
    }
  });

  it("is told where it belongs", async () => {
    for (const url of urls.slice(0, 2)) {
      const { stderr } = await call(["datasets", "--store", url]);
      expect(stderr).toContain("KNOCKON_NEO4J_USER and KNOCKON_NEO4J_PASSWORD or a password file");
    }
  });
});
