import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import type { StoreSecrets } from "../../../api/store/open-store.ts";
import type { LaneStart, WriteEvent } from "./run-lane.ts";

/** The program of writer.ts, compiled, as a process of its own, which can be killed. */
export class WriterProcess {
  readonly #child: ChildProcess;
  readonly #ready = newGate();
  readonly #back = newGate();
  #words = "";
  hear: (event: WriteEvent) => void = () => undefined;

  constructor(program: string, url: string, secrets: StoreSecrets) {
    const stdio = ["pipe", "pipe", "pipe"] as const;
    const child = spawn(process.execPath, [program], { stdio: [...stdio] });
    this.#child = child;
    child.stderr.on("data", (words: Buffer) => {
      this.#words += words.toString();
    });
    createInterface({ input: child.stdout }).on("line", (line) => this.#read(line));
    child.once("exit", () => {
      const error = new Error(`the writer ended: ${this.#words.trim()}`);
      this.#ready.reject(error);
      this.#back.reject(error);
    });
    for (const each of [this.#ready, this.#back]) each.promise.catch(() => undefined);
    // A writer that is killed takes its end of the pipe with it.
    child.stdin.on("error", () => undefined);
    this.#say({ url, secrets });
  }

  /** Settles once the store is open and has answered. */
  ready(): Promise<void> {
    return this.#ready.promise;
  }

  /** Settles once the store that was opened at first answers. */
  back(): Promise<void> {
    this.#say("are you back?");
    return this.#back.promise;
  }

  begin(starts: readonly LaneStart[]): void {
    this.#say(starts);
  }

  /** Takes the process away without warning; settles when it is gone and all it said was heard. */
  async kill(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const closed = once(this.#child, "close");
    this.#child.kill("SIGKILL");
    await closed;
  }

  #say(value: unknown): void {
    this.#child.stdin?.write(`${JSON.stringify(value)}\n`);
  }

  #read(line: string): void {
    const event: readonly ["ready"] | readonly ["back"] | WriteEvent = JSON.parse(line);
    if (event[0] === "ready") this.#ready.resolve();
    else if (event[0] === "back") this.#back.resolve();
    else this.hear(event);
  }
}

interface Gate {
  readonly promise: Promise<void>;
  resolve(): void;
  reject(error: Error): void;
}

function newGate(): Gate {
  let settle: Omit<Gate, "promise"> = { resolve: () => undefined, reject: () => undefined };
  const promise = new Promise<void>((resolve, reject) => {
    settle = { resolve, reject };
  });
  return { promise, ...settle };
}
