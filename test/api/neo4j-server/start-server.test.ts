import { spawnSync } from "node:child_process";
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { freePort } from "../../../api/neo4j-server/bolt-port.ts";
import { Neo4jClient } from "../../../api/store/neo4j/neo4j-client.ts";
import { neo4jSkipReason, withOwnNeo4jServer } from "../../support/neo4j.ts";

describe.skipIf((await neo4jSkipReason()) !== null)("startServer", () => {
  it("starts one server, finds it again, keeps its password to itself and fetches nothing", async () => {
    await withOwnNeo4jServer(async (start) => {
      const server = await start();
      expect(await start()).toEqual(server);
      expect(server.url).toMatch(/^neo4j:\/\/127\.0\.0\.1:\d+\/neo4j$/);

      const { mode } = await stat(server.passwordFile);
      expect(mode & 0o077).toBe(0);
      expect(await readFile(join(server.home, "conf", "neo4j.conf"), "utf8")).not.toContain(server.password);
      const { stdout } = spawnSync("ps", ["-ww", "-eo", "args="], { encoding: "utf8" });
      expect(stdout).toContain(server.home);
      expect(stdout).not.toContain(server.password);

      let fetched = 0;
      const port = await freePort();
      const outside = createServer((_, response) => {
        fetched += 1;
        response.end("a,b\n");
      });
      outside.listen(port, "127.0.0.1");
      const client = new Neo4jClient(server.url.replace(/\/neo4j$/, ""), "neo4j", server.user, server.password);
      for (const address of [`http://127.0.0.1:${port}/a.csv`, "file:///etc/passwd"])
        await expect(client.once("LOAD CSV FROM $address AS row RETURN row", { address })).rejects.toMatchObject({
          code: "STORE_FAILED",
        });
      await client.close();
      outside.close();
      expect(fetched).toBe(0);
    });
  }, 180_000);
});
