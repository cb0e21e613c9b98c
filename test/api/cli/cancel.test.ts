import { writeFile } from "node:fs/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { type Answer, call, scratchFolder } from "./call.ts";
import { writeChain } from "./chain-bundle.ts";
import { longCommand } from "./long-command.ts";

const scratch = scratchFolder();
let chain: string;
let long: readonly string[];
beforeAll(async () => {
  chain = await writeChain(scratch("chain.json"), 1500);
  long = await longCommand(scratch, 1500);
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
  it("says what it will take, shows on a terminal twice a second at least how far it is, and takes the line away", async () => {
    const cancel = new AbortController();
    const times: number[] = [];
    const { code, stderr } = await call(long, {
      isTerminal: true,
      signal: cancel.signal,
      onStderr: (text) => {
        if (!text.includes("%")) return;
        if (times.length === 0) setTimeout(() => cancel.abort(new Error("cancelled")), 2000);
        times.push(performance.now());
      },
    });
    expect(code).toBe(130);
    const seconds = ((times.at(-1) ?? 0) - (times.at(0) ?? 0)) / 1000;
    expect((times.length - 1) / seconds).toBeGreaterThan(2);
    const [note = "", line = ""] = stderr.split("\n");
    expect(note).toMatch(/^note: takes about \d+ (s|min|h) on one core/);
    expect(line.split("\u001B[K")[0]).toMatch(/^\rcascade under chance: \d+ %$/);
    expect(stderr.endsWith("\r\u001B[Kcancelled\n")).toBe(true);
  }, 60_000);

  it("is quiet where nobody looks and it does not take long", async () => {
    const { stderr } = await call(["check", chain]);
    expect(stderr).toBe("");
  });

  it("is cancelled cleanly: 130, and nothing on stdout", async () => {
    const { code, stdout, stderr } = await cancelAt("cascade under chance", long);
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

  it("is cancelled while it reads files of others, and leaves nothing", async () => {
    const rows = Array.from({ length: 40_000 }, (_, at) => `p${at},power plant,DE,energy`);
    const path = scratch("plants.csv");
    await writeFile(path, ["id,kind,states,sector", ...rows].join("\n"));
    const environment = { KNOCKON_STORE: `sqlite:${scratch("cancelled-reading.db")}` };
    const cancel = new AbortController();
    const said: string[] = [];
    const answer = await call(["import", path, "--format", "csv"], {
      environment,
      signal: cancel.signal,
      isTerminal: true,
      onStderr: (text) => {
        said.push(text);
        if (/rows read: [\d,]+/u.test(text)) cancel.abort(new Error("cancelled"));
      },
    });
    expect(answer).toMatchObject({ code: 130, stdout: "" });
    expect(said.some((text) => /^\rrows read: [1-3]?\d,000/u.test(text))).toBe(true);
    expect(said.join("")).not.toContain("rows written");
    expect((await call(["datasets", "--json"], { environment })).stdout).toContain('"datasets":[]');
  });

  it("does not begin where it is cancelled before", async () => {
    const signal = AbortSignal.abort(new Error("cancelled"));
    expect(await call(["run", chain, "--lose", "A000000"], { signal })).toMatchObject({ code: 130, stdout: "" });
  });
});
