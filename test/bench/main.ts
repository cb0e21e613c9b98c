import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { paintFor } from "../../api/cli/paint.ts";
import { tableLines } from "../../api/cli/table.ts";
import { projectFolder } from "../../api/project-folder.ts";
import { coldAnswer } from "./cold-scan.ts";
import { chosenGroups } from "./groups.ts";
import { type BenchOptions, commandOf, readOptions } from "./options.ts";
import { resultsChart } from "./results-chart.ts";
import { cellsOf, cellTitles, type Results, resultsPage, type Section } from "./results-page.ts";
import { type Row, verdictOf } from "./row.ts";
import { openTools } from "./tools.ts";

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const paint = paintFor({ isTerminal: process.stdout.isTTY, write: () => undefined }, process.env);
const isNumber = (at: number): boolean => (at >= 1 && at <= 4) || at === 6 || at === 7;
const columns = cellTitles.map((title, at) => ({
  title,
  right: isNumber(at),
  cell: (row: Row): string => cellsOf(row)[at] ?? "",
}));

/** Measures group by group; each table is printed as soon as it is there. */
async function benchmark(options: BenchOptions): Promise<Results> {
  const load = loadavg()[0] ?? 0;
  const cores = cpus().length;
  const machine = `Node ${process.versions.node}, ${cores} cores, ${cpus()[0]?.model ?? "unknown processor"}`;
  say(`${machine}, load ${load.toFixed(1)} at the start\n`);
  const skipped: string[] = [];
  const failed: string[] = [];
  const sections: Section[] = [];
  const chosen = chosenGroups(options);
  const tools = await openTools(options, skipped);
  const scratch = await mkdtemp(join(tmpdir(), "knockon-bench-"));
  try {
    for (const { name, title, rows: measured } of chosen) {
      const rows: Row[] = [];
      try {
        for await (const row of measured(tools, scratch)) rows.push(row);
      } catch (error) {
        // What was measured before is worth hours: the others go on, and the command fails in the end.
        failed.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
      }
      sections.push({ title, rows });
      if (rows.length > 0) say(["", title, ...tableLines(columns, rows, paint), ""].join("\n"));
    }
  } finally {
    tools.peers?.close();
    await rm(scratch, { recursive: true, force: true });
  }
  for (const reason of skipped) say(`SKIPPED ${reason}`);
  for (const reason of failed) say(`FAILED ${reason}`);
  const { record, rounds } = options;
  return { date: record ?? "", command: commandOf(options), rounds, machine, load, cores, sections, skipped, failed };
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options.cold !== null) return say(JSON.stringify(coldAnswer(options.cold)));
  const results = await benchmark(options);
  if (options.record !== null) {
    const folder = join(projectFolder(), "test", "bench");
    await writeFile(join(folder, "RESULTS.md"), resultsPage(results));
    await writeFile(join(folder, "results.svg"), resultsChart(results.sections));
  }
  const isVoid = results.sections.some(({ rows }) => rows.some((row) => verdictOf(row) === "VOID"));
  if (isVoid || results.failed.length > 0) process.exitCode = 1;
}

await main();
