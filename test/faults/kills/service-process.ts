import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { projectFolder } from "../../../api/project-folder.ts";
import { printedAddress } from "../../support/printed-address.ts";
import type { KillBed } from "./kill-bed.ts";

const answerMs = 200;

/** `knockon serve` on a store, as a process of its own, which can be killed. */
export class ServiceProcess {
  readonly #child: ChildProcess;
  /** Where it listens. */
  readonly address: Promise<string>;

  constructor(bed: KillBed) {
    const { url, secrets } = bed.target();
    const environment = { KNOCKON_NEO4J_USER: secrets.user, KNOCKON_NEO4J_PASSWORD: secrets.password };
    const words = ["--import", "tsx", "api/cli/main.ts", "serve", "--port", "0", "--store", url];
    this.#child = spawn(process.execPath, words, { cwd: projectFolder(), env: { ...process.env, ...environment } });
    this.address = printedAddress(this.#child);
    this.address.catch(() => undefined);
  }

  /** Settles once it answers what only the store knows. */
  async ready(): Promise<string> {
    const address = await this.address;
    for (;;) {
      const answer = await fetch(`${address}/api/datasets`).catch(() => null);
      await answer?.arrayBuffer();
      if (answer?.ok === true) return address;
      await new Promise((resolve) => setTimeout(resolve, answerMs));
    }
  }

  /** Takes the process away without warning; settles when it is gone. */
  async kill(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const closed = once(this.#child, "close");
    this.#child.kill("SIGKILL");
    await closed;
  }
}
