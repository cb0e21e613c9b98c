import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Analysis, catalogue, runAnalysis, type Scenario } from "../../analyzer/index.ts";
import { libraryFolder, sourceFromPath } from "../../api/dataset-source.ts";
import { openThreads } from "../../api/jobs/threads.ts";
import { MemoryStore } from "../../api/store/memory.ts";
import { browserMissing, launchBrowser } from "../support/browser.ts";
import { exampleParameters } from "../support/example-parameters.ts";
import { projectFolder } from "./open-service.ts";
import type { AskedQuestion } from "./same-bytes-worker.ts";

const datasets = ["golden", "golden-network", "golden-zones", "europe"];
const quiet = { progress: () => undefined, aborted: () => false };

let questions: readonly AskedQuestion[];
let expected: readonly string[];

/** Every analysis of the catalogue, on datasets without networks, with them, and of real size. */
async function makeQuestions(): Promise<AskedQuestion[]> {
  const made = await Promise.all(
    datasets.map(async (name) => {
      const { dataset, hash } = await sourceFromPath(libraryFolder(name), "library");
      if (dataset === null || hash === null) throw new Error(`${name} cannot be read`);
      const ids = dataset.assets.slice(0, 2).map(({ id }) => id);
      const scenario: Scenario = {
        id: "perhaps",
        title: "Perhaps",
        horizonHours: 96,
        shocks: [{ select: { ids }, likelihood: 0.5 }],
      };
      const input = { dataset, hash, overlays: [], engine: "1" };
      const ask = (analysis: Analysis): AskedQuestion => {
        return { analysis: analysis.id, input, parameters: exampleParameters(analysis, dataset, scenario) };
      };
      return catalogue.map(ask);
    }),
  );
  return made.flat();
}

function title({ analysis, input }: AskedQuestion): string {
  return `${analysis} of ${input.dataset.description.id}`;
}

/** The texts by what was asked, so that a difference names the analysis. */
function titled(texts: readonly string[]): Record<string, string> {
  return Object.fromEntries(questions.map((question, at) => [title(question), texts[at] ?? ""]));
}

beforeAll(async () => {
  questions = await makeQuestions();
  expected = questions.map(({ analysis, input, parameters }) => {
    const outcome = runAnalysis(analysis, input, parameters, quiet);
    return JSON.stringify(outcome.kind === "done" ? outcome.result : outcome);
  });
});

async function answersOfThreads(threads: number): Promise<string[]> {
  const store = new MemoryStore();
  const now = () => new Date();
  const jobs = openThreads({ store, engine: "1", threads, readyThreads: threads, sharedFromSeconds: 0, now });
  const texts: string[] = [];
  for (const { analysis, input, parameters } of questions) {
    const { dataset, hash, overlays } = input;
    const { id, version } = dataset.description;
    const job = jobs.submit({
      analysis,
      parameters,
      overlays,
      dataset: { id, version, hash, revision: null },
      load: async () => dataset,
    });
    await new Promise<void>((resolve) => void jobs.watch(job.id, ({ endedAt }) => endedAt !== null && resolve()));
    const issues = jobs.find(job.id)?.problem?.issues;
    const refusal = JSON.stringify({ kind: "refused", issues });
    texts.push(issues === undefined ? ((await store.run(job.id))?.result ?? "") : refusal);
  }
  await jobs.close();
  return texts;
}

describe("every analysis answers with the same bytes", () => {
  it("asks at least one question of each that is answered", () => {
    const answered = questions.filter((_, at) => !expected[at]?.startsWith('{"kind":"refused"'));
    expect(new Set(answered.map(({ analysis }) => analysis))).toEqual(new Set(catalogue.map(({ id }) => id)));
  });

  it.each([1, 2])("in %d worker threads as in this one", async (threads) => {
    expect(titled(await answersOfThreads(threads))).toEqual(titled(expected));
  });
});

describe.skipIf(browserMissing() !== null)("every analysis answers with the same bytes in Chromium", () => {
  let browser: Browser;
  let server: Server;

  beforeAll(async () => {
    server = await serveWorker();
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  it.each([
    ["a page that may share memory", "isolated"],
    ["a page that may not", "plain"],
  ])("in a worker of %s", async (_, kind) => {
    const page = await browser.newPage();
    const { port } = server.address() as AddressInfo;
    await page.goto(`http://127.0.0.1:${port}/${kind}`);
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(kind === "isolated");
    const texts = await page.evaluate(async () => {
      const asked = (await (await fetch("/questions.json")).json()) as unknown;
      const worker = new Worker("/worker.js", { type: "module" });
      return new Promise<string[]>((resolve, reject) => {
        worker.addEventListener("message", ({ data }: MessageEvent<string[]>) => resolve(data));
        worker.addEventListener("error", ({ message }) => reject(new Error(message)));
        worker.postMessage(asked, []);
      });
    });
    expect(titled(texts)).toEqual(titled(expected));
    await page.close();
  });
});

/** Serves an empty page, the core bundled for a worker, and the questions; `/isolated` with the headers that allow shared memory. */
async function serveWorker(): Promise<Server> {
  const files = await bundleWorker();
  const isolation = { "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp" };
  const server = createServer((request, response) => {
    const name = (request.url ?? "").slice(1);
    const code = files.get(name);
    if (name === "isolated" || name === "plain") {
      response
        .writeHead(200, { "content-type": "text/html", ...(name === "isolated" ? isolation : {}) })
        .end("<title>Bytes</title>");
    } else if (name === "questions.json") {
      response.writeHead(200, { "content-type": "application/json", ...isolation }).end(JSON.stringify(questions));
    } else if (code === undefined) {
      response.writeHead(404).end();
    } else {
      response.writeHead(200, { "content-type": "text/javascript", ...isolation }).end(code);
    }
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  return server;
}

/** The core and the worker around it as one module, by the builder of the screen. */
async function bundleWorker(): Promise<Map<string, string>> {
  const entry = join(projectFolder, "test", "journeys", "same-bytes-worker.ts");
  const built = await build({
    root: projectFolder,
    configFile: false,
    logLevel: "error",
    build: { write: false, minify: true, lib: { entry, formats: ["es"], fileName: () => "worker.js" } },
  });
  const outputs = Array.isArray(built) ? built : [built];
  const chunks = outputs.flatMap((each) => ("output" in each ? each.output : []));
  return new Map(chunks.flatMap((chunk) => (chunk.type === "chunk" ? [[chunk.fileName, chunk.code] as const] : [])));
}
