import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { StoreSecrets } from "../../api/store/open-store.ts";
import type { Store } from "../../api/store/store.ts";
import { buildProgram } from "../support/build-program.ts";
import { type Done, doStep, type Step } from "./do-step.ts";

/** Clients of one store that work at the same time. */
export interface RaceClients {
  /** [client] the steps it does one after the other; all clients begin together. Gives what came, in any order. */
  race(steps: readonly (readonly Step[])[]): Promise<Done[]>;
  close(): Promise<void>;
}

/** Clients that take turns at one store within this process. */
export function clientsOf(store: Store): RaceClients {
  const follow = async (client: number, steps: readonly Step[]): Promise<Done[]> => {
    const done: Done[] = [];
    for (const step of steps) done.push(await doStep(store, client, step));
    return done;
  };
  return {
    race: async (steps) => (await Promise.all(steps.map((own, client) => follow(client, own)))).flat(),
    close: async () => undefined,
  };
}

/** Clients that are processes of their own, each with its own store on the same address. */
export async function startClients(count: number, url: string, secrets: StoreSecrets): Promise<RaceClients> {
  const program = await buildProgram(fileURLToPath(new URL("client.ts", import.meta.url)));
  const start = (client: number) => fork(program, [url, JSON.stringify(secrets), String(client)], { execArgv: [] });
  const children = Array.from({ length: count }, (_, client) => start(client));
  await Promise.all(children.map((child) => answerOf(child)));
  return {
    race: async (steps) => {
      const answers = steps.map((own, client) => ask(children[client], own));
      return (await Promise.all(answers)).flat();
    },
    close: async () => {
      await Promise.all(
        children.map(async (child) => {
          const gone = once(child, "exit");
          child.disconnect();
          await gone;
        }),
      );
    },
  };
}

async function ask(child: ChildProcess | undefined, steps: readonly Step[]): Promise<Done[]> {
  if (child === undefined) throw new Error("there is no such client");
  const answer = answerOf(child);
  child.send(steps);
  const done = await answer;
  if (!Array.isArray(done)) throw new Error(String(done));
  return done;
}

async function answerOf(child: ChildProcess): Promise<unknown> {
  const gone = new AbortController();
  const ended = once(child, "exit", { signal: gone.signal }).then(
    ([code]) => `the client ended with ${String(code)}`,
    () => "",
  );
  try {
    return await Promise.race([once(child, "message").then(([message]): unknown => message), ended]);
  } finally {
    gone.abort();
  }
}
