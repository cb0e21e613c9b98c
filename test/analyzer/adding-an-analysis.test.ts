import { Readable } from "node:stream";
import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { catalogue, type Dataset } from "../../analyzer/index.ts";

/** Any module of the copy: as the one it was copied from. */
type Cli = typeof import("../../api/cli/run-command-line.ts");
type Core = typeof import("../../analyzer/index.ts");
type JobThreads = typeof import("../../api/jobs/threads.ts");
type Stores = typeof import("../../api/store/memory.ts");
type Sources = typeof import("../../api/dataset-source.ts");

const root = join(import.meta.dirname, "..", "..");
let copy: string;

/** What the steps need of the project, changed only by them. */
const copied = [
  "analyzer",
  "api",
  "datasets",
  "test/support",
  "package.json",
  "tsconfig.json",
  "test/tsconfig.json",
  "ui/tsconfig.json",
];

beforeAll(async () => {
  const cache = join(root, ".cache");
  await mkdir(cache, { recursive: true });
  copy = await mkdtemp(join(cache, "adding-"));
  for (const path of copied) await cp(join(root, path), join(copy, path), { recursive: true });
  await symlink(join(root, "node_modules"), join(copy, "node_modules"), "dir");
  await followSteps(await readFile(join(root, "analyzer", "README.md"), "utf8"));
});
afterAll(() => rm(copy, { recursive: true, force: true }));

/** The blocks of code of the steps, in order. */
function blocksOf(readme: string): string[] {
  const [, steps = ""] = readme.split("## Adding one, in five steps");
  return [...steps.matchAll(/```\w*\n([\s\S]*?)```/g)].map(([, block = ""]) => block);
}

/** Does what the steps say, word for word. */
async function followSteps(readme: string): Promise<void> {
  const [analysis = "", entry = "", result = "", test = "", line = ""] = blocksOf(readme);
  await writeBlock(analysis);
  await edit("analyzer/catalogue.ts", (text) =>
    `${entry}${text}`.replace("catalogue: readonly Analysis[] = [", "$&sectorSizes, "),
  );
  const imported = result.replace("export", "import").replace("./", "../");
  await edit("analyzer/run/protocol.ts", (text) =>
    `${imported}${text}`.replace(/export type AnalysisResult =[^;]*/, "$& | SectorSizesResult"),
  );
  await edit("analyzer/index.ts", (text) => `${text}${result}`);
  await writeBlock(test);
  await edit("analyzer/README.md", (text) => `${text.trimEnd()}\n${line}`);
}

/** Runs a program of the project on the copy; what it says. Throws with it where it fails. */
async function run(program: string, ...words: string[]): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [join(root, "node_modules", program), ...words]);
    return stdout;
  } catch (error) {
    const said = error instanceof Error && "stdout" in error ? String(error.stdout) : "";
    throw new Error(`${program} failed: ${said}`, { cause: error });
  }
}

/** A block that begins with the path of its file. */
async function writeBlock(block: string): Promise<void> {
  const path = /^\/\/ (\S+)\n/.exec(block)?.[1];
  if (path === undefined) throw new Error(`no path above the block: ${block.slice(0, 80)}`);
  await mkdir(dirname(join(copy, path)), { recursive: true });
  await writeFile(join(copy, path), block);
}

async function edit(path: string, change: (text: string) => string): Promise<void> {
  const text = await readFile(join(copy, path), "utf8");
  const changed = change(text);
  expect(changed).not.toBe(text);
  await writeFile(join(copy, path), changed);
}

async function load<Module>(path: string): Promise<Module> {
  return (await import(pathToFileURL(join(copy, path)).href)) as Module;
}

/** What the command line of the copy answers. */
async function call(...words: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const { runCommandLine } = await load<Cli>("api/cli/run-command-line.ts");
  let stdout = "";
  let stderr = "";
  const code = await runCommandLine(words, {
    stdout: { isTerminal: false, write: (text) => void (stdout += text) },
    stderr: { isTerminal: false, write: (text) => void (stderr += text) },
    environment: { KNOCKON_STORE: "memory:" },
    signal: new AbortController().signal,
    stdin: Readable.from([]),
    now: () => new Date(),
  });
  return { code, stdout, stderr };
}

async function readGolden(): Promise<{ dataset: Dataset; hash: string }> {
  const { sourceFromPath, libraryFolder } = await load<Sources>("api/dataset-source.ts");
  const { dataset, hash } = await sourceFromPath(libraryFolder("golden"), "library");
  if (dataset === null || hash === null) throw new Error("the golden case cannot be read");
  return { dataset, hash };
}

const ofGolden = '{"kind":"sector-sizes","rows":[{"sector":"energy","assets":4}]}';

describe("an analysis added by the five steps of analyzer/README.md", () => {
  it("compiles in the core, where there is no file, no clock and no screen", async () => {
    expect(await run("@typescript/native/bin/tsc", "-p", join(copy, "analyzer"), "--noEmit")).toBe("");
  }, 60_000);

  it("passes its test in the mirror", async () => {
    expect(await run("vitest/vitest.mjs", "run", "--root", copy, "test/analyzer/analyses")).toMatch(/Tests.*2 passed/);
  }, 60_000);

  it("runs where it is asked, and is refused where it cannot", async () => {
    const { runAnalysis } = await load<Core>("analyzer/index.ts");
    const { dataset, hash } = await readGolden();
    const quiet = { progress: () => undefined, aborted: () => false };
    const input = { dataset, hash, overlays: [], engine: "1" };
    const outcome = runAnalysis("sector-sizes", input, { least: 2 }, quiet);
    expect(outcome.kind === "done" && JSON.stringify(outcome.result)).toBe(ofGolden);
    expect(runAnalysis("sector-sizes", input, { most: 2 }, quiet).kind).toBe("refused");
  });

  it("is listed, has options of its own, and is held against its schema", async () => {
    expect(JSON.parse((await call("analyses", "golden", "--json")).stdout)).toMatchObject({
      analyses: expect.arrayContaining([
        expect.objectContaining({ id: "sector-sizes", estimate: expect.any(Number), checked: "Golden case by hand" }),
      ]),
    });
    expect((await call("analyse", "sector-sizes", "--help")).stdout).toContain("--least <n>");
    expect((await call("analyse", "sector-sizes", "golden", "--least", "2", "--json")).stdout).toBe(`${ofGolden}\n`);
    expect((await call("analyse", "sector-sizes", "golden", "--least", "2")).stdout).toMatch(/^energy +4$/m);
    const wrong = await call("analyse", "sector-sizes", "golden", "--least", "-1");
    expect(wrong).toMatchObject({ code: 2, stderr: expect.stringContaining("--least must be at least 0") });
  }, 60_000);

  it("runs on two threads with the same bytes", async () => {
    const { openThreads } = await load<JobThreads>("api/jobs/threads.ts");
    const { MemoryStore } = await load<Stores>("api/store/memory.ts");
    const { dataset, hash } = await readGolden();
    const store = new MemoryStore();
    const jobs = openThreads({
      store,
      engine: "1",
      threads: 2,
      readyThreads: 2,
      sharedFromSeconds: 0,
      now: () => new Date(),
    });
    const { id } = jobs.submit({
      analysis: "sector-sizes",
      parameters: { least: 2 },
      overlays: [],
      dataset: { id: "golden", version: "1", hash, revision: null },
      load: async () => dataset,
    });
    await new Promise<void>((resolve) => void jobs.watch(id, ({ endedAt }) => endedAt !== null && resolve()));
    expect((await store.run(id))?.result).toBe(ofGolden);
    await jobs.close();
  }, 60_000);
});

describe("the list of analyzer/README.md", () => {
  it("is the catalogue", async () => {
    const readme = await readFile(join(root, "analyzer", "README.md"), "utf8");
    const [, listed = ""] = readme.split("## What can be asked");
    const lines = [...listed.matchAll(/^\| `([\w-]+)` \| (.+) \|$/gm)].map(([, id, question]) => ({ id, question }));
    expect(lines).toEqual(catalogue.map(({ id, question }) => ({ id, question })));
  });
});
