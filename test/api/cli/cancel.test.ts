import { beforeAll, describe, expect, it } from "vitest";
import { type Answer, call, scratchFolder } from "./call.ts";
import { writeChain } from "./chain-bundle.ts";

const scratch = scratchFolder();
let chain: string;
beforeAll(async () => {
  chain = await writeChain(scratch("chain.json"), 1500);
});

/** Runs a command and cancels it as soon as stderr says this. */
function cancelAt(said: string, words: readonly string[]): Promise<Answer> {
  const cancel = new AbortController();
  return call(words, {
    signal: cancel.signal,
    isTerminal: true,
    onStderr: (text) => {
      if (text.includes(said)) cancel.abort(new Error("cancelled"));
    },
  });
}

describe("a long command", () => {
  it("shows on a terminal, twice a second at least, how far it is, and takes the line away", async () => {
    const times: number[] = [];
    const { code, stderr } = await call(["rank", chain, "--json"], {
      isTerminal: true,
      onStderr: () => void times.push(performance.now()),
    });
    expect(code).toBe(0);
    const [first = 0, last = 0] = [times.at(0), times.at(-1)];
    expect((times.length - 1) / ((last - first) / 1000)).toBeGreaterThan(2);
    expect(stderr.split("\u001B[K")[0]).toMatch(/^\rassets lost: [\d,]+ of 1,500 \(\d+ %\)$/);
    expect(stderr.endsWith("\r\u001B[K")).toBe(true);
  }, 60_000);

  it("is quiet where nobody looks and it does not take long", async () => {
    const { stderr } = await call(["check", chain]);
    expect(stderr).toBe("");
  });

  it("is cancelled cleanly: 130, and nothing on stdout", async () => {
    const { code, stdout, stderr } = await cancelAt("assets lost", ["rank", chain, "--json"]);
    expect({ code, stdout }).toEqual({ code: 130, stdout: "" });
    expect(stderr.endsWith("cancelled\n")).toBe(true);
  }, 60_000);

  it("is cancelled in an import, which then has left nothing", async () => {
    const environment = { KNOCKON_STORE: `sqlite:${scratch("cancelled.db")}` };
    const cancel = new AbortController();
    const answer = await call(["import", chain], {
      environment,
      signal: cancel.signal,
      isTerminal: true,
      onStderr: (text) => {
        if (text.includes("rows written")) cancel.abort(new Error("cancelled"));
      },
    });
    expect(answer).toMatchObject({ code: 130, stdout: "" });
    expect((await call(["datasets", "--json"], { environment })).stdout).toContain('"datasets":[]');
  });

  it("does not begin where it is cancelled before", async () => {
    const signal = AbortSignal.abort(new Error("cancelled"));
    expect(await call(["run", chain, "--lose", "A000000"], { signal })).toMatchObject({ code: 130, stdout: "" });
  });
});
