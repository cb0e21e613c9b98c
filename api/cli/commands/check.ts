import type { Command } from "commander";
import { hasErrors } from "../../../analyzer/index.ts";
import { countDataset, type ReadOutcome } from "../../../datasets/formats/index.ts";
import { readStories } from "../../../datasets/stories.ts";
import { checkStored } from "../../history/check-stored.ts";
import type { Cli } from "../cli.ts";
import { addFormatOptions, type FormatOptions } from "../format-options.ts";
import { exitCodes, endingOf } from "../exit-codes.ts";
import { loadDataset } from "../load-dataset.ts";
import { type AsOfOption, asOfOption, type JsonOption, jsonOption, storeOption } from "../options.ts";
import { readInput } from "../read-input.ts";
import { RefusedError } from "../refused-error.ts";
import { checkReport } from "../reports/check-report.ts";
import type { StoreOption } from "../with-store.ts";

/** `check DIR`: reads, checks, prints issues; errors end it with 1, warnings do not. */
export function addCheck(program: Command, cli: Cli): void {
  const command = program
    .command("check")
    .summary("read a dataset and say what is wrong with it")
    .description(
      "Reads a dataset folder, a zip of one, a JSON bundle or an adopted graph, and prints its issues with file, row and column.",
    )
    .argument(
      "<path>",
      "dataset folder, .zip, .json bundle or .adopt.json, files of another format, or with --as-of a dataset of the store",
    );
  addFormatOptions(command)
    .addOption(asOfOption())
    .addOption(storeOption())
    .addOption(jsonOption())
    .addHelpText("after", "\nExample:\n  knockon check datasets/library/golden")
    .action((path: string, options: CheckOptions) => check(cli, path, options));
}

type CheckOptions = StoreOption & AsOfOption & JsonOption & FormatOptions;
type Checked = Pick<ReadOutcome, "issues" | "counts">;

async function check(cli: Cli, path: string, { json, ...options }: CheckOptions): Promise<void> {
  const { issues, counts } = await (options.asOf === undefined
    ? checkFiles(cli, path, options)
    : checkPast(cli, path, options));
  if (json) cli.printJson({ kind: "check", issues, counts });
  else cli.print(checkReport(path, issues, counts, cli.paint));
  if (hasErrors(issues)) cli.exitCode = exitCodes[endingOf(new RefusedError(path, issues))];
}

async function checkFiles(cli: Cli, path: string, options: StoreOption & FormatOptions): Promise<Checked> {
  const { issues, counts } = await readInput(cli, path, options);
  return { issues: [...issues, ...(await readStories(path)).issues], counts };
}

async function checkPast(cli: Cli, id: string, options: StoreOption & AsOfOption): Promise<Checked> {
  const { dataset } = await loadDataset(cli, id, options);
  return { issues: checkStored(dataset), counts: countDataset(dataset) };
}
