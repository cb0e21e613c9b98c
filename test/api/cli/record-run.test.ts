import { DatabaseSync } from "@photostructure/sqlite";
import { describe, expect, it } from "vitest";
import { openStore } from "../../../api/store/open-store.ts";
import type { RunRecord, RunSummary } from "../../../api/store/store.ts";
import { call, callJson, library, scratchFolder } from "./call.ts";

const scratch = scratchFolder();
const golden = library("golden");
const loss = ["--lose", "P1", "--hours", "96", "--horizon", "240"];

async function stored<T>(name: string, ask: (store: Awaited<ReturnType<typeof openStore>>) => Promise<T>): Promise<T> {
  const store = await openStore(`sqlite:${scratch(name)}`, {});
  try {
    return await ask(store);
  } finally {
    await store.close();
  }
}

const listed = (name: string): Promise<readonly RunSummary[]> =>
  stored(name, async (store) => (await store.runs(undefined, { offset: 0, limit: 100 })).runs);
const found = (name: string, id: string): Promise<RunRecord | null> => stored(name, (store) => store.run(id));

async function withGolden(name: string): Promise<{ readonly environment: Readonly<Record<string, string>> }> {
  const environment = { KNOCKON_STORE: `sqlite:${scratch(name)}` };
  await callJson(["import", golden], { environment });
  return { environment };
}

describe("a run on a dataset of the store", () => {
  it("is recorded with revision, parameters and the very text that was printed", async () => {
    const options = await withGolden("run.db");
    const { stdout, stderr } = await call(["run", "golden", ...loss, "--json"], options);
    const id = /^note: recorded as run ([\da-f-]{36})\n$/.exec(stderr)?.[1] ?? "";
    const run = await found("run.db", id);
    expect(`${run?.result}\n`).toBe(stdout);
    expect(run).toMatchObject({ analysis: "run", overlays: [], dataset: { id: "golden", revision: 1 } });
    expect(run?.parameters).toMatchObject({ scenario: { horizonHours: 240 } });
    const result = JSON.parse(stdout) as { readonly resultHash: string; readonly dataset: object; engine: string };
    expect(run?.resultHash).toBe(result.resultHash);
    expect(run?.dataset).toMatchObject(result.dataset);
    expect(run?.engine).toBe(result.engine);
    expect(Date.parse(run?.startedAt ?? "")).toBeLessThanOrEqual(Date.parse(run?.endedAt ?? ""));
    const fromFolder = await call(["run", golden, ...loss, "--json"]);
    expect(fromFolder).toMatchObject({ stdout, stderr: "" });
  });

  it.each([
    ["rank", ["rank", "golden", "--hours", "96", "--structure"], ["rank", "structure"]],
    ["compare", ["compare", "golden", ...loss, "--overlay", "second-exchange"], ["compare"]],
    ["compare --scan", ["compare", "golden", "--scan", "--overlay", "second-exchange"], ["compare"]],
    ["analyse", ["analyse", "trials", "golden", ...loss, "--trials", "20", "--seed", "3"], ["trials"]],
  ] as const)("%s is recorded too", async (name, words, analyses) => {
    const options = await withGolden(`${name}.db`);
    expect(await call(words, options)).toMatchObject({ code: 0 });
    const runs = await listed(`${name}.db`);
    expect(runs.map(({ analysis }) => analysis).sort()).toEqual(analyses);
    for (const { id, overlays } of runs) {
      const run = await found(`${name}.db`, id);
      expect(run?.overlayBodies.map((body) => (body as { id: string }).id)).toEqual(overlays);
      expect(run?.dataset.revision).toBe(1);
    }
  });

  it("is left out with --no-record, and for a dataset from elsewhere", async () => {
    const options = await withGolden("none.db");
    expect(await call(["run", "golden", ...loss, "--no-record"], options)).toMatchObject({ code: 0, stderr: "" });
    expect(await call(["run", golden, ...loss], options)).toMatchObject({ code: 0, stderr: "" });
    expect(await call(["run", "golden-network", "--scenario", "gc-4a"], options)).toMatchObject({
      code: 0,
      stderr: "",
    });
    expect(await listed("none.db")).toEqual([]);
  });

  it("does not fail where the store cannot be written", async () => {
    const options = await withGolden("full.db");
    const before = await call(["run", "golden", ...loss, "--json", "--no-record"], options);
    const database = new DatabaseSync(scratch("full.db"));
    database.exec("CREATE TRIGGER full BEFORE INSERT ON run BEGIN SELECT RAISE(ABORT, 'no room'); END");
    database.close();
    const answer = await call(["run", "golden", ...loss, "--json"], options);
    expect(answer).toMatchObject({ code: 0, stdout: before.stdout });
    expect(answer.stderr).toMatch(/^note: the run was not recorded: .*no room/);
    expect(await listed("full.db")).toEqual([]);
  });
});
