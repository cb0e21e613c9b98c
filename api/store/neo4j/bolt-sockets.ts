import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { isIP, type Socket } from "node:net";

const madeSockets = "net.client.socket";
const defaultPort = 7687;

/**
 * The open sockets of this process to one server. The driver keeps a socket whose other end went away without a word
 * for good, and with it the process; it cannot be told to let go of one.
 */
export class BoltSockets {
  readonly #open = new Set<Socket>();
  readonly #made: (message: unknown) => void;

  /** @param server `neo4j://HOST:PORT` or `bolt://HOST:PORT` */
  constructor(server: string) {
    const { hostname, port } = new URL(server);
    const host = hostname.replace(/^\[|\]$/g, "");
    this.#made = (message) => {
      const { socket } = message as { readonly socket: Socket };
      let isNamed = isIP(host) !== 0;
      socket.once("lookup", (_error, _address, _family, name) => {
        isNamed = name === host;
      });
      socket.once("connect", () => {
        if (socket.remotePort !== Number(port || defaultPort) || !isNamed) return;
        if (isIP(host) !== 0 && socket.remoteAddress !== host) return;
        this.#open.add(socket);
        socket.once("close", () => this.#open.delete(socket));
      });
    };
    subscribe(madeSockets, this.#made);
  }

  /** How much each socket has received by now. */
  received(): ReadonlyMap<Socket, number> {
    return new Map([...this.#open].map((socket) => [socket, socket.bytesRead]));
  }

  /** Ends the sockets that have received nothing since then. */
  endSilent(received: ReadonlyMap<Socket, number>): void {
    for (const socket of this.#open)
      if (socket.bytesRead === (received.get(socket) ?? 0)) socket.destroy(new Error("the server says nothing"));
  }

  /** Sockets made from now on are not looked at any more. */
  close(): void {
    unsubscribe(madeSockets, this.#made);
  }
}
