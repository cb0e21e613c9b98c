import { describe, expect, it } from "vitest";
import { openStore } from "../../../api/store/open-store.ts";

const secret = "s3cret-canary";

describe("openStore", () => {
  it.each([
    "",
    "store.db",
    "postgres://host/db",
    "sqlite:",
    "sqlite:a\0b",
    "neo4j:",
    "neo4j://",
    "neo4j://host:port/db",
    "neo4j://host/a/b",
    "neo4j://host/neo4j?policy=x",
    "neo4j://host/neo4j#x",
    "bolt://host/%E0%A4%A",
    "http://host/neo4j",
  ])("refuses the URL %j", async (url) => {
    await expect(openStore(url, { password: secret })).rejects.toMatchObject({ code: "STORE_BAD_ADDRESS" });
  });

  it.each([
    `neo4j://neo4j:${secret}@127.0.0.1:7687/neo4j`,
    `bolt://${secret}@127.0.0.1/neo4j`,
    `neo4j+s://a:${secret}/x@host`,
  ])("refuses a password in the URL, says where it belongs and does not repeat it", async (url) => {
    const refused = expect(openStore(url, {})).rejects;
    await refused.toMatchObject({
      code: "STORE_BAD_ADDRESS",
      message: expect.stringMatching(/KNOCKON_NEO4J_USER and KNOCKON_NEO4J_PASSWORD/),
    });
    await expect(openStore(url, {})).rejects.not.toMatchObject({ message: expect.stringContaining(secret) });
  });

  it("asks for a password before it goes anywhere", async () => {
    await expect(openStore("neo4j://127.0.0.1:1/neo4j", {})).rejects.toMatchObject({
      code: "STORE_UNAUTHORIZED",
      message: expect.stringContaining("KNOCKON_NEO4J_PASSWORD"),
    });
  });

  it.each(["neo4j://127.0.0.1:1/neo4j", "bolt://127.0.0.1:1"])(
    "says soon that %s does not answer",
    async (url) => {
      const start = performance.now();
      const opening = openStore(url, { password: secret });
      await expect(opening).rejects.toMatchObject({
        code: "STORE_UNREACHABLE",
        message: expect.stringContaining("127.0.0.1:1"),
      });
      await expect(opening).rejects.not.toMatchObject({ message: expect.stringContaining(secret) });
      expect(performance.now() - start).toBeLessThan(10_000);
    },
    15_000,
  );

  it("opens the null store", async () => {
    const store = await openStore("memory:", {});
    expect(store).toMatchObject({ kind: "memory", address: "memory:" });
  });
});
