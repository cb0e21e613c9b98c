import { type AuthToken, driver } from "neo4j-driver";
import { BoltSockets } from "./bolt-sockets.ts";
import { isAnswer } from "./neo4j-errors.ts";

/** How long a server may take to say that it is there. */
export const answerMs = 3_000;

/**
 * Whether a server is there. It is asked over a connection of its own, so that neither a full pool nor a connection
 * that died stands in the way; all who ask at the same time ask once.
 */
export class Presence {
  readonly address: string;
  readonly #server: string;
  readonly #token: AuthToken;
  readonly #sockets: BoltSockets;
  #asking: Promise<boolean> | undefined;
  #received: ReturnType<BoltSockets["received"]>;

  /** @param server `neo4j://HOST:PORT` or `bolt://HOST:PORT`, called `address` in messages */
  constructor(address: string, server: string, token: AuthToken) {
    this.address = address;
    // Straight to the server: that a cluster has to be asked for its routes first says nothing about it.
    this.#server = server.replace(/^neo4j/, "bolt");
    this.#token = token;
    this.#sockets = new BoltSockets(server);
    this.#received = this.#sockets.received();
  }

  /** Resolves with true once the server has answered; may never settle. */
  asks(): Promise<boolean> {
    return (this.#asking ??= this.#ask());
  }

  /** Lets go of the connections on which nothing came since the server was asked; the driver gives up on these. */
  isGone(): void {
    this.#asking = undefined;
    this.#sockets.endSilent(this.#received);
  }

  close(): void {
    this.#sockets.close();
  }

  async #ask(): Promise<boolean> {
    this.#received = this.#sockets.received();
    const own = driver(this.#server, this.#token, { connectionTimeout: answerMs, telemetryDisabled: true });
    const late = setTimeout(() => void own.close(), answerMs);
    try {
      await own.verifyConnectivity();
      return true;
    } catch (error) {
      return isAnswer(error);
    } finally {
      clearTimeout(late);
      this.#asking = undefined;
      await own.close();
    }
  }
}
