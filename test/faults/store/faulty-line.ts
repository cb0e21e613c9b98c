import { connect, createServer, type Server, type Socket } from "node:net";

/**
 * How the line behaves. `gone`: nobody listens. `slow`: answers come a byte at a time. `resetting`: connections are
 * reset as soon as something is asked. `silent`: connections are taken and nothing ever comes back. `stalled`: the same,
 * but that what is connected already goes on for a while: nothing more comes in the middle of an answer.
 */
export type LineMode = "open" | "gone" | "slow" | "resetting" | "silent" | "stalled";

const host = "127.0.0.1";
const byteEveryMs = 100;
/** A stalled line lets so many more bytes of answers through on each connection. */
const bytesUntilStall = 2_000;

/** A line to a server on this machine that can be made to fail in all the ways lines fail. */
export class FaultyLine {
  readonly #server: Server;
  readonly #target: number;
  readonly #clients = new Set<Socket>();
  #mode: LineMode = "open";
  port = 0;

  private constructor(target: number) {
    this.#target = target;
    this.#server = createServer((client) => this.#carry(client));
  }

  static async to(port: number): Promise<FaultyLine> {
    const line = new FaultyLine(port);
    await line.#listen();
    return line;
  }

  get mode(): LineMode {
    return this.#mode;
  }

  /** What is connected stays so and meets the fault, except where the server is gone and where it comes back. */
  async turn(mode: LineMode): Promise<void> {
    const wasGone = this.#mode === "gone";
    this.#mode = mode;
    if (mode === "gone" || mode === "open") for (const client of this.#clients) client.resetAndDestroy();
    if (mode === "gone" && !wasGone) await this.#stopListening();
    if (mode !== "gone" && wasGone) await this.#listen();
  }

  async close(): Promise<void> {
    await this.turn("gone");
  }

  #listen(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#server.once("error", reject);
      this.#server.listen(this.port, host, () => {
        const address = this.#server.address();
        if (address !== null && typeof address === "object") this.port = address.port;
        resolve();
      });
    });
  }

  #stopListening(): Promise<void> {
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  #carry(client: Socket): void {
    const server = connect(this.#target, host);
    let passed = this.#mode === "stalled" ? bytesUntilStall : 0;
    this.#clients.add(client);
    client.on("data", (bytes) => {
      if (this.#mode === "resetting") client.resetAndDestroy();
      else if (this.#mode !== "silent") server.write(bytes);
    });
    server.on("data", (bytes) => {
      if (this.#mode === "silent" || (this.#mode === "stalled" && passed >= bytesUntilStall)) return;
      passed += this.#mode === "stalled" ? bytes.length : 0;
      if (this.#mode === "slow") void dribble(server, client, bytes);
      else client.write(bytes);
    });
    client.on("error", () => undefined);
    server.on("error", () => undefined);
    client.on("close", () => {
      this.#clients.delete(client);
      server.destroy();
    });
    server.on("close", () => client.destroy());
  }
}

async function dribble(from: Socket, to: Socket, bytes: Buffer): Promise<void> {
  from.pause();
  for (const byte of bytes) {
    if (to.destroyed) return;
    to.write(Buffer.of(byte));
    await new Promise((resolve) => setTimeout(resolve, byteEveryMs));
  }
  from.resume();
}
