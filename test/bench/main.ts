import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { paintFor } from "../../api/cli/paint.ts";
import { type Column, tableLines } from "../../api/cli/table.ts";
import { browserMissing } from "../support/browser.ts";
import { analysisRows, readSound } from "./analysis-rows.ts";
import { buildEuropeOpen, europeOpenMissing } from "./europe-open.ts";
import { firstDrawingRow } from "./first-drawing.ts";
import type { BenchRow } from "./measure.ts";
import { neo4jMissing, neo4jRow, sqliteRow } from "./store-rows.ts";
import { twinRatio } from "./twin-ratio.ts";

const milliseconds = (value: number): string => value.toLocaleString("en", { maximumFractionDigits: 1 });

const columns: readonly Column<BenchRow>[] = [
  { title: "europe-open", cell: ({ name }) => name },
  { title: "median (ms)", right: true, cell: ({ median }) => milliseconds(median) },
  { title: "min (ms)", right: true, cell: ({ min }) => milliseconds(min) },
  { title: "max (ms)", right: true, cell: ({ max }) => milliseconds(max) },
  { title: "first (ms)", right: true, cell: ({ first }) => milliseconds(first) },
  { title: "CPU (ms)", right: true, cell: ({ cpu }) => (cpu === null ? "" : milliseconds(cpu)) },
  { title: "runs", right: true, cell: ({ runs }) => String(runs) },
  { title: "floor (ms)", right: true, cell: ({ floor }) => (floor === null ? "" : milliseconds(floor)) },
  { title: "verdict", cell: ({ median, floor }) => (floor === null ? "" : median <= floor ? "held" : "MISSED") },
  { title: "what", cell: ({ about }) => about },
];

/** Everything that can be measured here; what cannot says why. */
async function benchmark(scratch: string): Promise<{ readonly rows: BenchRow[]; readonly skipped: string[] }> {
  const missing = europeOpenMissing();
  if (missing !== null) return { rows: [], skipped: [`all of europe-open: ${missing}`] };
  const folder = join(scratch, "europe-open");
  await mkdir(folder);
  await buildEuropeOpen(folder);
  const rows = await analysisRows(folder);
  const dataset = await readSound(folder);
  const skipped: string[] = [];
  const sqlite = await sqliteRow(dataset, scratch);
  rows.push(sqlite.row);
  const noServer = await neo4jMissing();
  if (noServer === null) rows.push(await neo4jRow(dataset));
  else skipped.push(`import into Neo4j: ${noServer}`);
  const noBrowser = browserMissing();
  if (noBrowser === null) rows.push(await firstDrawingRow(sqlite.url, dataset.description.id));
  else skipped.push(`first drawing of the page: ${noBrowser}`);
  return { rows, skipped };
}

async function main(): Promise<void> {
  const scratch = await mkdtemp(join(tmpdir(), "knockon-bench-"));
  const before = loadavg()[0] ?? 0;
  try {
    const { rows, skipped } = await benchmark(scratch);
    const twin = twinRatio();
    const paint = paintFor({ isTerminal: process.stdout.isTTY, write: () => undefined }, process.env);
    const lines = [
      `Node ${process.versions.node}, ${cpus().length} x ${cpus()[0]?.model ?? "unknown processor"}, load ${before.toFixed(1)} at the start`,
      "",
      ...(rows.length === 0 ? [] : tableLines(columns, rows, paint)),
      ...skipped.map((reason) => `SKIPPED ${reason}`),
      "",
      `engine beside the plain twin, ${twin.assets} assets (seeded): ${twin.engineMs.toFixed(2)} ms and ${twin.twinMs.toFixed(2)} ms, ${twin.ratio.toFixed(1)} times as fast (median of ${twin.rounds} rounds, equal answers)`,
    ];
    process.stdout.write(`${lines.join("\n")}\n`);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

await main();
