import { type Command, Option } from "commander";
import { findRun } from "../../runs/find-run.ts";
import { type PruneRule, pruneRuns } from "../../runs/prune-runs.ts";
import { recallRun } from "../../runs/recall-run.ts";
import { runText } from "../../runs/run-text.ts";
import type { Cli } from "../cli.ts";
import { CliError } from "../cli-error.ts";
import { type JsonOption, jsonOption, parseAmount, parseCount, parseWhole, storeOption } from "../options.ts";
import { pruneReport } from "../reports/prune-report.ts";
import { runListReport } from "../reports/run-list-report.ts";
import { storedRunReport } from "../reports/stored-run-report.ts";
import { type StoreOption, withStore } from "../with-store.ts";

const shownRuns = 20;

interface ListOptions extends StoreOption, JsonOption {
  readonly limit?: number;
}

interface PruneOptions extends StoreOption, JsonOption {
  readonly keep?: number;
  readonly olderThan?: number;
  readonly resultsOver?: number;
  readonly dryRun?: true;
}

/** `runs [DATASET]`, `runs show RUN`, `runs prune`: the analyses that the store recorded. */
export function addRuns(program: Command, cli: Cli): void {
  const runs = program
    .command("runs")
    .summary("list, show and prune recorded runs")
    .description("The runs that the store recorded: what each was made from, its result, and the hash of that.")
    .addHelpText("after", "\nExample:\n  knockon runs golden --limit 5");
  addList(runs, cli);
  addShowRun(runs, cli);
  addPrune(runs, cli);
}

function addList(runs: Command, cli: Cli): void {
  runs
    .command("list", { isDefault: true })
    .summary("list recorded runs, the newest first (also without the word)")
    .argument("[dataset]", "runs of this dataset only, in the store still or not")
    .addOption(new Option("--limit <n>", "runs to give").argParser(parseCount).default(shownRuns))
    .addOption(storeOption())
    .addOption(jsonOption())
    .addHelpText("after", "\nExample:\n  knockon runs golden --limit 5")
    .action((dataset: string | undefined, options: ListOptions) => list(cli, dataset, options));
}

async function list(cli: Cli, dataset: string | undefined, options: ListOptions): Promise<void> {
  const { address, page } = await withStore(cli.io, options, async (open) => {
    const store = await open();
    const page = await store.runs(dataset, { offset: 0, limit: options.limit ?? shownRuns });
    return { address: store.address, page };
  });
  if (options.json) cli.printJson({ kind: "runs", store: address, ...page });
  else cli.print(runListReport(page, address, cli.paint));
}

function addShowRun(runs: Command, cli: Cli): void {
  runs
    .command("show")
    .summary("show one run: what it was made from, and its result")
    .argument("<run>", "id of a run, as listed")
    .addOption(storeOption())
    .addOption(jsonOption())
    .addHelpText("after", "\nExample:\n  knockon runs show 0b0f6a52-6b0e-4a0e-9a3e-3f6d7c1c5a11")
    .action((id: string, options: StoreOption & JsonOption) => show(cli, id, options));
}

async function show(cli: Cli, id: string, options: StoreOption & JsonOption): Promise<void> {
  await withStore(cli.io, options, async (open) => {
    const store = await open();
    const run = await findRun(store, id);
    if (options.json) cli.print([`{"kind":"stored-run",${runText(run).slice(1)}`]);
    else cli.print(storedRunReport(run, await recallRun(store, run), cli.paint));
  });
}

function addPrune(runs: Command, cli: Cli): void {
  runs
    .command("prune")
    .summary("remove runs, or results of runs, by a rule")
    .description("Removes what a rule does not keep. What stands right at the limit stays.")
    .argument("[dataset]", "runs of this dataset only")
    .addOption(
      new Option("--keep <n>", "keep the newest n runs").argParser(parseWhole).conflicts(["olderThan", "resultsOver"]),
    )
    .addOption(
      new Option("--older-than <days>", "remove runs that were started longer ago than this")
        .argParser(parseAmount)
        .conflicts("resultsOver"),
    )
    .addOption(
      new Option("--results-over <mb>", "drop results longer than this (10^6 bytes); the runs stay").argParser(
        parseAmount,
      ),
    )
    .option("--dry-run", "say what would go, and leave it")
    .addOption(storeOption())
    .addOption(jsonOption())
    .addHelpText("after", "\nExample:\n  knockon runs prune --older-than 90 --dry-run")
    .action((dataset: string | undefined, options: PruneOptions) => prune(cli, dataset, options));
}

async function prune(cli: Cli, dataset: string | undefined, options: PruneOptions): Promise<void> {
  const rule = ruleOf(options);
  const dryRun = options.dryRun ?? false;
  const { address, pruned } = await withStore(cli.io, options, async (open) => {
    const store = await open();
    const of = dataset === undefined ? {} : { dataset };
    return { address: store.address, pruned: await pruneRuns(store, rule, { ...of, dryRun, now: cli.io.now() }) };
  });
  if (options.json) cli.printJson({ kind: "runs-prune", store: address, dryRun, ...pruned });
  else cli.print(pruneReport(pruned, dryRun));
}

function ruleOf({ keep, olderThan, resultsOver }: PruneOptions): PruneRule {
  if (keep !== undefined) return { keep };
  if (olderThan !== undefined) return { olderThanDays: olderThan };
  if (resultsOver !== undefined) return { resultsOverMb: resultsOver };
  throw new CliError("USAGE_RULE_MISSING", "Say what goes: --keep N, --older-than DAYS or --results-over MB.");
}
