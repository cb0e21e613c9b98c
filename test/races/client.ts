import { openStore } from "../../api/store/open-store.ts";
import { doStep, type Step } from "./do-step.ts";

/** A client in a process of its own: told of a store first, then of steps, it answers each list of steps with what came. */
const [url = "", secrets = "{}", client = "0"] = process.argv.slice(2);
const store = await openStore(url, JSON.parse(secrets));

process.on("message", (steps: readonly Step[]) => {
  void doAll(steps);
});
process.once("disconnect", () => void store.close());
process.send?.("ready");

async function doAll(steps: readonly Step[]): Promise<void> {
  try {
    const done = [];
    for (const step of steps) done.push(await doStep(store, Number(client), step));
    process.send?.(done);
  } catch (error) {
    process.send?.(String(error));
  }
}
