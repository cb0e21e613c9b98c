import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { networkInterfaces } from "node:os";

/** A door from one address of a container to the loopback inside it. */
export interface Relay {
  close(): void;
}

/**
 * The one address that a container on a network of its own has beside its loopback. Throws where there are more or
 * none: a machine, or a container on its host's network, whose addresses others reach.
 */
export function ownAddress(interfaces = networkInterfaces()): string {
  const outside = Object.values(interfaces)
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === "IPv4" && !internal);
  const [only] = outside;
  if (only === undefined || outside.length > 1)
    throw new Error(
      `one address was expected and ${outside.length} are there: this is for a container on its own network`,
    );
  return only.address;
}

/** Passes bytes on, both ways, between who connects to `address` and the same port of the loopback. */
export async function relayPort(address: string, port: number): Promise<Relay> {
  const open = new Set<Socket>();
  const server = createServer((outer) => {
    const inner = connect(port, "127.0.0.1");
    for (const [socket, other] of [
      [outer, inner],
      [inner, outer],
    ] as const) {
      open.add(socket);
      socket.on("error", () => other.destroy());
      socket.on("close", () => {
        open.delete(socket);
        other.destroy();
      });
      socket.pipe(other);
    }
  });
  server.listen(port, address);
  await once(server, "listening");
  return {
    close: () => {
      server.close();
      for (const socket of open) socket.destroy();
    },
  };
}
