import { cp, readFile, rm, writeFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { engineVersion } from "../../../api/engine-version.ts";
import { openStore } from "../../../api/store/open-store.ts";
import type { RunRecord, Store } from "../../../api/store/store.ts";
import { call, callJson, library, scratchFolder } from "./call.ts";

const scratch = scratchFolder();
const golden = library("golden");
const loss = ["--lose", "P1", "--hours", "96", "--horizon", "240"];
type Options = { readonly environment: { readonly KNOCKON_STORE: string } };

async function withStore<T>({ environment }: Options, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(environment.KNOCKON_STORE, {});
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

async function withGolden(name: string): Promise<Options> {
  const options = { environment: { KNOCKON_STORE: `sqlite:${scratch(`${name}.db`)}` } };
  await callJson(["import", golden], options);
  return options;
}

/** Asks, and gives the id of the run that was recorded. */
async function recorded(words: readonly string[], options: Options): Promise<string> {
  const { code, stderr } = await call(words, options);
  const id = /^note: recorded as run (\S+)$/m.exec(stderr)?.[1];
  if (code !== 0 || id === undefined) throw new Error(stderr);
  return id;
}

/** Imports the golden case anew, without the row by which B1 needs T1. */
async function importChanged(name: string, options: Options): Promise<void> {
  const folder = scratch(name);
  await cp(golden, folder, { recursive: true });
  const rows = (await readFile(`${folder}/dependencies.csv`, "utf8")).split("\n");
  await writeFile(`${folder}/dependencies.csv`, rows.filter((row) => !row.includes("B1-needs-T1")).join("\n"));
  expect(await callJson(["import", folder], options)).toMatchObject({ changed: true, revision: 2 });
}

async function change(options: Options, id: string, fields: Partial<RunRecord>): Promise<void> {
  await withStore(options, async (store) => {
    const run = await store.run(id);
    if (run !== null) await store.saveRun({ ...run, ...fields });
  });
}

/** Commands that start threads take their time on a busy machine. */
const patience = 120_000;

describe("runs", () => {
  it(
    "lists them, the newest first, in one dataset or all",
    async () => {
      const options = await withGolden("list");
      const first = await recorded(["run", "golden", ...loss], options);
      const second = await recorded(["analyse", "trials", "golden", ...loss, "--trials", "20"], options);
      const { stdout } = await call(["runs", "golden"], options);
      const [titles, ...lines] = stdout.trimEnd().split("\n").slice(-3);
      expect(titles).toMatch(/^run +started +dataset/);
      expect(lines[0]).toMatch(new RegExp(`^${second} +.* golden@1 +trials .* Loss of P1; trials 20; seed 1$`));
      expect(lines[1]).toMatch(new RegExp(`^${first} +.* golden@1 +run .* Loss of P1$`));
      const page = await callJson(["runs", "--limit", "1"], options);
      expect(page).toMatchObject({ kind: "runs", total: 2, runs: [{ id: second, analysis: "trials" }] });
      expect((await call(["runs", "list", "--limit", "1"], options)).stdout).toContain("and 1 more");
      expect((await call(["runs", "elsewhere"], options)).stdout).toContain("holds no such run");
    },
    patience,
  );

  it("shows one with its result as it was told", async () => {
    const options = await withGolden("show");
    const id = await recorded(["run", "golden", ...loss, "--overlay", "second-exchange"], options);
    const told = (await call(["run", "golden", ...loss, "--overlay", "second-exchange"], options)).stdout;
    const { stdout } = await call(["runs", "show", id], options);
    expect(stdout).toContain(`Run ${id}`);
    expect(stdout).toContain("with second-exchange");
    expect(stdout).toContain(told);
    const run = await withStore(options, (store) => store.run(id));
    const json = await call(["runs", "show", id, "--json"], options);
    expect(json.stdout).toContain(`"result":${run?.result}}`);
    expect(JSON.parse(json.stdout)).toMatchObject({
      kind: "stored-run",
      id,
      overlayBodies: [{ id: "second-exchange" }],
    });
    await call(["remove", "golden"], options);
    expect((await call(["runs", "show", id], options)).stdout).toContain('no dataset "golden" any more');
  });

  it.each([
    ["runs", "show", "none"],
    ["replay", "none"],
    ["diff", "none", "none"],
  ])("%s %s: an unknown run ends with 1", async (...words) => {
    const answer = await call(words);
    expect(answer).toMatchObject({ code: 1, stdout: "" });
    expect(answer.stderr).toContain("error STORE_NOT_FOUND");
  });

  it("prunes by rule", async () => {
    const options = await withGolden("prune");
    const first = await recorded(["run", "golden", ...loss], options);
    const second = await recorded(["run", "golden", ...loss], options);
    const dry = ["runs", "prune", "golden", "--keep", "1", "--dry-run"];
    expect(await callJson(dry, options)).toMatchObject({ kind: "runs-prune", dryRun: true, removed: [first] });
    expect((await call(dry, options)).stdout).toContain(`${first} would be removed`);
    expect(await callJson(["runs", "prune", "--older-than", "1"], options)).toMatchObject({
      removed: [],
      untouched: 2,
    });
    expect(await callJson(["runs", "prune", "--keep", "1"], options)).toMatchObject({ removed: [first], untouched: 1 });
    const dropped = await callJson(["runs", "prune", "--results-over", "0.001"], options);
    expect(dropped).toMatchObject({ removed: [], resultsDropped: [second], untouched: 0 });
    expect((await call(["runs"], options)).stdout).toMatch(/ pruned +Loss of P1$/m);
    expect((await call(["runs", "show", second], options)).stdout).toContain("The result was pruned");
  });
});

describe("replay", () => {
  it("of an old run gives the same hash from the past revision, also once the result was pruned", async () => {
    const options = await withGolden("past");
    const id = await recorded(["run", "golden", ...loss], options);
    await importChanged("past", options);
    const later = await recorded(["run", "golden", ...loss], options);
    const again = await callJson(["replay", id], options);
    expect(again).toMatchObject({ kind: "run-replay", run: id, outcome: "same", dataset: { revision: 1 } });
    const { recorded: before, replayed } = again as { readonly recorded: object; readonly replayed: object };
    expect(replayed).toEqual(before);
    await call(["runs", "prune", "--results-over", "0"], options);
    expect(await call(["replay", id], options)).toMatchObject({ code: 0, stderr: "" });
    expect(await callJson(["replay", later], options)).toMatchObject({ outcome: "same", dataset: { revision: 2 } });
    expect(await callJson(["runs"], options)).toMatchObject({ total: 2 });
  });

  it(
    "needs the document of an overlay no more",
    async () => {
      const options = await withGolden("overlay");
      const body: unknown = JSON.parse(await readFile(`${golden}/overlays/second-exchange.json`, "utf8"));
      const own = {
        ...(body as object),
        id: "own",
        remove: { assets: [], dependencies: ["B1-needs-T1"], connections: [] },
      };
      await withStore(options, (store) => store.saveDocument("golden", "overlay", "own", { ...own, change: [] }));
      const id = await recorded(["rank", "golden", "--hours", "96", "--overlay", "own"], options);
      await withStore(options, (store) => store.removeDocument("golden", "overlay", "own"));
      expect((await call(["rank", "golden", "--overlay", "own"], options)).code).not.toBe(0);
      expect(await callJson(["replay", id], options)).toMatchObject({ outcome: "same" });
    },
    patience,
  );

  it.each(["trials", "rank-trials"])(
    "draws the same %s from the same seed",
    async (analysis) => {
      const options = await withGolden(`seed-${analysis}`);
      const words = analysis === "trials" ? loss : [];
      const id = await recorded(["analyse", analysis, "golden", ...words, "--trials", "50", "--seed", "9"], options);
      expect(await callJson(["replay", id], options)).toMatchObject({ outcome: "same" });
    },
    patience,
  );

  it("says plainly why it cannot be, with exit code 1", async () => {
    const options = await withGolden("why");
    const id = await recorded(["run", "golden", ...loss], options);
    const outcome = async (fields: Partial<RunRecord>): Promise<unknown> => {
      await change(options, id, fields);
      const { code, stdout } = await call(["replay", id, "--json"], options);
      const { outcome: word, explanation } = JSON.parse(stdout) as { outcome: string; explanation: string };
      expect((await call(["replay", id], options)).stdout).toContain(`${word}: ${explanation}`);
      return { code, word };
    };
    expect(await outcome({ engine: "0.0.1" })).toEqual({ code: 0, word: "same" });
    expect(await outcome({ resultHash: "other" })).toEqual({ code: 1, word: "engine-differs" });
    expect(await outcome({ engine: engineVersion })).toEqual({ code: 1, word: "result-differs" });
    const nothing = { id: "s", title: "S", horizonHours: 5, shocks: [{ select: { ids: ["gone"] } }] };
    expect(await outcome({ parameters: { scenario: nothing } })).toEqual({ code: 1, word: "analysis-refused" });
    expect(await outcome({ parameters: {} })).toEqual({ code: 1, word: "parameters-refused" });
    expect(await outcome({ analysis: "x" })).toEqual({ code: 1, word: "analysis-gone" });
  });

  it("misses a dataset that is gone, and finds it again by its content", async () => {
    const options = await withGolden("gone");
    const id = await recorded(["run", "golden", ...loss], options);
    await call(["remove", "golden"], options);
    const { code, stdout } = await call(["replay", id], options);
    expect(code).toBe(1);
    expect(stdout).toContain("dataset-gone: ");
    await callJson(["import", golden], options);
    expect(await callJson(["replay", id], options)).toMatchObject({ outcome: "same" });
  });
});

describe("diff", () => {
  it("says what differs in dataset, scenario and overlays, and in the results", async () => {
    const options = await withGolden("diff");
    const a = await recorded(["run", "golden", ...loss], options);
    await importChanged("diff", options);
    const b = await recorded(["run", "golden", "--lose", "P1", "--hours", "48", "--horizon", "240"], options);
    const difference = await callJson(["diff", a, b], options);
    expect(difference).toMatchObject({
      kind: "run-difference",
      a: { id: a },
      b: { id: b },
      inputs: {
        same: false,
        dataset: { rows: { dependencies: { added: 0, removed: 1, changed: 0 } }, description: false },
        scenario: [{ pointer: "/shocks/0/hours", a: 96, b: 48 }],
        parameters: [],
        engine: null,
      },
      results: {
        same: false,
        differences: {
          disrupted: { onlyA: ["B1", "F1"], onlyB: [] },
          statesReached: { onlyA: ["XB", "XC"], onlyB: [] },
        },
      },
    });
    const { stdout } = await call(["diff", a, b], options);
    expect(stdout).toMatch(/^dataset +golden@1 -> golden@2$/m);
    expect(stdout).toMatch(/^ +dependencies: 0 added, 1 removed, 0 changed$/m);
    expect(stdout).toMatch(/^scenario +\/shocks\/0\/hours: 96 -> 48$/m);
    expect(stdout).toMatch(/^totals outage hours \(h\) +631 +/m);
    expect(stdout).toContain("assets no longer disrupted: B1, F1");
    expect(stdout).toContain("States newly reached: none");
    await rm(scratch("diff"), { recursive: true });
  });

  it(
    "says which ranks moved",
    async () => {
      const options = await withGolden("ranks");
      const a = await recorded(["rank", "golden", "--hours", "96", "--horizon", "240"], options);
      const overlaid = ["rank", "golden", "--hours", "96", "--horizon", "240", "--overlay", "second-exchange"];
      const b = await recorded(overlaid, options);
      const { results, inputs } = (await callJson(["diff", a, b], options)) as {
        readonly inputs: object;
        readonly results: { readonly differences: { readonly ranks: readonly { readonly id: string }[] } };
      };
      expect(inputs).toMatchObject({ dataset: null, overlays: { onlyA: [], onlyB: ["second-exchange"], changed: [] } });
      expect(results.differences.ranks.map(({ id }) => id)).toContain("T2");
      expect((await call(["diff", a, b], options)).stdout).toMatch(/^T2 +none +\d+$/m);
      const same = await call(["diff", a, a], options);
      expect(same.stdout).toContain("Made from the same");
      expect(same.stdout).toContain("Results with the same hash");
    },
    patience,
  );
});
