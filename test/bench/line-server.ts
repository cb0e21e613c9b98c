import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { createInterface } from "node:readline";

/** A program that answers each line on its standard input by one line of JSON. */
export class LineServer {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #lines: AsyncIterator<string>;
  #told = "";

  constructor(command: string, words: readonly string[], environment: NodeJS.ProcessEnv = process.env) {
    this.#child = spawn(command, words, { stdio: "pipe", env: environment });
    this.#child.stderr.on("data", (text: Buffer) => {
      this.#told = (this.#told + text.toString()).slice(-2000);
    });
    // A program that is gone is noticed by its silence.
    this.#child.stdin.on("error", () => undefined);
    this.#lines = createInterface(this.#child.stdout)[Symbol.asyncIterator]();
  }

  /** Throws, with what the program said last, where it ends without an answer. */
  async ask(line: string): Promise<unknown> {
    this.#child.stdin.write(`${line}\n`);
    const { value, done } = await this.#lines.next();
    if (done === true) throw new Error(`${this.#child.spawnfile} ended: ${this.#told.trim()}`);
    return JSON.parse(value);
  }

  /** Ends it: there is nothing more to read. */
  close(): void {
    this.#child.stdin.end();
  }
}
