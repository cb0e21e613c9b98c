import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { aftermathHours, type Scenario, scanLossHours } from "../../analyzer/index.ts";
import { projectFolder } from "../../api/project-folder.ts";
import { browserMissing } from "../support/browser.ts";
import { largeDataset } from "../contract/large-dataset.ts";
import { resultOf } from "../support/ask.ts";
import { analysisRows, readSound } from "./analysis-rows.ts";
import { buildEuropeOpen, europeOpenMissing } from "./europe-open.ts";
import { JobBench } from "./job-bench.ts";
import type { BenchRow } from "./measure.ts";
import { amount, type Row } from "./row.ts";
import { sideBySide } from "./side-by-side.ts";
import { europeOpenPlan, largePlan, neo4jMissing, neo4jRows, sqliteRows } from "./store-rows.ts";
import { cpuTime } from "./timing.ts";
import type { Tools } from "./tools.ts";

const twoThreadsLeast = 1.8;
const trials = 100;
const trialScenario = "french-reactors-cold-week";

/** A real dataset from its files to the screen, as far as there is what it takes. */
export async function* europeOpenRows(tools: Tools, scratch: string): AsyncGenerator<Row> {
  const missing = europeOpenMissing();
  if (missing !== null) return tools.skip(`europe-open: ${missing}`);
  const folder = join(scratch, "europe-open");
  await mkdir(folder);
  await buildEuropeOpen(folder);
  for (const row of await analysisRows(folder)) yield asRow(row);
  yield await scanOnThreads(tools, folder);
  const dataset = await readSound(folder);
  let url = "";
  for await (const row of sqliteRows(dataset, scratch, europeOpenPlan, (told) => (url = told))) yield asRow(row);
  const noServer = await neo4jMissing();
  if (noServer !== null) tools.skip(`Neo4j: ${noServer}`);
  else for await (const row of neo4jRows(dataset, europeOpenPlan)) yield asRow(row);
  const noBrowser = browserMissing();
  if (noBrowser !== null) return tools.skip(`first drawing of the page: ${noBrowser}`);
  // What builds the screen is 40 MB, through which garbage would be looked for while other rows are measured.
  const { firstDrawingRow } = await import("./first-drawing.ts");
  yield asRow(await firstDrawingRow(url, dataset.description.id));
}

/** As many rows as a store is held to. */
export async function* largeStoreRows(tools: Tools, scratch: string): AsyncGenerator<Row> {
  const dataset = largeDataset("large", { assets: 100_000, dependencies: 300_000, connections: 0 });
  for await (const row of sqliteRows(dataset, scratch, largePlan, () => undefined)) yield asRow(row);
  const noServer = await neo4jMissing();
  if (noServer !== null) return tools.skip(`Neo4j: ${noServer}`);
  for await (const row of neo4jRows(dataset, largePlan)) yield asRow(row);
}

async function scanOnThreads({ options: { rounds } }: Tools, folder: string): Promise<Row> {
  const dataset = await readSound(folder);
  const parameters = { hours: scanLossHours, horizonHours: scanLossHours + aftermathHours };
  const question = { analysis: "rank", parameters, about: `${amount(dataset.assets.length)} sources` };
  const one = new JobBench(1);
  const two = new JobBench(2);
  try {
    return await sideBySide({
      name: "europe-open: full single-failure scan as a job",
      ours: two.contender(dataset, question),
      peer: one.contender(dataset, question),
      floor: { kind: "faster", least: twoThreadsLeast },
      rounds,
    });
  } finally {
    await one.close();
    await two.close();
  }
}

/** One scenario of the library under chance, by the event engine. */
export async function* libraryRows({ options: { rounds } }: Tools): AsyncGenerator<Row> {
  const folder = join(projectFolder(), "datasets", "library", "europe");
  const dataset = await readSound(folder);
  const scenario = JSON.parse(await readFile(join(folder, "scenarios", `${trialScenario}.json`), "utf8")) as Scenario;
  const ours = {
    name: "event engine",
    run: () => {
      const { value, milliseconds } = cpuTime(() => resultOf("trials", dataset, { scenario, trials, seed: 1 }));
      const work = `mean of ${trials} trials, ${amount(dataset.assets.length)} assets`;
      return { milliseconds: milliseconds / trials, checksum: value.resultHash, work };
    },
  };
  yield await sideBySide({ name: `trial of ${trialScenario}`, ours, peer: null, floor: null, rounds });
}

/** What `measure` found, as a row of the table. */
function asRow({ name, median, min, max, first, cpu, floor, about }: BenchRow): Row {
  return {
    name: `europe-open: ${name}`,
    ours: { median, min, max, first },
    peer: null,
    ratio: null,
    floor: floor === null ? null : { kind: "milliseconds", most: floor },
    work: [about, ...(cpu === null ? [] : [`${amount(cpu)} ms of CPU`])].filter((text) => text !== "").join(", "),
    fault: null,
  };
}
