import { createServer, type Server } from "node:http";
import type { NetworkInterfaceInfo } from "node:os";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ownAddress, relayPort } from "../../../api/container/relay-port.ts";
import { freePort } from "../../../api/neo4j-server/bolt-port.ts";

const address = (text: string, internal = false): NetworkInterfaceInfo => ({
  address: text,
  internal,
  family: "IPv4",
  netmask: "255.255.0.0",
  mac: "00:00:00:00:00:00",
  cidr: null,
});

describe("the address of a container", () => {
  it("is the only one it has beside its loopback", () => {
    expect(ownAddress({ lo: [address("127.0.0.1", true)], eth0: [address("172.18.0.3")] })).toBe("172.18.0.3");
  });

  it("is refused where there are more, as on a machine, or none", () => {
    expect(() => ownAddress({ eth0: [address("10.0.0.2")], docker0: [address("172.17.0.1")] })).toThrow(/2 are there/u);
    expect(() => ownAddress({ lo: [address("127.0.0.1", true)] })).toThrow(/0 are there/u);
  });
});

describe("a relayed port", () => {
  let inside: Server;
  let port: number;
  beforeEach(async () => {
    port = await freePort();
    inside = createServer((request, response) => response.end(`${request.headers.host} ${request.socket.localPort}`));
    await new Promise<void>((resolve) => {
      inside.listen(port, "127.0.0.1", resolve);
    });
  });
  afterEach(() => {
    inside.closeAllConnections();
    inside.close();
  });

  // 127.0.0.2 stands for the container's own address: another one of the same machine, as there.
  it.skipIf(process.platform !== "linux")(
    "carries requests as they are, to the same port, until it is closed",
    async () => {
      const relay = await relayPort("127.0.0.2", port);
      const reply = await fetch(`http://127.0.0.2:${port}/`);
      expect(await reply.text()).toBe(`127.0.0.2:${port} ${port}`);
      relay.close();
      await expect(fetch(`http://127.0.0.2:${port}/`)).rejects.toThrow(/fetch failed/u);
    },
  );
});
