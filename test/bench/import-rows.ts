import { execFile } from "node:child_process";
import { createReadStream } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { compileSystem } from "../../analyzer/system/compile-system.ts";
import { projectFolder } from "../../api/project-folder.ts";
import { defaultCaps } from "../../datasets/formats/caps.ts";
import { IssueList } from "../../datasets/formats/issue-list.ts";
import { fillingsOf } from "../../datasets/formats/mapping.ts";
import { readCsvTable } from "../../datasets/formats/read-csv-table.ts";
import { TableCollector } from "../../datasets/formats/table-collector.ts";
import { plainReadTable } from "../support/plain-read-table.ts";
import { readSound } from "./analysis-rows.ts";
import type { ImportOnceWords } from "./import-once.ts";
import type { ColumnRequest } from "./column-server.ts";
import { importInputChecksum, writeImportInput } from "./import-input.ts";
import { LineServer } from "./line-server.ts";
import { pythonContender } from "./python-contender.ts";
import { amount, type Row } from "./row.ts";
import { type Answer, type Contender, sideBySide } from "./side-by-side.ts";
import type { Tools } from "./tools.ts";

const run = promisify(execFile);
const assets = 250_000;
const dependencies = 4 * assets;
/** Numbered together, and each for itself. */
const ids = ["provider", "dependent"];
const texts = ["group", "commodity"];

const readMilliseconds = 3_000;
const storeMilliseconds = 60_000;
const pandasLeast = 6;

/** A large dataset from its bytes into arrays, rows and a store. */
export async function* importRows(tools: Tools, scratch: string): AsyncGenerator<Row> {
  const { rounds } = tools.options;
  const folder = join(scratch, "import");
  if ((await writeImportInput(folder, assets, 1)) !== importInputChecksum)
    throw new Error("the input is not what it was");
  const file = join(folder, "dependencies.csv");

  const request: ColumnRequest = { file, ids, texts, rows: dependencies };
  const script = join(projectFolder(), "test", "bench", "column-server.ts");
  const server = new LineServer(process.execPath, ["--import", "tsx", script, JSON.stringify(request)]);
  try {
    yield* columnRows(tools, request, async () => (await server.ask("")) as Answer);
  } finally {
    server.close();
  }

  const rows = (name: string, read: typeof plainReadTable): Contender => ({
    name,
    run: () =>
      cpuOf(async () => {
        const issues = new IssueList(defaultCaps.issues);
        const collector = new TableCollector("dependencies", file, fillingsOf("dependencies"), defaultCaps, issues);
        await read(collector, createReadStream(file), { caps: defaultCaps, issues, step: () => null });
        const last = JSON.stringify(collector.rows.at(-1));
        return () => `${collector.rows.length} rows, ${issues.issues.length} issues, ${last}`;
      }),
  });
  yield await sideBySide({
    name: `${amount(dependencies)} dependencies to rows`,
    ours: rows("reader", readCsvTable),
    peer: rows("csv-parse, one cell after the other", plainReadTable),
    floor: null,
    rounds,
  });

  const whole: Contender = {
    name: "reader, checks and compiler",
    run: () =>
      wallOf(async () => {
        const { assetIds, memberProvider } = compileSystem(await readSound(folder));
        return () => `${assetIds.length} assets, ${memberProvider.length} members`;
      }),
  };
  yield await sideBySide({
    name: "read, check and compile",
    ours: whole,
    peer: null,
    floor: { kind: "milliseconds", most: readMilliseconds },
    rounds,
  });

  const imported: Contender = { name: "a process of its own", run: () => importOnce(folder, scratch) };
  yield await sideBySide({
    name: "import into SQLite, a fresh process",
    ours: imported,
    peer: null,
    floor: { kind: "milliseconds", most: storeMilliseconds },
    rounds: 1,
    warmUps: 1,
  });
}

/** A file into columns, both sides by the clock on the wall and in processes of their own. */
async function* columnRows(
  { options: { rounds }, peers }: Tools,
  { file: input, ids, texts, rows }: ColumnRequest,
  run: () => Promise<Answer>,
): AsyncGenerator<Row> {
  const arrays = {
    name: `${amount(rows)} dependencies to arrays`,
    ours: { name: "first stage of the reader", run },
    rounds,
  };
  yield await sideBySide({ ...arrays, peer: null, floor: null });
  if (peers === null) return;
  for (const all of [true, false]) {
    const note = all ? "read_csv and factorize, all columns" : "read_csv of the columns alone, and factorize";
    const request = { do: "columns", peer: "pandas", input, ids, texts, all, clock: "wall" } as const;
    const floor = all ? ({ kind: "faster", least: pandasLeast } as const) : null;
    yield await sideBySide({ ...arrays, peer: pythonContender(peers, request, { note }), floor });
  }
}

/** What work took of all threads of this process; its checksum is made afterwards. */
async function cpuOf(work: () => Promise<() => string>): Promise<Answer> {
  const before = process.cpuUsage();
  const checksum = await work();
  const { user, system } = process.cpuUsage(before);
  return answered((user + system) / 1000, checksum());
}

/** How long work took, as it is said of the peers. */
async function wallOf(work: () => Promise<() => string>): Promise<Answer> {
  const start = performance.now();
  const checksum = await work();
  return answered(performance.now() - start, checksum());
}

function answered(milliseconds: number, checksum: string): Answer {
  return { milliseconds, checksum, work: checksum.slice(0, 40) };
}

async function importOnce(folder: string, scratch: string): Promise<Answer> {
  const script = join("test", "bench", "import-once.ts");
  const words: ImportOnceWords = [folder, join(scratch, "import.db")];
  return JSON.parse(
    (await run(process.execPath, ["--import", "tsx", script, ...words], { cwd: projectFolder() })).stdout,
  ) as Answer;
}
