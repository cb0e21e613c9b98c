import type { MessagePort } from "node:worker_threads";

/** The messages of a port one by one, in the order they came. */
export class Inbox<Message> {
  readonly #unread: Message[] = [];
  #isClosed = false;
  #wake: () => void = () => {};

  constructor(port: MessagePort) {
    port.on("message", (message: Message) => {
      this.#unread.push(message);
      this.#wake();
    });
    port.on("close", () => {
      this.#isClosed = true;
      this.#wake();
    });
  }

  /** The next message, as soon as it is there; null once the other side has closed. */
  async next(): Promise<Message | null> {
    while (this.#unread.length === 0 && !this.#isClosed) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    return this.#unread.shift() ?? null;
  }
}
