import type { Command } from "commander";
import { hasErrors } from "../../../analyzer/index.ts";
import type { Cli } from "../cli.ts";
import { exitCodes, endingOf } from "../exit-codes.ts";
import { type JsonOption, jsonOption } from "../options.ts";
import { readInput } from "../read-input.ts";
import { RefusedError } from "../refused-error.ts";
import { checkReport } from "../reports/check-report.ts";

/** `check DIR`: reads, checks, prints issues; errors end it with 1, warnings do not. */
export function addCheck(program: Command, cli: Cli): void {
  program
    .command("check")
    .summary("read a dataset and say what is wrong with it")
    .description(
      "Reads a dataset folder, a zip of one, a JSON bundle or an adopted graph, and prints its issues with file, row and column.",
    )
    .argument("<dir>", "dataset folder, .zip, .json bundle or .adopt.json")
    .addOption(jsonOption())
    .addHelpText("after", "\nExample:\n  knockon check datasets/library/golden")
    .action((path: string, options: JsonOption) => check(cli, path, options));
}

async function check(cli: Cli, path: string, { json }: JsonOption): Promise<void> {
  const { issues, counts } = await readInput(cli.io, path);
  if (json) cli.printJson({ kind: "check", issues, counts });
  else cli.print(checkReport(path, issues, counts, cli.paint));
  if (hasErrors(issues)) cli.exitCode = exitCodes[endingOf(new RefusedError(path, issues))];
}
