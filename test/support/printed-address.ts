import type { ChildProcess } from "node:child_process";

const startMs = 120_000;

/** The address that a service prints when it is open. Throws with what it said instead where it ends, or takes too long. */
export function printedAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    const timer = setTimeout(() => reject(new Error(`The service did not start: ${said}`)), startMs);
    const read = (data: Buffer) => {
      said += data.toString();
      const address = /http:\/\/[\w.:[\]]+/.exec(said)?.[0];
      if (address === undefined) return;
      clearTimeout(timer);
      resolve(address);
    };
    child.stdout?.on("data", read);
    child.stderr?.on("data", read);
    child.on("exit", (code) => reject(new Error(`The service ended with ${code}: ${said}`)));
  });
}
