import { describe, expect, it } from "vitest";
import { replacePassword } from "../../../api/neo4j-server/replace-password.ts";
import { openStore } from "../../../api/store/open-store.ts";
import { neo4jSkipReason, withOwnNeo4jServer } from "../../support/neo4j.ts";

describe.skipIf((await neo4jSkipReason()) !== null)("replacePassword", () => {
  it("gives a server its lasting password, once, and refuses where neither is right", async () => {
    await withOwnNeo4jServer(async (start) => {
      const { url, password: first } = await start();
      const port = Number(new URL(url.replace("neo4j:", "http:")).port);
      const lasting = "0123456789abcdef";
      await replacePassword(port, first, lasting);
      await (await openStore(url, { password: lasting })).close();
      await expect(openStore(url, { password: first })).rejects.toMatchObject({ code: "STORE_UNAUTHORIZED" });
      await replacePassword(port, first, lasting);
      await expect(replacePassword(port, first, "canary-canary")).rejects.toMatchObject({
        code: "STORE_UNAUTHORIZED",
        message: expect.not.stringContaining("canary"),
      });
    });
  }, 600_000);
});
