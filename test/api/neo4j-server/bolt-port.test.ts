import { createServer, type Server } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { boltAnswers, freePort } from "../../../api/neo4j-server/bolt-port.ts";

describe("boltAnswers", () => {
  let server: Server | undefined;
  afterEach(() => {
    server?.close();
  });
  const listen = async (answer: Buffer | null): Promise<number> => {
    const port = await freePort();
    server = createServer((socket) => {
      socket.on("error", () => socket.destroy());
      socket.once("data", () => (answer === null ? socket.end() : socket.write(answer)));
    });
    await new Promise<void>((resolve) => {
      server?.listen(port, "127.0.0.1", resolve);
    });
    return port;
  };

  it("is true once a version is picked", async () => {
    expect(await boltAnswers(await listen(Buffer.from([0, 0, 8, 5])))).toBe(true);
  });

  it("is false where none of the versions suits", async () => {
    expect(await boltAnswers(await listen(Buffer.from([0, 0, 0, 0])))).toBe(false);
  });

  it("is false where nobody listens, or who listens says nothing", async () => {
    expect(await boltAnswers(await freePort())).toBe(false);
    expect(await boltAnswers(await listen(null))).toBe(false);
  }, 10_000);
});
